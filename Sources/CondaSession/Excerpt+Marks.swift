package import CommandLineKit
package import LosslessYAML

extension Excerpt.Mark {
    package init(_ span: SourceSpan) {
        self.init(
            line: span.start.line, column: span.start.column, endLine: span.end.line, endColumn: span.end.column)
    }

    /// A second place that a problem is about.
    package init(_ place: YAMLError.Related) {
        self.init(place.span)
        label = place.words
    }
}
