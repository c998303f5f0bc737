/// A place as people count it: line and column from 1; columns count code points.
public struct SourceLocation: Hashable, Sendable, Comparable {
    /// From 1.
    public var line: Int
    /// From 1, in code points.
    public var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Whether one place stands before the other in a text.
    public static func < (lhs: Self, rhs: Self) -> Bool { (lhs.line, lhs.column) < (rhs.line, rhs.column) }
}

/// A part of a text as people count it; the end is the place right behind it.
package struct SourceSpan: Hashable, Sendable {
    package var start: SourceLocation
    package var end: SourceLocation

    package init(_ start: SourceLocation, to end: SourceLocation) {
        self.start = start
        self.end = end
    }
}
