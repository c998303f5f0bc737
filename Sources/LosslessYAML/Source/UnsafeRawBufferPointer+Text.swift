extension UnsafeRawBufferPointer {
    /// The first place from the given one on that is not ASCII above a byte and below DEL, found eight bytes at a time.
    func endOfASCII(above least: UInt8, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        let low = UInt64(least + 1) &* ones
        let deletes: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var place = start
        while place + 8 <= count {
            let word = loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
            let special = (word | (word &- low) | ((word ^ deletes) &- ones)) & high
            // The lowest mark is exact; borrows only spoil those above it.
            if special != 0 { return place + special.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < count, self[place] > least, self[place] < 0x7F { place += 1 }
        return place
    }
}
