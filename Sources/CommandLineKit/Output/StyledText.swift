/// Text in spans of different style; the text itself is made harmless when it is written.
package struct StyledText: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// A run of text in one style.
    package struct Span: Sendable, Equatable {
        package var text: String
        package var style: Style?
    }

    package var spans: [Span]

    package init(_ text: String, _ style: Style? = nil) { spans = [Span(text: text, style: style)] }
    package init(spans: [Span]) { self.spans = spans }
    package init(stringLiteral value: String) { self.init(value) }

    package static func + (a: StyledText, b: StyledText) -> StyledText {
        var sum = a
        sum.spans += b.spans
        return sum
    }

    package static func += (a: inout StyledText, b: StyledText) { a.spans += b.spans }

    /// The text alone.
    package var plain: String { spans.map(\.text).joined() }

    /// Appends the text to the bytes for a stream, control characters spelt out but for line feeds and tabs.
    ///
    /// - Parameter inColor: writes the styles as escape sequences.
    func append(to bytes: inout [UInt8], inColor: Bool) {
        for span in spans {
            let text = ControlCharacters.escaped(span.text, keepingLines: true)
            if inColor, let style = span.style, !text.isEmpty {
                bytes += "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m".utf8
            } else {
                bytes += text.utf8
            }
        }
    }
}
