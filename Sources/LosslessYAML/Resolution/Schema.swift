/// Which rules read a plain scalar.
package enum Schema: Hashable, Sendable {
    /// YAML 1.1: `yes` is true, `010` is eight, `1:30` is ninety.
    case version1_1
    /// YAML 1.2's core schema, with the underscores and `0b` numbers that ruamel.yaml also takes.
    case version1_2
}

extension Schema {
    /// What a plain scalar with this text means; timestamps are strings.
    ///
    /// Source: ruamel.yaml's `resolver.py` (`implicit_resolvers`) and `constructor.py`.
    package func value(ofPlain text: some BidirectionalCollection<UInt8>) -> YAMLValue {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            if let number = NumberReader(text, schema: self).value { return number }
        case UInt8(ascii: "~"):
            if text.count == 1 { return .null }
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"),
            UInt8(ascii: "F"), UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "o"), UInt8(ascii: "O"):
            if text.count <= 5, let word = value(ofWord: String(decoding: text, as: UTF8.self)) { return word }
        default: break
        }
        return .string(String(decoding: text, as: UTF8.self))
    }

    private func value(ofWord word: String) -> YAMLValue? {
        switch word {
        case "null", "Null", "NULL": .null
        case "true", "True", "TRUE": .bool(true)
        case "false", "False", "FALSE": .bool(false)
        case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": self == .version1_1 ? .bool(true) : nil
        case "n", "N", "no", "No", "NO", "off", "Off", "OFF": self == .version1_1 ? .bool(false) : nil
        default: nil
        }
    }
}
