package import LosslessYAML

extension YAMLValue {
    /// What Python's `str` makes of it.
    package var pythonText: String {
        switch self {
        case .null: "None"
        case .bool(let bool): bool ? "True" : "False"
        case .int(let number): number.digits
        case .float(let number): number.pythonText
        case .string(let text): text
        case .sequence(let items):
            "(" + items.map(\.pythonRepresentation).joined(separator: ", ") + (items.count == 1 ? ",)" : ")")
        case .mapping(let pairs):
            "{"
                + pairs.map { "\($0.key.pythonRepresentation): \($0.value.pythonRepresentation)" }.joined(
                    separator: ", ") + "}"
        }
    }

    /// What Python takes for true.
    var isTrue: Bool {
        switch self {
        case .null, .bool(false), .string(""), .sequence([]), .mapping([]), .float(0): false
        case .int(let number): number.digits != "0"
        default: true
        }
    }

    /// What Python's `repr` makes of it, as `conda config --get` prints the items of a list.
    package var pythonRepresentation: String {
        guard case .string(var text) = self else { return pythonText }
        let isPlain = text.withUTF8 {
            $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\\") }
        }
        if isPlain { return "'" + text + "'" }
        let hasSingle = text.utf8.contains(UInt8(ascii: "'"))
        let quote: Unicode.Scalar = hasSingle && !text.utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'"
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote, "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.isPrintableAsPython: result.unicodeScalars.append(scalar)
            default: result += scalar.pythonEscape
            }
        }
        return result + String(quote)
    }
}

extension Unicode.Scalar {
    /// Source: CPython, `str.isprintable`.
    fileprivate var isPrintableAsPython: Bool {
        if isASCII { return (0x20...0x7E).contains(value) }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }

    fileprivate var pythonEscape: String {
        let digits = String(value, radix: 16)
        let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
