/// A text that excerpts are taken from, with the places of its lines found once.
package struct ExcerptSource: Sendable {
    private let text: [UInt8]
    let hidden: [Range<Int>]
    /// Byte offsets where the lines begin, and where their line breaks do.
    private let starts, ends: [Int]

    /// Lines end where YAML ends them; a byte order mark is no part of the first one.
    ///
    /// - Parameter hidden: secrets that no line shows to be some: byte offsets, ascending.
    package init(_ text: [UInt8], hidden: [Range<Int>] = []) {
        self.text = text
        self.hidden = hidden
        var starts = [text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var ends: [Int] = []
        text.withUnsafeBufferPointer { bytes in
            var place = starts[0]
            while place < bytes.count {
                let length = ExcerptSource.breakLength(at: place, in: bytes)
                if length > 0 {
                    ends.append(place)
                    starts.append(place + length)
                }
                place += max(length, 1)
            }
        }
        self.starts = starts
        self.ends = ends + [text.count]
    }

    /// The bytes of a line without its line break; nil where there is no such line.
    ///
    /// - Parameter number: from 1.
    func line(_ number: Int) -> ArraySlice<UInt8>? {
        starts.indices.contains(number - 1) ? text[starts[number - 1]..<ends[number - 1]] : nil
    }

    /// The column after the word, or the quoted text, that begins at a column; the next column where none does.
    ///
    /// - Parameters:
    ///   - line: from 1.
    ///   - column: from 1, in code points.
    package func endColumn(line: Int, column: Int) -> Int {
        guard let bytes = self.line(line) else { return column + 1 }
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(column - 1)
        guard let first = scalars.popFirst() else { return column + 1 }
        var end = column + 1
        if first == "\"" || first == "'" {
            guard let length = scalars.enumerated().first(where: { $0.element == first })?.offset else { return end }
            return end + length + 1
        }
        while let scalar = scalars.popFirst(), scalar != " ", scalar != "\t", scalar != ",", scalar != "]",
            scalar != "}"
        {
            if scalar == ":", scalars.first.map({ $0 == " " }) ?? true { break }
            end += 1
        }
        return end
    }

    /// Whether a line has anything to point at.
    func shows(_ mark: Excerpt.Mark) -> Bool { line(mark.line)?.contains { $0 > 0x20 } ?? false }

    /// The mark itself, or, where its line is blank, the end of what stands above it.
    func lastSeen(at mark: Excerpt.Mark) -> Excerpt.Mark {
        guard !shows(mark), let line = (1..<mark.line).last(where: { shows(Excerpt.Mark(line: $0, column: 1)) }),
            let text = self.line(line)
        else { return mark }
        return Excerpt.Mark(
            line: line, column: String(decoding: text, as: UTF8.self).unicodeScalars.count + 1, label: mark.label)
    }

    /// Bytes of a line, its break included; 0 where there is no such line.
    package func length(ofLine number: Int) -> Int {
        guard starts.indices.contains(number - 1) else { return 0 }
        return (number < starts.count ? starts[number] : text.count) - starts[number - 1]
    }

    /// Bytes of the line break at a place; 0 where there is none.
    private static func breakLength(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        switch text[place] {
        case 0x0A: return 1
        case 0x0D: return place + 1 < text.count && text[place + 1] == 0x0A ? 2 : 1
        case 0xC2: return place + 1 < text.count && text[place + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard place + 2 < text.count, text[place + 1] == 0x80 else { return 0 }
            return text[place + 2] == 0xA8 || text[place + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}
