/// Writes scalars on one line, quoted where YAML 1.1 or 1.2 would otherwise read something else.
enum ScalarWriter {
    /// The text of a scalar value; nil for collections.
    static func text(of value: YAMLValue, inFlow: Bool, like style: YAMLNode.Style = .plain) -> String? {
        switch value {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): value.digits
        case .float(let value): text(of: value)
        case .string(let value): text(of: value, inFlow: inFlow, like: style)
        case .sequence, .mapping: nil
        }
    }

    static func text(of string: String, inFlow: Bool, like style: YAMLNode.Style = .plain) -> String {
        switch style {
        case .doubleQuoted: doubleQuoted(string)
        case .singleQuoted where isPrintable(string): singleQuoted(string)
        default:
            if isSafePlain(string, inFlow: inFlow) {
                string
            } else {
                isPrintable(string) ? singleQuoted(string) : doubleQuoted(string)
            }
        }
    }

    /// Always with a point, without which YAML 1.1 reads a string.
    private static func text(of value: Double) -> String {
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
        let text = "\(value)"
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }

    // MARK: Plain

    /// Whether every reader takes the plain text for exactly this string.
    static func isSafePlain(_ string: String, inFlow: Bool) -> Bool {
        let bytes = Array(string.utf8)
        guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20, isPrintable(string) else {
            return false
        }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            if inFlow || bytes.count == 1 || bytes[1] == 0x20 { return false }
        default: if ",[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
        }
        if last == UInt8(ascii: ":") || string.hasPrefix("---") || string.hasPrefix("...") { return false }
        for place in bytes.indices.dropFirst() {
            switch bytes[place] {
            case UInt8(ascii: "#") where bytes[place - 1] == 0x20: return false
            case 0x20 where bytes[place - 1] == UInt8(ascii: ":"): return false
            default: break
            }
        }
        if inFlow,
            bytes.contains(where: { ",[]{}".utf8.contains($0) })
                || zip(bytes, bytes.dropFirst()).contains(where: { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: "?") })
        {
            return false
        }
        return isStringToEveryReader(bytes)
    }

    private static func isStringToEveryReader(_ bytes: [UInt8]) -> Bool {
        for schema in [Schema.version1_1, .version1_2] {
            guard case .string = schema.value(ofPlain: bytes) else { return false }
        }
        if bytes == [UInt8(ascii: "=")] || bytes == [UInt8(ascii: "<"), UInt8(ascii: "<")] { return false }
        return !isLikeTimestamp(bytes) && !isLikeNumber(bytes)
    }

    /// `2001-12-14` and what goes on after such a date.
    private static func isLikeTimestamp(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, 0x30...0x39 ~= first else { return false }
        let parts = bytes.prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, 1...2 ~= parts[1].count, !parts[2].isEmpty else { return false }
        let isDigit: (UInt8) -> Bool = { 0x30...0x39 ~= $0 }
        return parts[0].allSatisfy(isDigit) && parts[1].allSatisfy(isDigit) && isDigit(parts[2][parts[2].startIndex])
    }

    /// Sexagesimal numbers and such as some readers take underscores for.
    private static func isLikeNumber(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, 0x30...0x39 ~= first || "+-._".utf8.contains(first) else { return false }
        return bytes.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") }
            && bytes.allSatisfy { 0x30...0x39 ~= $0 || "+-._:eE".utf8.contains($0) }
    }

    // MARK: Quoted

    private static func isPrintable(_ string: String) -> Bool {
        string.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E: true
            case ...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
            default: true
            }
        }
    }

    private static func singleQuoted(_ string: String) -> String {
        var text = "'"
        for scalar in string.unicodeScalars {
            text.unicodeScalars.append(scalar)
            if scalar == "'" { text += "'" }
        }
        return text + "'"
    }

    private static func doubleQuoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case "\0": text += "\\0"
            default:
                if isPrintable(String(scalar)) {
                    text.unicodeScalars.append(scalar)
                } else {
                    text += escape(scalar.value)
                }
            }
        }
        return text + "\""
    }

    private static func escape(_ value: UInt32) -> String {
        let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(hexadecimal: value, width: width)
    }
}
