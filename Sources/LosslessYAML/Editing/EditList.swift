/// Gathers text edits against one text.
struct EditList {
    private(set) var edits: [TextEdit] = []
    /// Whether comments that stay behind from removed lines go to the column of what was removed: under a block scalar, ones
    /// further to the right would become its text.
    var alignsComments = false

    mutating func replace(_ lower: Int, _ upper: Int, with text: [UInt8]) {
        if lower < upper || !text.isEmpty {
            edits.append(TextEdit(range: SourceRange(lower, upper), replacement: text))
        }
    }

    mutating func replace(_ lower: Int, _ upper: Int, with text: String) {
        replace(lower, upper, with: Array(text.utf8))
    }

    mutating func insert(_ text: String, at offset: Int) { replace(offset, offset, with: text) }
    mutating func delete(_ lower: Int, _ upper: Int) { replace(lower, upper, with: []) }

    /// Sorted, touching ones made one; nil where two overlap.
    var normalized: [TextEdit]? {
        // Stable: insertions at one place keep the order in which they were asked for.
        let sorted = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }.map(\.element)
        var merged: [TextEdit] = []
        for edit in sorted {
            guard let last = merged.last else {
                merged.append(edit)
                continue
            }
            if edit.range.lowerBound < last.range.upperBound { return nil }
            if edit.range.lowerBound == last.range.upperBound {
                merged[merged.count - 1].range.upperBound = edit.range.upperBound
                merged[merged.count - 1].replacement += edit.replacement
            } else {
                merged.append(edit)
            }
        }
        return merged
    }
}

extension TextEdit {
    /// Without what is the same before and after; nil if that is all.
    func trimmed(in bytes: [UInt8]) -> TextEdit? {
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
