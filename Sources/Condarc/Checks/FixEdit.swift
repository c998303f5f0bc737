package import LosslessYAML

/// A part of the text, as people count it, and what takes its place.
package struct FixEdit: Hashable, Sendable {
    package let span: SourceSpan
    package let text: String

    /// Never with an end within a line break: not every editor can tell where that is.
    init(_ edit: TextEdit, in source: SourceText) {
        var range = edit.range
        var replacement = edit.replacement
        func splitsBreak(_ place: Int) -> Bool {
            place > 0 && place < source.bytes.count && source.bytes[place] == 0x0A && source.bytes[place - 1] == 0x0D
        }
        if splitsBreak(range.lowerBound) {
            range.lowerBound -= 1
            replacement.insert(0x0D, at: 0)
        }
        if splitsBreak(range.upperBound) {
            range.upperBound += 1
            replacement.append(0x0A)
        }
        span = source.span(of: range)
        text = String(decoding: replacement, as: UTF8.self)
    }
}
