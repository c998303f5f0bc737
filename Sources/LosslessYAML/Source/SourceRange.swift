/// A part of the source: UTF-8 byte offsets, 0-based, half-open.
package struct SourceRange: Hashable, Sendable {
    package var lowerBound: Int
    package var upperBound: Int

    package init(_ lowerBound: Int, _ upperBound: Int) {
        self.lowerBound = lowerBound
        self.upperBound = upperBound
    }

    package var count: Int { upperBound - lowerBound }
    package var offsets: Range<Int> { lowerBound..<max(lowerBound, upperBound) }

    /// Whether the byte at an offset is in the range.
    package func contains(_ offset: Int) -> Bool { lowerBound <= offset && offset < upperBound }
}
