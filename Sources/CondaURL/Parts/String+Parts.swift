/// Parts of texts, by bytes. Swift's own functions of these names belong to its regular expressions, which would make a tenth
/// of each program: so no module here imports them.
extension StringProtocol {
    package func contains(_ part: String) -> Bool { firstRange(of: part) != nil }

    /// Nil where it is nowhere.
    package func firstRange(of part: String) -> Range<Index>? {
        var part = part
        let start = part.withUTF8 { part in
            utf8.withContiguousStorageIfAvailable { $0.firstIndex(of: part) }
                ?? Array(utf8).withUnsafeBufferPointer { $0.firstIndex(of: part) }
        }
        guard let start else { return nil }
        let lower = utf8.index(startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: part.utf8.count)
    }
}

extension String {
    /// The text with another in place of each part that is this one.
    ///
    /// - Parameter part: not empty.
    package func replacing(_ part: String, with other: String) -> String {
        let (bytes, part) = (Array(utf8), Array(part.utf8))
        var result: [UInt8] = []
        var position = 0
        while let start = bytes.firstIndex(of: part, from: position) {
            result += bytes[position..<start]
            result += other.utf8
            position = start + part.count
        }
        return position == 0 ? self : String(decoding: result + bytes[position...], as: UTF8.self)
    }
}

extension [UInt8] {
    /// Where a part begins first, at or after an offset.
    package func firstIndex(of part: [UInt8], from offset: Int = 0) -> Int? {
        withUnsafeBufferPointer { bytes in part.withUnsafeBufferPointer { bytes.firstIndex(of: $0, from: offset) } }
    }

    /// The bytes with texts in place of some parts, which ascend; one that begins in another is left out.
    package func replacing(_ parts: [(range: Range<Int>, text: String)]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for (range, text) in parts where range.lowerBound >= position {
            result += self[position..<range.lowerBound]
            result += text.utf8
            position = range.upperBound
        }
        return result + self[position...]
    }
}

extension UnsafeBufferPointer<UInt8> {
    func firstIndex(of part: Self, from offset: Int = 0) -> Int? {
        var start = offset
        while start + part.count <= count {
            var matched = 0
            while matched < part.count, self[start + matched] == part[matched] { matched += 1 }
            if matched == part.count { return start }
            start += 1
        }
        return nil
    }
}
