/// An integer of any size, as its decimal digits.
package struct DecimalInteger: Hashable, Sendable, CustomStringConvertible {
    /// `-` or nothing, then digits without leading zeros.
    package let description: String

    package init(_ value: Int) { description = String(value) }

    /// The integer that these ASCII digits mean, leading zeros dropped and no negative zero.
    package init(isNegative: Bool, digits: some Sequence<UInt8>) {
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        let text = String(decoding: Array(significant), as: UTF8.self)
        description = text.isEmpty ? "0" : (isNegative ? "-" : "") + text
    }

    /// Nil beyond 64 bits.
    package var value: Int? { Int(description) }

    package var isZero: Bool { description == "0" }
}
