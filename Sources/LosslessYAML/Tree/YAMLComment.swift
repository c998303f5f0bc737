/// A comment, from its `#` to the end of its line, without the line break.
package struct YAMLComment: Hashable, Sendable {
    /// UTF-8 byte offsets.
    package var range: SourceRange
    /// Counted from 1.
    package var line: Int
    /// Whether nothing but blanks stands before it on its line.
    package var isAloneOnLine: Bool
    /// The whole text, `#` included.
    package var text: String
}
