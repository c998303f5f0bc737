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
