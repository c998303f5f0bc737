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
            let shown = reveal ? JSONValue(value) : JSONValue(value).redacted
            return ["key": key?.pythonText.json, "value": shown] + origin.json
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

    /// Each value, item and entry of one parameter.
    static func places(_ value: ShownValue) -> [Place] {
        let traced = value.traced
        return parts(of: traced) ?? [Place(key: nil, value: traced.value, origin: traced.origin)]
    }

    /// Items or entries; nil where there is none.
    private static func parts(of value: TracedValue) -> [Place]? {
        let parts =
            value.items?.map { Place(key: nil, value: $0.value, origin: $0.origin) }
            ?? value.entries?.map { Place(key: $0.key, value: $0.value.value, origin: $0.value.origin) }
        return parts?.isEmpty == false ? parts : nil
    }
}
