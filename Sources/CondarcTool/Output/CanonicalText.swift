import CommandLineKit
import Condarc
import LosslessJSON
import LosslessYAML

/// What a file means as YAML in one fixed layout, for people to compare.
enum CanonicalText {
    static func text(_ key: String, _ meaning: Meaning) -> String {
        lines(JSONValue.string(key).plainText, meaning.value, indent: "") { subject in
            meaning.marks.filter { $0.subject == subject }.map { "  #!\($0.flag.rawValue)" }.joined()
        }
    }

    /// - Parameter flags: what stands behind the line of an item or entry, or, for nil, of the key.
    private static func lines(
        _ key: String, _ value: YAMLValue, indent: String, flags: (YAMLValue?) -> String
    ) -> String {
        let own = flags(Optional<YAMLValue>.none)
        switch value {
        case .sequence(let items) where !items.isEmpty:
            return "\(indent)\(key):\(own)\n"
                + items.map { "\(indent)  - \(JSONValue($0).plainText)\(flags(.some($0)))\n" }.joined()
        case .mapping(let pairs) where !pairs.isEmpty:
            return "\(indent)\(key):\(own)\n"
                + pairs.map { pair in
                    let name = JSONValue(pair.key).plainText
                    return lines(name, pair.value, indent: indent + "  ") { $0 == nil ? flags(.some(pair.key)) : "" }
                }.joined()
        default: return "\(indent)\(key): \(JSONValue(value).plainText)\(own)\n"
        }
    }
}

extension JSONValue {
    /// The value in JSON, but a string that no reader could mistake for something else without quotes.
    fileprivate var plainText: String {
        guard case .string(let text) = self, let first = text.unicodeScalars.first else { return self.text() }
        let isSafe = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) && ControlCharacters.escaped(String($0)) == String($0)
                && !"\"'#,[]{}".unicodeScalars.contains($0)
        }
        let words = ["true", "false", "null", "yes", "no", "on", "off"]
        let startsWord = first.properties.isAlphabetic || first == "/" || first == "~"
        return isSafe && startsWord && text != "~" && !words.contains(text.lowercased()) ? text : self.text()
    }
}
