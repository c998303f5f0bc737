import CondaURL
import LosslessYAML

extension YAMLNode {
    /// What conda cannot read about a node that is valid YAML; nil if it can.
    ///
    /// Source: conda.common.configuration, `YamlRawParameter`, which knows no other types than its own; ruamel.yaml's
    /// `RoundTripConstructor`, which passes over a tag of lists and maps that it does not know.
    var unreadableKind: String? {
        if tag != nil { return hasReadableTag ? nil : "the tag \(shortTag)" }
        guard kind == .scalar, style == .plain, let text = scalarText else { return nil }
        // YAML 1.1 gave these two a meaning of their own.
        if text == "=" || text == "<<" { return "a bare \(text)" }
        guard let first = text.utf8.first, first.isDigit else { return nil }
        return Self.isTimestamp(Array(text.utf8)) ? "a date" : nil
    }

    private var hasReadableTag: Bool {
        let name = shortTag.hasPrefix("!!") ? shortTag.dropFirst(2) : ""
        switch kind {
        case .sequence where name == "omap":
            return items.allSatisfy { $0.resolved.kind == .mapping && $0.resolved.count == 1 }
        case .sequence: return !["map", "set", "pairs"].contains(name) && !Self.scalarTags.contains(name)
        case .mapping: return !["seq", "set", "pairs", "omap"].contains(name) && !Self.scalarTags.contains(name)
        case .alias: return true
        case .scalar:
            // A number or boolean that is none stays the text that it is.
            if ["int", "float", "bool"].contains(name) { return value.text == nil }
            return tag == "!" || name == "null" || name == "binary"
        }
    }

    private static let scalarTags: [Substring] = ["null", "bool", "int", "float", "binary", "timestamp"]

    /// A list of pairs, which the loader makes a map.
    var isOrderedMap: Bool { kind == .sequence && tag == "tag:yaml.org,2002:omap" }

    /// The value of a scalar, of binary data the text that it is; nil where that is no text.
    var readableValue: YAMLValue? {
        guard tag == "tag:yaml.org,2002:binary", let text = scalarText else { return value }
        return Self.base64Text(text).map { .string($0) }
    }

    /// Source: CPython, `base64.decodebytes`, which passes over what is no digit.
    private static func base64Text(_ text: String) -> String? {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in text.utf8 {
            guard let digit = digits.firstIndex(of: byte) else { continue }
            buffer = buffer << 6 | UInt32(digit)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    var shortTag: String {
        guard let tag else { return "" }
        let prefix = "tag:yaml.org,2002:"
        return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    }

    /// Source: ruamel.yaml's `resolver.py`, the implicit resolver of timestamps.
    private static func isTimestamp(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        func digits(_ range: ClosedRange<Int>) -> Bool {
            let count = rest.prefix { $0.isDigit }.count
            guard range.contains(count) else { return false }
            rest = rest.dropFirst(count)
            return true
        }
        func sign(_ accepted: String) -> Bool {
            guard let first = rest.first, accepted.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        guard digits(4...4), sign("-") else { return false }
        let date = rest
        if digits(2...2), sign("-"), digits(2...2), rest.isEmpty { return true }
        rest = date
        guard digits(1...2), sign("-"), digits(1...2) else { return false }
        if !sign("Tt") {
            guard sign(" \t") else { return false }
            while sign(" \t") {}
        }
        guard digits(1...2), sign(":"), digits(2...2), sign(":"), digits(2...2) else { return false }
        if sign(".") { _ = digits(0...Int.max) }
        while sign(" \t") {}
        if rest.isEmpty || sign("Z") { return rest.isEmpty && text.last.map { $0 != 0x20 && $0 != 0x09 } == true }
        guard sign("-+"), digits(1...2) else { return false }
        return rest.isEmpty || (sign(":") && digits(2...2) && rest.isEmpty)
    }
}
