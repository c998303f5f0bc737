package import LosslessYAML

/// What only conda's configurations have: its commands, its variables, other programs' texts in their place.
enum CondaAudience: Audience {
    static let name = "conda"
    static let hintForSection: Advice =
        "a configuration has `key: value` lines; [sections] are of pip.conf, pixi.toml and the like"

    static func error(about text: [UInt8], inPlaceOf error: YAMLError) -> YAMLError? {
        ForeignText(text)?.error(of: text, inPlaceOf: error)
    }

    static func isCommand(_ word: Substring) -> Bool { ["conda", "mamba", "micromamba", "pixi", "pip"].contains(word) }

    static func hint(forCommand words: ArraySlice<Substring>) -> Advice? {
        var lines = CondaConfigLines()
        return lines.read(words) ? lines.shown.map { "write \($0) in its place" } : nil
    }

    static func isFileName(_ line: Substring) -> Bool { line.hasSuffix("condarc") }

    static func hint(forVariable name: Substring, before rest: Substring) -> Advice {
        // Between brackets the braces need the quotes.
        "write \(word: "'${\(name)}\(rest)'"): conda puts in variables by that form"
    }
}

extension YAMLDocument {
    /// Reads a configuration of conda.
    package init(configuration bytes: [UInt8]) throws(YAMLError) { try self.init(bytes, for: CondaAudience.self) }
}

extension Result<YAMLDocument, YAMLError> {
    /// Reads a configuration of conda once for several who look at it.
    package init(configuration bytes: [UInt8]) {
        self.init { () throws(YAMLError) in try YAMLDocument(configuration: bytes) }
    }
}
