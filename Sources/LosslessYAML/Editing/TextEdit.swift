/// A part of the original text and the bytes that take its place.
package struct TextEdit: Hashable, Sendable {
    /// UTF-8 byte offsets in the original.
    package var range: SourceRange
    package var replacement: [UInt8]

    package init(range: SourceRange, replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }
}

extension TextEdit {
    /// Without what is the same before and after; nil if that is all.
    package func trimmed(in bytes: [UInt8]) -> TextEdit? {
        var lower = range.lowerBound
        var upper = range.upperBound
        var text = replacement[...]
        while lower < upper, let first = text.first, first == bytes[lower] {
            lower += 1
            text.removeFirst()
        }
        while lower < upper, let last = text.last, last == bytes[upper - 1] {
            upper -= 1
            text.removeLast()
        }
        // Not within a character: both ends go back to where one starts.
        func isContinuation(_ place: Int) -> Bool { place < bytes.count && bytes[place] & 0xC0 == 0x80 }
        while lower > range.lowerBound, isContinuation(lower) || text.first.map({ $0 & 0xC0 == 0x80 }) == true {
            lower -= 1
            text = (([bytes[lower]] + text)[...])
        }
        while upper < range.upperBound, isContinuation(upper) {
            text.append(bytes[upper])
            upper += 1
        }
        if lower == upper, text.isEmpty { return nil }
        return TextEdit(range: SourceRange(lower, upper), replacement: Array(text))
    }
}

extension [TextEdit] {
    /// The text after these edits, which are sorted and disjoint.
    package func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + reduce(0) { $0 + $1.replacement.count - $1.range.count })
        var place = 0
        for edit in self {
            result += bytes[place..<edit.range.lowerBound]
            result += edit.replacement
            place = edit.range.upperBound
        }
        result += bytes[place...]
        return result
    }
}
