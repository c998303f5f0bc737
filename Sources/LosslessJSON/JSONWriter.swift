extension JSONValue {
    /// The value as JSON text, without a final newline.
    ///
    /// - Parameter indent: spaces for each level; nil for one line, with `, ` and `: ` as separators.
    package func text(indent: Int? = nil) -> String {
        var out = ""
        write(to: &out, indent: indent, depth: 0)
        return out
    }

    private func write(to out: inout String, indent: Int?, depth: Int) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .number(let text): out += text
        case .string(let value): JSONValue.write(string: value, to: &out)
        case .array(let items):
            JSONValue.write(items, between: "[", and: "]", to: &out, indent: indent, depth: depth) { item, out in
                item.write(to: &out, indent: indent, depth: depth + 1)
            }
        case .object(let members):
            JSONValue.write(members, between: "{", and: "}", to: &out, indent: indent, depth: depth) { member, out in
                JSONValue.write(string: member.name, to: &out)
                out += ": "
                member.value.write(to: &out, indent: indent, depth: depth + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between open: String, and close: String, to out: inout String, indent: Int?,
        depth: Int, each: (Element, inout String) -> Void
    ) {
        out += open
        for (position, element) in elements.enumerated() {
            if position > 0 { out += indent == nil ? ", " : "," }
            breakLine(in: &out, indent: indent, depth: depth + 1)
            each(element, &out)
        }
        if !elements.isEmpty { breakLine(in: &out, indent: indent, depth: depth) }
        out += close
    }

    private static func breakLine(in out: inout String, indent: Int?, depth: Int) {
        guard let indent else { return }
        out += "\n"
        out += String(repeating: " ", count: indent * depth)
    }

    private static func write(string: String, to out: inout String) {
        out += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
