import Condarc
import LosslessJSON
import LosslessYAML

/// Values as YAML in one fixed layout, for people to compare.
enum CanonicalText {
    static func text(of entries: [FileValues.Entry]) -> String {
        entries.map { line($0.key, $0.value, indent: "") }.joined()
    }

    private static func line(_ key: String, _ value: YAMLValue, indent: String) -> String {
        switch value {
        case .sequence(let items) where !items.isEmpty:
            "\(indent)\(key):\n" + items.map { "\(indent)  - \(JSONValue($0).plainText)\n" }.joined()
        case .mapping(let pairs) where !pairs.isEmpty:
            "\(indent)\(key):\n"
                + pairs.map { line(JSONValue($0.key).plainText, $0.value, indent: indent + "  ") }.joined()
        default: "\(indent)\(key): \(JSONValue(value).plainText)\n"
        }
    }
}

extension JSONValue {
    /// The value in JSON, but a string that no reader could mistake for something else without quotes.
    fileprivate var plainText: String {
        guard case .string(let text) = self, let first = text.unicodeScalars.first else { return self.text() }
        let isSafe = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"\"'#,[]{}".unicodeScalars.contains($0)
        }
        let words = ["true", "false", "null", "yes", "no", "on", "off"]
        let startsWord = first.properties.isAlphabetic || first == "/" || first == "~"
        return isSafe && startsWord && text != "~" && !words.contains(text.lowercased()) ? text : self.text()
    }
}
