extension Array where Element == UInt8 {
    /// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 3.9, table 3-7), or nil.
    var firstOffsetOutsideUTF8: Int? {
        var index = 0
        while index < count {
            let lead = self[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard count - index >= length, second.contains(self[index + 1]) else { return index }
            for following in (index + 2)..<Swift.max(index + length, index + 2) where self[following] & 0xC0 != 0x80 {
                return index
            }
            index += length
        }
        return nil
    }
}
