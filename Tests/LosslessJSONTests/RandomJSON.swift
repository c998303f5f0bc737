import LosslessJSON
import TestSupport

/// Made-up JSON texts, the same in every run.
struct RandomJSON: RandomNumberGenerator {
    private var numbers: SeededGenerator

    init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

    mutating func next() -> UInt64 { numbers.next() }
    mutating func pick<Element>(_ choices: [Element]) -> Element { numbers.pick(choices) }

    mutating func value(depth: Int = 0) -> JSONValue {
        switch next() % (depth < 4 ? 8 : 5) {
        case 0: .null
        case 1: .bool(next() % 2 == 0)
        case 2: .number(pick(["0", "-1", "1.50", "1e3", "123456789012345678901234567890"]))
        case 3, 4: .string(pick(["", "a", "é\"\\", "\n\u{7F}", "😀", "{\"a\": 1}"]))
        case 5: .array((0..<Int(next() % 4)).map { _ in value(depth: depth + 1) })
        default:
            .object((0..<Int(next() % 4)).map { _ in .init(pick(["a", "b", "c", "ü", ""]), value(depth: depth + 1)) })
        }
    }

    /// A value's text in some layout.
    mutating func text(of value: JSONValue) -> String {
        let style = pick([
            JSONStyle(), .compact, JSONStyle(indent: "  "), JSONStyle(nameSeparator: " : ", indent: "\t"),
            JSONStyle(indent: " ", lineBreak: "\r\n"), JSONStyle(itemSeparator: " ,", escapesNonASCII: true),
        ])
        return pick(["", " ", "\n", "\u{FEFF}"]) + value.text(style: style) + pick(["", "\n", "\r\n "])
    }
}

/// What an edit makes of a value, by values alone.
extension JSONValue {
    /// Every place in it, containers before what is in them.
    var places: [JSONPath] { places(below: []) }

    private func places(below path: JSONPath) -> [JSONPath] {
        switch self {
        case .array(let elements):
            [path]
                + elements.enumerated().flatMap { index, element -> [JSONPath] in
                    element.places(below: path + .index(index))
                }
        case .object(let members):
            // Of members with one name only the last can be reached.
            [path]
                + members.enumerated().filter { index, member in
                    !members[(index + 1)...].contains { $0.name == member.name }
                }.flatMap { _, member -> [JSONPath] in member.value.places(below: path + .name(member.name)) }
        default: [path]
        }
    }

    /// With another value at a place, or none.
    func edited(at path: JSONPath, to new: JSONValue?) -> JSONValue? { edited(at: path.components[...], to: new) }

    private func edited(at path: ArraySlice<JSONPath.Component>, to new: JSONValue?) -> JSONValue? {
        guard let first = path.first else { return new }
        switch (self, first) {
        case (.array(var elements), .index(let index)):
            if let inner = elements[index].edited(at: path.dropFirst(), to: new) {
                elements[index] = inner
            } else {
                elements.remove(at: index)
            }
            return .array(elements)
        case (.object(var members), .name(let name)):
            guard let index = members.lastIndex(where: { $0.name == name }) else { return nil }
            if let inner = members[index].value.edited(at: path.dropFirst(), to: new) {
                members[index].value = inner
            } else {
                members.removeAll { $0.name == name }
            }
            return .object(members)
        default: return nil
        }
    }
}

extension JSONPath {
    static func + (path: JSONPath, component: Component) -> JSONPath {
        JSONPath(path.components + [component])
    }
}
