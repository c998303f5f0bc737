/// The parts of a line such as `  - conda-forge   # first`: UTF-8 byte offsets.
///
/// Only lines that mean one plain scalar wherever a block sequence may have an item in their column, and that end with
/// their line break if another such line follows: printable ASCII, no `: ` and no `:` at the end, nothing at the start
/// that YAML gives a meaning to, at most a comment behind it.
struct ItemLine {
    let dash: Int
    /// Of the scalar.
    let start: Int
    let end: Int
    /// Of the comment; where there is none both are the end of the line.
    let commentStart: Int
    let commentEnd: Int

    /// - Parameter start: where the line starts.
    init?(at start: Int, in bytes: UnsafeRawBufferPointer) {
        var place = start
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == 0x20 else { return nil }
        dash = place
        place += 1
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        guard place < bytes.count, Self.startsScalar(bytes[place]) else { return nil }
        self.start = place
        while true {
            place = bytes.endOfASCII(above: 0x20, from: place)
            guard place < bytes.count, bytes[place - 1] != UInt8(ascii: ":") else { return nil }
            let wordEnd = place
            while place < bytes.count, bytes[place] == 0x20 { place += 1 }
            guard place < bytes.count else { return nil }
            if bytes[place] == UInt8(ascii: "#"), place > wordEnd {
                end = wordEnd
                commentStart = place
                commentEnd = bytes.endOfASCII(above: 0x1F, from: place)
                guard commentEnd < bytes.count, bytes.endsPlainLine(at: commentEnd) else { return nil }
                return
            }
            if bytes.endsPlainLine(at: place) {
                end = wordEnd
                (commentStart, commentEnd) = (place, place)
                return
            }
            guard place > wordEnd, 0x21...0x7E ~= bytes[place] else { return nil }
        }
    }

    /// Letters, digits and `$ ( ) + . / ; < = \ ^ _ ~`.
    private static func startsScalar(_ byte: UInt8) -> Bool {
        let low: UInt64 = 0x3BFF_CB10_0000_0000
        let high: UInt64 = 0x47FF_FFFE_D7FF_FFFE
        return byte < 0x40 ? low >> byte & 1 == 1 : byte < 0x80 && high >> (byte - 0x40) & 1 == 1
    }
}

extension UnsafeRawBufferPointer {
    /// Whether a line feed is here, or a carriage return before one.
    fileprivate func endsPlainLine(at place: Int) -> Bool {
        self[place] == 0x0A || self[place] == 0x0D && place + 1 < count && self[place + 1] == 0x0A
    }
}
