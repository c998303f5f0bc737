import CondaURL
import LosslessYAML

/// What a value of the wrong shape most likely means, written in the right one.
struct Reshaping {
    private let key: String
    private let kind: TextKind

    /// `channels: [conda-forge, bioconda]`; nil where nothing sure can be made of the value, or it would be long.
    static func line(_ value: TracedValue, as type: ParameterType, of key: String) -> String? {
        guard let parameter = ParameterTable.parameter(forKey: key) else { return nil }
        let text = Reshaping(key: parameter.name, kind: parameter.texts).text(value, as: type)
        return text.flatMap { $0.utf8.count <= 140 ? "\(key): \($0)" : nil }
    }

    private func text(_ value: TracedValue, as type: ParameterType) -> String? {
        switch type {
        case .primitive: return single(value)
        case .sequence(of: let element, _):
            // One that stands there twice would be found fault with again.
            var seen: Set<String?> = []
            let items = items(of: value, as: element)?.filter { seen.insert($0).inserted }
            return Self.joined(items).map { "[\($0)]" }
        case .map(of: let element):
            return Self.joined(
                entries(of: value)?.map { entry in text(entry.value, as: element).map { "\(entry.name): \($0)" } }
            ).map { "{\($0)}" }
        }
    }

    private static func joined(_ parts: [String?]?) -> String? {
        guard let parts, !parts.isEmpty, parts.count <= 8, parts.allSatisfy({ $0 != nil }) else { return nil }
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    // MARK: Single values

    /// Names under which people put what stands by itself in conda's files; the first counts most.
    private static let names = ["url", "channel", "path", "value", "name", "enabled", "verify", "location"]

    private func single(_ value: TracedValue) -> String? {
        switch value.content {
        case .scalar(.string(let text)): return atom(text)
        case .scalar(.bool(let bool)): return String(bool)
        case .scalar(.int(let number)): return number.digits
        case .scalar: return nil
        case .sequence(let items): return items.count == 1 ? single(items[0]) : nil
        case .mapping(let entries):
            if kind == .package { return spec(entries) }
            if let host = text(entries, "host"), let port = text(entries, "port") {
                return atom("http://\(host):\(port)")
            }
            if let named = Self.names.lazy.compactMap({ name in entries.first { $0.key.text == name } }).first {
                return single(named.value)
            }
            guard entries.count == 1 else { return nil }
            return item(entries[0])
        }
    }

    private func text(_ entries: [TracedValue.Entry], _ name: String) -> String? {
        entries.first { $0.key.text == name }?.value.value.pythonText
    }

    /// `defaults: false` is meant to keep the channel out.
    static func isOff(_ value: TracedValue) -> Bool {
        switch value.value {
        case .bool(let bool): !bool
        case .string(let text):
            ["no", "off", "never", "disabled", "exclude", "none", "remove"].contains(text.lowercased())
        default: false
        }
    }

    /// `conda-forge: 1` is the channel, `main: conda-forge` as well.
    private func item(_ entry: TracedValue.Entry) -> String? {
        guard let name = entry.key.text else { return single(entry.value) }
        // `conda-forge: first`; under other names stands what is meant.
        let isChannel = WellKnownChannels.names.contains(name) || URLParts.hasScheme(name)
        if let text = entry.value.value.text, !isChannel || URLParts.hasScheme(text) { return single(entry.value) }
        return atom(name)
    }

    /// `{name: numpy, version: 1.26}` and `numpy: 1.26`
    private func spec(_ entries: [TracedValue.Entry]) -> String? {
        let named = entries.first { $0.key.text == "name" }
        guard let first = named ?? entries.first, let name = named == nil ? first.key.text : first.value.value.text,
            PackageName.problem(with: name) == nil, name != "pip" || named != nil || first.value.items == nil
        else { return nil }
        let version = named == nil ? first.value : entries.first { $0.key.text == "version" }?.value
        guard let version, !version.isNull else { return atom(name) }
        let text = version.value.pythonText.drop { "= ".contains($0) }
        // A number may have lost its last zero.
        if case .scalar(.float) = version.content, text.split(separator: ".").last?.count == 1 { return nil }
        if Self.isOff(version) { return nil }
        guard version.items == nil, version.entries == nil else { return nil }
        return text.first.map { "<>~!".contains($0) } == true ? "'\(name)\(text)'" : "\(name)=\(text)"
    }

    /// `numpy 1.26` as one word; nil for several packages.
    private func spec(_ text: Substring) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 2, let sign = words[1].first else {
            return words.count == 1 ? atom(String(words[0])) : nil
        }
        return atom(words[0] + (sign.isNumber ? "=" : "") + words[1])
    }

    /// A text as it stands between brackets; nil for what is not one word, or a secret.
    private func atom(_ text: String) -> String? {
        guard let word = ProposedValue.accepted(String(ShapeHint.bare(text.withoutLookalikes[...])), as: kind),
            SecretScanner.secrets(in: word.utf8, as: .value).isEmpty, !word.isEmpty, word.utf8.count <= 80,
            word.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "'") })
        else { return nil }
        let isPlain = word.utf8.allSatisfy { $0.isOfName || "./:~*=".utf8.contains($0) }
        let isText = Schema.version1_2.value(ofPlain: Array(word.utf8)).text != nil
        return isPlain && isText && word.first != "*" && word.first != "=" && word.last != ":" ? word : "'\(word)'"
    }

    // MARK: Lists and maps

    private func items(of value: TracedValue, as element: ParameterType) -> [String?]? {
        switch value.content {
        case .scalar(.string(let text)):
            if case .map = element {
                return URLParts.hasScheme(text) ? ["{channel: \(text), auth: anaconda-auth}"] : nil
            }
            if kind.isChannel, let names = ChannelName.namesInCommand(text) { return names.map { atom(String($0)) } }
            return kind == .package ? text.split(separator: ",").map(spec) : ShapeHint.words(of: text).map(atom)
        case .scalar: return nil
        case .sequence(let items):
            return items.flatMap { item -> [String?] in
                if case .primitive = element, let inner = item.items { return inner.map(single) }
                if case .map = element, let text = item.value.text {
                    return self.items(of: item, as: element) ?? [atom(text)]
                }
                return [text(item, as: element)]
            }
        case .mapping(let entries):
            if case .map = element { return settings(entries) }
            if kind == .package { return entries.map { spec([$0]) } }
            return entries.filter { !Self.isOff($0.value) }.flatMap { entry -> [String?] in
                entry.value.items.map { $0.map(single) } ?? [item(entry)]
            }
        }
    }

    /// Entries of channel_settings: one for each URL that is a key, or all of them one.
    private func settings(_ entries: [TracedValue.Entry]) -> [String?] {
        func pairs(_ entries: [TracedValue.Entry]) -> [String?] {
            entries.map { entry in
                guard let name = entry.key.text, let value = single(entry.value) else { return nil }
                return "\(["url", "name"].contains(name) ? "channel" : name): \(value)"
            }
        }
        if entries.contains(where: { ["channel", "auth", "url"].contains($0.key.text) }) {
            return [Self.joined(pairs(entries)).map { "{\($0)}" }]
        }
        return entries.map { entry in
            guard let channel = entry.key.text.flatMap(atom) else { return nil }
            let rest = entry.value.entries.map(pairs) ?? [single(entry.value).map { "auth: \($0)" }]
            return Self.joined(["channel: \(channel)"] + rest).map { "{\($0)}" }
        }
    }

    private func entries(of value: TracedValue) -> [(name: String, value: TracedValue)]? {
        switch value.content {
        case .mapping(let entries):
            return entries.compactMap { entry in entry.key.text.flatMap(atom).map { ($0, entry.value) } }
        case .sequence(let items):
            if items.allSatisfy({ $0.entries != nil }) { return items.flatMap { entries(of: $0) ?? [] } }
            if key == "custom_multichannels" { return [("mine", value)] }
            if items.count == 1, items[0].entries == nil { return entries(of: items[0]) }
            let pairs = items.compactMap { entries(of: $0) }
            return pairs.count == items.count ? pairs.flatMap { $0.prefix(1) } : nil
        case .scalar(.string(let text)):
            if let mark = text.firstIndex(where: { $0 == "=" || $0 == " " }), ShapeHint.isPlain(text[..<mark]) {
                let rest = text[mark...].drop { "= ".contains($0) }
                return [(String(text[..<mark]), TracedValue(.string(String(rest)), from: value.origin))]
            }
            if key == "proxy_servers", let server = Self.server(text) {
                let names = text.hasPrefix("https") ? ["https", "http"] : ["http", "https"]
                return names.map { ($0, TracedValue(.string(server), from: value.origin)) }
            }
            guard URLParts.hasScheme(text) else { return nil }
            guard key == "custom_channels", let slash = text.lastIndex(of: "/"),
                case let name = text[slash...].dropFirst(),
                ShapeHint.isPlain(name), text[..<slash].contains("://"), !text[..<slash].hasSuffix("/")
            else { return nil }
            return [(String(name), TracedValue(.string(String(text[..<slash])), from: value.origin))]
        case .scalar: return nil
        }
    }

    /// The URL of a proxy, which is often written as HOST:PORT; nil for what is neither.
    private static func server(_ text: String) -> String? {
        if URLParts.hasScheme(text) { return text }
        let parts = text.split(separator: ":")
        guard parts.count == 2, parts[0].utf8.allSatisfy({ $0.isOfName || $0 == UInt8(ascii: ".") }),
            parts[1].utf8.allSatisfy(\.isDigit)
        else { return nil }
        return "http://\(text)"
    }
}
