import CommandLineKit
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
        /// The key of an entry.
        let entry: String?
        let value: YAMLValue
        let origin: Origin

        func json(reveal: Bool) -> JSONValue {
            let shown = reveal ? JSONValue(value) : JSONValue(value).redacted
            var members: [JSONValue.Member] = [.init("value", shown), .init("source", .string(origin.source))]
            members.append(.init("line", origin.line.json))
            if let entry { members.insert(.init("key", .string(entry)), at: 0) }
            return .object(members)
        }
    }

    /// The lines for one parameter.
    static func lines(_ key: String, _ value: ShownValue, reveal: Bool) -> [Line] {
        func shown(_ value: YAMLValue, named name: String? = nil) -> YAMLValue {
            reveal ? value : CondaText.redacted(value, named: name ?? key)
        }
        let traced = value.traced
        switch traced.content {
        case .sequence(let items) where !items.isEmpty:
            return [Line(text: "\(key):", origin: nil)]
                + items.map { Line(text: "  - \(shown($0.value).pythonText)", origin: $0.origin.description) }
        case .mapping(let entries) where !entries.isEmpty:
            return [Line(text: "\(key):", origin: nil)]
                + entries.map {
                    Line(
                        text: "  \(shown($0.key).pythonText): \(shown($0.value.value, named: $0.key.text).pythonText)",
                        origin: $0.value.origin.description)
                }
        default:
            let text = value.lines(of: key) { shown($0) }.joined(separator: "\n")
            return [Line(text: text, origin: traced.origin.description)]
        }
    }

    /// Each value, item and entry of one parameter.
    static func places(_ value: ShownValue) -> [Place] {
        let traced = value.traced
        switch traced.content {
        case .sequence(let items) where !items.isEmpty:
            return items.map { Place(entry: nil, value: $0.value, origin: $0.origin) }
        case .mapping(let entries) where !entries.isEmpty:
            return entries.map {
                Place(entry: $0.key.pythonText, value: $0.value.value, origin: $0.value.origin)
            }
        default: return [Place(entry: nil, value: traced.value, origin: traced.origin)]
        }
    }
}
