import CondaURL

/// Secrets of a text that is no YAML, so that nothing says where its values end: rather too much is hidden.
struct BrokenText {
    private let text: [UInt8]

    init(_ text: [UInt8]) { self.text = text }

    /// Line breaks that a value may hold.
    private static let mostBreaks = 3

    /// Byte offsets, ascending, apart from each other.
    var hidden: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        while position + 1 < text.count {
            if text[position] == UInt8(ascii: "/"), text[position + 1] == UInt8(ascii: "/"),
                let end = endOfFolded(from: position + 2)
            {
                ranges.append((position + 2)..<end)
                position = end
            } else if text[position] == UInt8(ascii: "\""), let end = endOfEscaped(from: position + 1) {
                ranges.append((position + 1)..<end)
                position = end
            }
            position += 1
        }
        return ranges
    }

    /// Where the user and password, or the token, of an address that goes on in the next lines ends.
    private func endOfFolded(from start: Int) -> Int? {
        var (breaks, hasToken, position) = (0, false, start)
        while position < text.count, position - start < 1024 {
            switch text[position] {
            case 0x0A:
                breaks += 1
                if breaks > Self.mostBreaks { return nil }
            case "@": if breaks > 0 { return position }
            case "/":
                if hasToken, breaks > 0 { return position }
                hasToken = hasToken || URLText.beginsWithTokenMark(text[position...])
            case 0x20, 0x09: if breaks > 0, text[position - 1] > 0x20 { return hasToken ? position : nil }
            default: break
            }
            position += 1
        }
        return nil
    }

    /// `C:\Users\me`: what begins so is no address, and its lines show any other secret in it.
    private func isDrivePath(_ part: ArraySlice<UInt8>) -> Bool {
        let lead = part.prefix(3)
        return lead.count == 3 && lead.first?.isLetter == true && lead.dropFirst().elementsEqual(":\\".utf8)
            && !part.contains(UInt8(ascii: "@")) && !part.contains(UInt8(ascii: "/"))
            && !part.dropFirst(2).contains(UInt8(ascii: ":"))
    }

    /// Where a quoted text with escapes in it ends.
    private func endOfEscaped(from start: Int) -> Int? {
        var (breaks, position, hasEscape) = (0, start, false)
        while position < text.count, position - start < 4096 {
            switch text[position] {
            case "\\":
                hasEscape = true
                position += 1
            case "\"": return hasEscape && !isDrivePath(text[start..<position]) ? position : nil
            case 0x0A:
                breaks += 1
                if breaks > Self.mostBreaks { return nil }
            default: break
            }
            position += 1
        }
        return nil
    }
}
