import CondaURL

extension Redactor {
    /// A secret in the bytes of a line, and what may be shown in its place.
    struct ShownSpan {
        /// From the line's beginning.
        let range: Range<Int>
        let shown: String
    }

    /// The secrets of a line, in their order, apart from each other.
    ///
    /// - Parameters:
    ///   - line: a part of a text, with the offsets in it.
    ///   - hidden: what else is secret in the text, such as values that go over lines; ascending, by byte offsets.
    static func spans(in line: ArraySlice<UInt8>, hidden: [Range<Int>]) -> [ShownSpan] {
        let bytes = Array(line)
        let covered = ranges(hidden, in: line)
        var spans = covered.map { ShownSpan(range: $0, shown: "…") }
        for secret in SecretScanner.secrets(in: bytes) where !covered.contains(where: { $0.overlaps(secret.range) }) {
            spans.append(ShownSpan(range: secret.range, shown: secret.shown(in: bytes)))
        }
        if !covered.isEmpty { spans.sort { $0.range.lowerBound < $1.range.lowerBound } }
        var end = 0
        return spans.filter { span in
            defer { end = max(end, span.range.upperBound) }
            return span.range.lowerBound >= end
        }
    }

    /// What of these lies in a line, without the line's indentation and break.
    private static func ranges(_ hidden: [Range<Int>], in line: ArraySlice<UInt8>) -> [Range<Int>] {
        guard !hidden.isEmpty,
            let start = line.firstIndex(where: { $0 > 0x20 }), let last = line.lastIndex(where: { $0 > 0x20 })
        else { return [] }
        var (low, high) = (0, hidden.count)
        while low < high {
            let middle = (low + high) / 2
            if hidden[middle].upperBound <= start { low = middle + 1 } else { high = middle }
        }
        return hidden[low...].prefix { $0.lowerBound <= last }.map { range in
            (max(range.lowerBound, start) - line.startIndex)..<(min(range.upperBound, last + 1) - line.startIndex)
        }
    }
}
