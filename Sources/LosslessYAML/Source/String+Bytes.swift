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

extension String {
    /// Upper case, with zeros in front up to the width.
    init(hexadecimal value: UInt32, width: Int) {
        let digits = String(value, radix: 16, uppercase: true)
        self = String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }

    /// Whether both are the same code points; `==` also takes what Unicode calls equivalent, and views compare byte by byte.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return withBytes { mine in other.withBytes { sameBytes(mine, $0) } }
    }

    /// The UTF-8 bytes, without a copy where the string has them in one piece.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) { return result }
        return Array(utf8).withUnsafeBytes(body)
    }
}
