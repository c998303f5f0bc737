import Condarc
import LosslessJSON
import LosslessYAML

/// Values with the places they come from.
enum OriginText {
    /// A line of `show --origin`.
    struct Line {
        let text: String
        /// Nil for a line that only names a list or map.
        let origin: String?
    }

    /// A value, an item or an entry, and its place.
    struct Place {
        /// Of an entry.
        let key: YAMLValue?
        let value: YAMLValue
        let origin: Origin

        func json(reveal: Bool) -> JSONValue {
            ["key": key?.pythonText.json, "value": ShownText(reveal: reveal).json(value)] + origin.json
        }
    }

    /// The lines for one parameter.
    static func lines(_ key: String, _ value: ShownValue, reveal: Bool) -> [Line] {
        func shown(_ value: YAMLValue, named name: String? = nil) -> YAMLValue {
            reveal ? value : CondaText.redacted(value, named: name ?? key)
        }
        guard let parts = parts(of: value.traced) else {
            let text = value.lines(of: key, reveal: reveal).joined(separator: "\n")
            return [Line(text: text, origin: value.traced.origin.description)]
        }
        return [Line(text: "\(key):", origin: nil)]
            + parts.map { part in
                let lead = part.key.map { "\(shown($0).pythonText):" } ?? "-"
                let text = shown(part.value, named: part.key?.text).pythonText
                return Line(text: "  \(lead) \(text)", origin: part.origin.description)
            }
    }

    /// Each item or entry; else the value itself.
    static func places(_ value: TracedValue) -> [Place] {
        parts(of: value) ?? [Place(key: nil, value: value.value, origin: value.origin)]
    }

    /// Items or entries; nil where there is none.
    static func parts(of value: TracedValue) -> [Place]? {
        let parts =
            value.items?.map { Place(key: nil, value: $0.value, origin: $0.origin) }
            ?? value.entries?.map { Place(key: $0.key, value: $0.value.value, origin: $0.value.origin) }
        return parts?.isEmpty == false ? parts : nil
    }
}

extension Origin {
    var json: JSONValue { ["source": .string(source), "line": line.json, "column": column.json] }
}
