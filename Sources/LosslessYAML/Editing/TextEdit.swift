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
