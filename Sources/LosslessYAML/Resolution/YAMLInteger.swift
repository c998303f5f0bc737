/// A whole number of any size.
public struct YAMLInteger: Hashable, Sendable {
    /// Decimal: an optional `-`, then digits without leading zeros.
    public let digits: String

    /// A number of the machine's size.
    public init(_ value: Int) { digits = String(value) }

    /// A decimal number with an optional sign; nil if there is anything else in it.
    public init?(decimal text: some StringProtocol) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard !rest.isEmpty, rest.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
        let significant = rest.drop { $0 == UInt8(ascii: "0") }
        guard !significant.isEmpty else {
            digits = "0"
            return
        }
        digits = (isNegative ? "-" : "") + String(decoding: significant, as: UTF8.self)
    }

    /// Nil if it does not fit.
    public var intValue: Int? { Int(digits) }
}

extension YAMLInteger: CustomStringConvertible {
    /// The digits, with a sign where it is negative.
    public var description: String { digits }
}
