/// Whether both hold the same bytes; eight at a time, as scalars are compared by the ten thousand.
func sameBytes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    var place = 0
    while place + 8 <= a.count {
        guard
            a.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                == b.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        else { return false }
        place += 8
    }
    while place < a.count {
        guard a[place] == b[place] else { return false }
        place += 1
    }
    return true
}
