package import LosslessYAML

/// What only conda's configurations have: its commands, its variables, other programs' texts in their place.
enum CondaAudience: Audience {
    static let name = "conda"
    static let hintForSection =
        "a configuration has `key: value` lines; [sections] are of pip.conf, pixi.toml and the like"

    static func error(about text: [UInt8], inPlaceOf error: YAMLError) -> YAMLError? {
        ForeignText(text)?.error(of: text, inPlaceOf: error)
    }

    static func isCommand(_ word: Substring) -> Bool { ["conda", "mamba", "micromamba", "pip"].contains(word) }

    /// What `conda config --add KEY VALUE` writes.
    static func hint(forCommand words: ArraySlice<Substring>) -> String? {
        guard words.count == 5, words[words.startIndex + 1] == "config",
            words.suffix(2).allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || "_-./:".contains($0) } }),
            case let (key, value) = (words[words.endIndex - 2], words[words.endIndex - 1])
        else { return nil }
        return switch words[words.startIndex + 2] {
        case "--add", "--prepend", "--append": "write `\(key): [\(value)]` in its place"
        case "--set": "write `\(key): \(value)` in its place"
        default: nil
        }
    }

    static func isFileName(_ line: Substring) -> Bool { line.hasSuffix("condarc") }

    static func hint(forVariable name: Substring) -> String { "write ${\(name)}: conda puts in variables by that form" }
}

extension YAMLDocument {
    /// Reads a configuration of conda.
    package init(configuration bytes: [UInt8]) throws(YAMLError) { try self.init(bytes, for: CondaAudience.self) }
}
