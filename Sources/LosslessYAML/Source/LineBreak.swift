/// How a line ends.
package enum LineBreak: String, Hashable, Sendable {
    case lineFeed = "\n"
    case carriageReturnLineFeed = "\r\n"
    case carriageReturn = "\r"
    case nextLine = "\u{85}"
    case lineSeparator = "\u{2028}"
    case paragraphSeparator = "\u{2029}"

    package var bytes: [UInt8] { Array(rawValue.utf8) }

    /// The one that a text ends with; nil for none.
    init?(endOf text: ArraySlice<UInt8>) {
        let end = text.suffix(3)
        switch end.last {
        case 0x0A?: self = end.dropLast().last == 0x0D ? .carriageReturnLineFeed : .lineFeed
        case 0x0D?: self = .carriageReturn
        case 0x85? where end.dropLast().last == 0xC2: self = .nextLine
        case 0xA8? where end.elementsEqual([0xE2, 0x80, 0xA8]): self = .lineSeparator
        case 0xA9? where end.elementsEqual([0xE2, 0x80, 0xA9]): self = .paragraphSeparator
        default: return nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Of the line break that starts at the offset; 0 if there is none.
    func lineBreakLength(at place: Int) -> Int {
        switch self[place] {
        case 0x0A: 1
        case 0x0D: place + 1 < count && self[place + 1] == 0x0A ? 2 : 1
        case 0xC2: place + 1 < count && self[place + 1] == 0x85 ? 2 : 0
        case 0xE2:
            place + 2 < count && self[place + 1] == 0x80 && (self[place + 2] == 0xA8 || self[place + 2] == 0xA9) ? 3 : 0
        default: 0
        }
    }
}
