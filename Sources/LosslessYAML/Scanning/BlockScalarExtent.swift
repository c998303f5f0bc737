/// Where the text of a `|` or `>` scalar ends: libyaml's token reaches over the blank lines behind it.
enum BlockScalarExtent {
    /// The offset before the line break of the last line that belongs to the value.
    static func end(
        ofTokenIn bytes: UnsafeBufferPointer<UInt8>, from start: Int, to tokenEnd: Int, parentIndentation: Int
    ) -> Int {
        var headerEnd = start
        var keeps = false
        var digit = 0
        var inComment = false
        while headerEnd < tokenEnd, bytes.lineBreakLength(at: headerEnd) == 0 {
            let byte = bytes[headerEnd]
            if byte == UInt8(ascii: "#") { inComment = true }
            if !inComment, byte == UInt8(ascii: "+") { keeps = true }
            if !inComment, UInt8(ascii: "1")...UInt8(ascii: "9") ~= byte { digit = Int(byte) - 0x30 }
            headerEnd += 1
        }
        var indentation = digit > 0 ? max(parentIndentation, 0) + digit : 0
        var end = headerEnd
        var place = headerEnd
        while place < tokenEnd {
            place += bytes.lineBreakLength(at: place)
            guard place < tokenEnd else { break }
            let lineStart = place
            while place < tokenEnd, bytes[place] == 0x20 { place += 1 }
            let blanks = place - lineStart
            let isBlank = place >= tokenEnd || bytes.lineBreakLength(at: place) > 0
            while place < tokenEnd, bytes.lineBreakLength(at: place) == 0 { place += 1 }
            if !isBlank, indentation == 0 { indentation = max(blanks, 1) }
            if keeps || !isBlank || (indentation > 0 && blanks > indentation) { end = place }
        }
        return end
    }
}
