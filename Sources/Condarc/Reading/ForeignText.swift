import LosslessYAML

/// A text of another program that was saved, or named, in the place of a configuration: known by how it begins, or by the
/// keys at its top.
struct ForeignText: Hashable, Sendable {
    /// `this is a web page (HTML), no configuration of conda`
    let message: String
    let hint: Advice
    /// From 1: the line that shows it.
    let line: Int

    /// What to say of one kind of text; without a hint, that another file is to be named.
    struct Kind: Hashable {
        let name: String
        let hint: Advice?

        init(_ name: String, _ hint: Advice? = nil) {
            self.name = name
            self.hint = hint
        }
    }

    /// Bytes that are looked at.
    private static let reach = 4096

    /// Nil for what may be a configuration.
    ///
    /// - Parameter keys: those at its top, or of the first item of a list there; nil where the text is not to be parsed.
    init?(_ bytes: [UInt8], keys: [String]? = nil) {
        if let kind = Self.magics.first(where: { bytes.starts(with: $0.lead) })?.kind {
            self.init(
                Kind(kind, "name a text file, such as ~/.condarc; unpack or convert this one first if it is in it"), 1)
            return
        }
        let lines = String(decoding: bytes.prefix(Self.reach), as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let filled = lines.indices.filter { lines[$0].contains { !$0.isWhitespace && $0 != "\u{FEFF}" } }
        let content = filled.first { lines[$0].drop { $0 == " " }.first != "#" && lines[$0] != "---" }
        // A comment may say it, in the first line.
        for place in [filled.first, content].compactMap({ $0 }) {
            let line = lines[place].drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            guard let kind = Self.kind(ofLine: line, above: filled.first { $0 > place }.map { lines[$0] } ?? "") else {
                continue
            }
            var settings = CondaConfigLines()
            if kind.name == Self.variables.name {
                for place in filled { _ = settings.read(lines[place].split(separator: " ")) }
            }
            self.init(settings.shown.map { Kind(kind.name, "write \($0)") } ?? kind, place + 1)
            return
        }
        if let content, ["--add ", "--set ", "--append ", "--prepend "].contains(where: lines[content].hasPrefix) {
            var settings = CondaConfigLines()
            let isRead = filled.allSatisfy { $0 < content || settings.read(lines[$0].split(separator: " ")) }
            let lines = isRead ? settings.shown : nil
            self.init(
                Kind(
                    "what 'conda config --get' prints",
                    "write \(lines ?? "`KEY: VALUE` lines, such as `channels: [conda-forge]`" as Advice)"), content + 1)
            return
        }
        let isList = content.map { lines[$0].hasPrefix("- ") } == true
        let keys = keys ?? lines.compactMap { Self.key(ofLine: $0, inList: isList) }
        guard let kind = Self.combinations.first(where: { $0.key.allSatisfy(keys.contains) })?.value else { return nil }
        self.init(kind, (content ?? 0) + 1)
    }

    /// Whether it is what `enforce` reads.
    let isPolicy: Bool

    private init(_ kind: Kind, _ line: Int) {
        message = "this is \(kind.name), no configuration of conda"
        hint = kind.hint ?? "name a file such as ~/.condarc, with lines such as `channels: [conda-forge]`"
        isPolicy = kind == Self.policy
        self.line = line
    }

    /// The same as an error in the place of one about the text as a configuration, of which conda thinks as it did.
    func error(of text: [UInt8], inPlaceOf other: YAMLError) -> YAMLError {
        let width = text.split(separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false)[line - 1].prefix(400)
            .count
        var error = YAMLError(
            other.code, message, at: SourceLocation(line: line, column: 1),
            to: SourceLocation(line: line, column: 1 + width),
            hint: hint)
        error.isLexical = other.isLexical
        return error
    }

    private static func kind(ofLine line: Substring, above next: Substring) -> Kind? {
        let small = line.prefix(80).lowercased()
        // A mark of git's is told by itself.
        if small.hasPrefix("<<<<<<<") { return nil }
        if let kind = leads.first(where: { $0.key.contains(where: small.hasPrefix) })?.value { return kind }
        let name = line.dropFirst().drop { $0 == "[" }.prefix { $0 != "]" && $0 != "," }
        if line.first == "[", line[name.endIndex...].allSatisfy({ $0 == "]" || $0 == " " }), next.contains("=") {
            let top = name.prefix { $0.isLetter }.lowercased()
            return Kind(
                sections.first { $0.names.contains(top) }?.kind ?? "a file in the form of INI or TOML",
                "a configuration has lines such as `channels: [conda-forge]` and no [sections]: what stands here belongs into another file"
            )
        }
        return kind(ofAssignment: line)
    }

    /// `NAME=VALUE` of a shell, `name==1.2` of pip.
    private static func kind(ofAssignment line: Substring) -> Kind? {
        let command = ["export ", "set ", "setx "].first(where: line.hasPrefix) ?? ""
        let rest = line.dropFirst(command.count)
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
        let sign = rest[name.endIndex...].drop { $0 == " " }.prefix { "=<>~!".contains($0) }
        guard name.first?.isLetter == true, sign == "=" || ["==", ">=", "<=", "~=", "!=", "==="].contains(sign) else {
            return nil
        }
        guard sign == "=" else { return packages }
        let isOfShell = !command.isEmpty || name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" }
        return isOfShell ? variables : nil
    }

    /// A key in the first column, or in an item of a list there.
    private static func key(ofLine line: Substring, inList isList: Bool) -> String? {
        let isOfItem = isList && (line.hasPrefix("- ") || line.hasPrefix("  "))
        let rest = isOfItem ? line.dropFirst(2) : line
        let key = rest.prefix { $0 != ":" && $0 != " " }
        return key.isEmpty || key.endIndex == rest.endIndex || rest[key.endIndex] == " " ? nil : String(key)
    }
}
