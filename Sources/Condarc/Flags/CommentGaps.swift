import LosslessYAML

/// The comments of a document by place: what stands in the gaps between its tokens.
struct CommentGaps {
    let comments: [YAMLComment]
    private let bytes: [UInt8]

    init(_ document: YAMLDocument) {
        comments = document.comments
        bytes = document.bytes
    }

    /// Where the next token begins, or the text ends: past blanks and, if asked, comments.
    func nextToken(from offset: Int, skippingComments: Bool = true) -> Int {
        var position = offset
        while position < bytes.count {
            switch bytes[position] {
            case 0x09, 0x0A, 0x0D, 0x20: position += 1
            case UInt8(ascii: "#") where skippingComments:
                let comment = firstComment(from: position)
                guard comment < comments.count, comments[comment].range.lowerBound == position else { return position }
                position = comments[comment].range.upperBound
            default: return position
            }
        }
        return position
    }

    /// Indices of the comments that begin in a part of the text.
    func comments(from start: Int, to end: Int) -> Range<Int> {
        guard start < end else { return 0..<0 }
        return firstComment(from: start)..<firstComment(from: end)
    }

    /// Whether no line ends between the two offsets.
    func isOneLine(from start: Int, to end: Int) -> Bool {
        start >= end || !bytes[start..<end].contains { $0 == 0x0A || $0 == 0x0D }
    }

    /// Whether there is an empty line between the two offsets, blanks not allowed in it.
    func hasEmptyLine(from start: Int, to end: Int) -> Bool {
        guard start + 1 < end else { return false }
        return (start + 1..<end).contains {
            bytes[$0] == 0x0A && (bytes[$0 - 1] == 0x0A || bytes[$0 - 1] == 0x0D && $0 >= 2 && bytes[$0 - 2] == 0x0A)
        }
    }

    /// The index of the first comment at or after the offset.
    private func firstComment(from offset: Int) -> Int {
        comments.firstSortedIndex { $0.range.lowerBound >= offset }
    }
}
