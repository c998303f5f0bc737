import CondaURL

/// The release numbers of a Python package's version, which is all that decides about its behaviour.
///
/// Source: PEP 440; what follows the numbers (`rc1`, `.dev3`, `+local`) is left out.
package struct ReleaseVersion: Comparable, Hashable, Sendable {
    package let numbers: [Int]

    package init(_ numbers: Int...) { self.numbers = numbers }

    /// Nil if the text begins with no number.
    package init?(_ text: String) {
        var numbers: [Int] = []
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "v") { bytes = bytes.dropFirst() }
        while true {
            let digits = bytes.prefix { $0.isDigit }
            guard let number = Int(String(decoding: digits, as: UTF8.self)) else { break }
            numbers.append(number)
            bytes = bytes[digits.endIndex...]
            guard bytes.first == UInt8(ascii: ".") else { break }
            bytes = bytes.dropFirst()
        }
        guard !numbers.isEmpty else { return nil }
        self.numbers = numbers
    }

    /// Zeros at the end make no difference.
    private var compared: ArraySlice<Int> { numbers[..<(numbers.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)] }

    package static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
        left.compared.lexicographicallyPrecedes(right.compared)
    }

    package static func == (left: ReleaseVersion, right: ReleaseVersion) -> Bool { left.compared == right.compared }

    package func hash(into hasher: inout Hasher) { hasher.combine(compared) }
}
