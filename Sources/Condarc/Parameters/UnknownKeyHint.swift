import CondaURL
import LosslessYAML

/// What to do about a key that conda does not know, by what stands with it.
enum UnknownKeyHint {
    /// Nil where nothing is near.
    ///
    /// - Parameter name: the key in ordinary characters.
    /// - Parameter parent: the parameter that stands without a value right above it.
    static func hint(
        for setting: Setting, called name: String? = nil, below parent: Parameter? = nil, in source: SourceText? = nil
    ) -> Advice? {
        if let hint = oneWord(for: setting) { return hint }
        guard let parent else { return hint(forWord: name ?? setting.key, setting.value, in: source) }
        return parent.name == "channel_settings"
            ? "write it in an entry below channel_settings, as `  - channel: …`, and `    auth: …` on the next line"
            : "indent it, so that it belongs to \(parent.name)"
    }

    /// The same by the key and its value alone.
    static func hint(forWord key: String, _ value: TracedValue, in source: SourceText? = nil) -> Advice? {
        if ForeignParameters.booleans.contains(key) {
            return "write `\(line: "plugins: {\(key): \(value.value.pythonText.lowercased())}")`"
        }
        if key.hasSuffix("Error") { return "remove what belongs to an error message" }
        if ForeignParameters.isOfMamba(key) { return "mamba reads it, conda does not" }
        if ProxyScheme.all.contains(key), value.value.text != nil { return "indent it below a line `proxy_servers:`" }
        if WellKnownChannels.names.contains(key) {
            return "it is the name of a channel: write `- \(key)` below `channels:`"
        }
        if key.hasSuffix("condarc") { return "remove this line if it is the name of the file" }
        if key.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) || key == "…" {
            return "remove it: something was left out there"
        }
        if let nested = hint(forDotted: key, value) { return nested }
        if packages.contains(key), let spec = version(in: value, source) {
            return "a package is no key: write `pinned_packages: [\(key)\(spec)]` to keep it to a version"
        }
        return ParameterTable.hint(forUnknown: key)
    }

    /// `ssl: {verify: false}`
    private static func oneWord(for setting: Setting) -> Advice? {
        let names = (setting.value.entries ?? []).compactMap(\.key.text)
        if !names.isEmpty, names.allSatisfy({ ParameterTable.parameter(forKey: $0) != nil }) {
            return "remove this line, and begin the lines below it in the first column"
        }
        for entry in setting.value.entries ?? [] {
            guard let part = entry.key.text, case let name = "\(setting.key)_\(part)",
                ParameterTable.parameter(forKey: name) != nil
            else { continue }
            return "write it as one key: `\(name): …`"
        }
        return nil
    }

    /// Names that people keep to a version where they believe it is done by a key.
    static let packages: Set<String> = [
        "python", "numpy", "pandas", "scipy", "pytorch", "cuda", "cudatoolkit", "openssl", "r-base",
    ]

    /// `=3.11` and `<2`; nil for what is no version.
    private static func version(in value: TracedValue, _ source: SourceText?) -> String? {
        guard case .scalar(let scalar) = value.content else { return nil }
        // As it is written: a number loses its last zero.
        let written = scalar.text ?? value.origin.range.flatMap { source?.string(in: $0) }
        guard let text = written, let first = text.first else { return nil }
        if first.isNumber { return "=" + text }
        return "<>=!".contains(first) && !text.contains(where: { " ,'".contains($0) }) ? text : nil
    }

    /// `proxy_servers.http`, `channels.remove`, `plugins.NAME`
    private static func hint(forDotted name: String, _ value: TracedValue) -> Advice? {
        guard let dot = name.firstIndex(of: ".") else { return nil }
        let (key, entry) = (String(name[..<dot]), name[dot...].dropFirst())
        let single = value.items?.first ?? value
        let written = single.value.text ?? (single.entries == nil ? single.value.pythonText.lowercased() : "")
        let text = ShapeHint.isPlain(written[...]) ? written : "…"
        if key == "plugins" { return "write `plugins:`, and `  \(entry): \(text)` on the line below" }
        guard let parameter = ParameterTable.parameter(forKey: key) else { return nil }
        switch parameter.type {
        case .map: return "write `\(parameter.name):`, and `  \(entry): …` on the line below"
        case .primitive: return "\(parameter.name) has one value, and no entries: write `\(parameter.name): VALUE`"
        case .sequence(of: .map, _):
            return
                "write it in an entry below \(parameter.name), as `  - channel: …`, and `    auth: …` on the next line"
        case .sequence:
            let item = text == "…" ? "ITEM" : text
            let removes = ["remove", "exclude", "delete", "disable", "ignore", "deny"].contains(entry.lowercased())
            return removes
                ? "\(parameter.name) is a list: remove its line `- \(item)`"
                : "\(parameter.name) is a list: write `- \(item)` in a line below `\(parameter.name):`"
        }
    }
}
