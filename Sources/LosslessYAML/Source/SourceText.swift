/// The bytes of a text that is known to be UTF-8 without control characters, and where its lines start.
package struct SourceText: Sendable {
    package let bytes: [UInt8]
    package let hasByteOrderMark: Bool
    /// The most frequent one; `\n` where there is none.
    package let lineBreak: LineBreak
    let isASCII: Bool
    /// Byte offsets; the first is 0, or 3 after a byte order mark.
    let lineStarts: ContiguousArray<Int32>
    /// How many bytes before each block continue a character: a line may be as long as the whole text.
    private let continuations: [Int32]
    private static let blockSize = 256
    /// Whom it is for.
    let audience: any Audience.Type

    /// Where the text begins: after the byte order mark.
    package var start: Int { hasByteOrderMark ? 3 : 0 }

    package init(_ bytes: [UInt8], for audience: (any Audience.Type)? = nil) throws(YAMLError) {
        let survey = try SourceSurvey(bytes)
        self.bytes = bytes
        self.audience = audience ?? AnyAudience.self
        hasByteOrderMark = survey.hasByteOrderMark
        lineBreak = survey.lineBreak
        isASCII = survey.isASCII
        lineStarts = survey.lineStarts
        continuations = survey.isASCII ? [] : Self.continuations(in: bytes)
    }

    private static func continuations(in bytes: [UInt8]) -> [Int32] {
        var counts: [Int32] = []
        counts.reserveCapacity(bytes.count / blockSize + 1)
        var count: Int32 = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % blockSize == 0 { counts.append(count) }
            if byte & 0xC0 == 0x80 { count += 1 }
        }
        counts.append(count)
        return counts
    }

    /// How many bytes before an offset continue a character.
    private func continuations(before offset: Int) -> Int {
        if isASCII { return 0 }
        let block = offset / Self.blockSize
        return bytes[(block * Self.blockSize)..<offset].reduce(Int(continuations[block])) {
            $0 + ($1 & 0xC0 == 0x80 ? 1 : 0)
        }
    }

    /// The line (from 0) that holds the offset.
    func lineIndex(at offset: Int) -> Int { max(lineStarts.firstSortedIndex { Int($0) > offset } - 1, 0) }

    /// Line and column of a byte offset; offsets past the end count as the end.
    package func location(at offset: Int) -> SourceLocation {
        let offset = max(start, min(offset, bytes.count))
        let line = lineIndex(at: offset)
        let lineStart = Int(lineStarts[line])
        let skipped = continuations(before: offset) - continuations(before: lineStart)
        return SourceLocation(line: line + 1, column: offset - lineStart - skipped + 1)
    }

    /// Lines and columns of a range.
    package func span(of range: SourceRange) -> SourceSpan {
        SourceSpan(location(at: range.lowerBound), to: location(at: range.upperBound))
    }

    /// The byte offset of a line and column; places behind a line's end count as its end.
    package func offset(of location: SourceLocation) -> Int {
        guard location.line <= lineStarts.count else { return bytes.count }
        var place = Int(lineStarts[max(location.line, 1) - 1])
        let end = lineTextEnd(at: place)
        for _ in 1..<max(1, location.column) where place < end {
            place += 1
            while place < end, bytes[place] & 0xC0 == 0x80 { place += 1 }
        }
        return place
    }

    /// The text of a range; what is not UTF-8 in it is replaced.
    package func string(in range: SourceRange) -> String {
        String(decoding: bytes[range.offsets], as: UTF8.self)
    }

    /// How many lines there are; text after the last line break is one.
    package var lineCount: Int { lineStarts.count }

    /// The line that holds the offset, its line break included.
    package func lineRange(at offset: Int) -> SourceRange {
        let line = lineIndex(at: offset)
        return SourceRange(
            Int(lineStarts[line]), line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count)
    }
}

extension SourceText {
    /// Bytes from the start of the line; for offsets with nothing but ASCII before them, the column from 0.
    func column(at offset: Int) -> Int { offset - Int(lineStarts[lineIndex(at: offset)]) }

    /// Whether nothing but blanks and tabs stands before the offset on its line.
    func startsLine(at offset: Int) -> Bool {
        bytes[lineRange(at: offset).lowerBound..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// How new lines end beside the offset.
    func lineBreak(near offset: Int) -> LineBreak { lineBreak(at: offset) ?? lineBreak }

    /// The line break of the line that holds the offset; nil for a last line without one.
    func lineBreak(at offset: Int) -> LineBreak? { LineBreak(endOf: bytes[lineRange(at: offset).offsets]) }

    /// Where the text of the line that holds the offset ends, before its line break.
    func lineTextEnd(at offset: Int) -> Int {
        lineRange(at: offset).upperBound - (lineBreak(at: offset)?.bytes.count ?? 0)
    }

    /// The text of a line without its break; empty where there is none.
    ///
    /// - Parameter number: from 1.
    func line(_ number: Int) -> String {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        let start = Int(lineStarts[number - 1])
        return string(in: SourceRange(start, lineTextEnd(at: start)))
    }

    var endsWithLineBreak: Bool { bytes.count > start && lineStarts[lineStarts.count - 1] == bytes.count }
}
