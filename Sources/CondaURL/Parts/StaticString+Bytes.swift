extension StaticString {
    @inlinable package var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }

    @inlinable package func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8CodeUnitCount == other.count else { return false }
        var index = 0
        while index < other.count, utf8Start[index] == other[index] { index += 1 }
        return index == other.count
    }

    /// Whether its bytes come before those of another.
    package func precedes(_ other: StaticString) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }
}
