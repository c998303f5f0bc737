extension JSONValue {
    /// The value as JSON text, without a final newline.
    ///
    /// - Parameter indent: spaces for each level; nil for one line, with `, ` and `: ` as separators.
    package func text(indent: Int? = nil) -> String {
        text(style: JSONStyle(indent: indent.map { String(repeating: " ", count: $0) }))
    }

    /// The value as JSON text in a style, without a final newline.
    ///
    /// - Parameter margin: what stands before the value's own line, repeated before each further line.
    package func text(style: JSONStyle, margin: String = "") -> String {
        JSONWriter.text(nil, self, style: style, margin: margin)
    }
}

/// Writes a value; the margin grows and shrinks with the nesting.
struct JSONWriter {
    let style: JSONStyle
    var margin: String
    private var out = ""

    /// A value, or a member with its name.
    static func text(_ name: String?, _ value: JSONValue, style: JSONStyle, margin: String) -> String {
        var writer = JSONWriter(style: style, margin: margin)
        writer.write(name, value)
        return writer.out
    }

    private mutating func write(_ value: JSONValue) {
        switch value {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .number(let text): out += text
        case .string(let value): write(string: value)
        case .array(let items): write(items, between: "[", and: "]") { $0.write($1) }
        case .object(let members): write(members, between: "{", and: "}") { $0.write($1.name, $1.value) }
        }
    }

    private mutating func write(_ name: String?, _ value: JSONValue) {
        if let name {
            write(string: name)
            out += style.nameSeparator
        }
        write(value)
    }

    private mutating func write<Element>(
        _ elements: [Element], between open: String, and close: String, each: (inout JSONWriter, Element) -> Void
    ) {
        out += open
        let outerMargin = margin
        margin += style.indent ?? ""
        for (position, element) in elements.enumerated() {
            if position > 0 { out += style.indent == nil ? style.itemSeparator : "," }
            breakLine()
            each(&self, element)
        }
        margin = outerMargin
        if !elements.isEmpty { breakLine() }
        out += close
    }

    private mutating func breakLine() {
        guard style.indent != nil else { return }
        out += style.lineBreak
        out += margin
    }

    private mutating func write(string: String) {
        out += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case " "..."~": out.unicodeScalars.append(scalar)
            default:
                if scalar.isUnseen || style.escapesNonASCII {
                    escape(scalar)
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        out += "\""
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        for unit in Character(scalar).utf16 {
            let hex = String(unit, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
    }
}
