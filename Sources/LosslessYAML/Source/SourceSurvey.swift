/// One pass over the bytes: encoding, forbidden characters, lines.
struct SourceSurvey {
    var hasByteOrderMark = false
    var lineBreak = LineBreak.lineFeed
    var isASCII = true
    var lineStarts: ContiguousArray<Int32> = []

    init(_ bytes: [UInt8]) throws(YAMLError) {
        if bytes.count > DocumentLimits.size {
            throw YAMLError(
                .unsupported, "the text has \(bytes.count) bytes; the limit is \(DocumentLimits.size)",
                hint: "a configuration file of this size is most likely another file")
        }
        if let encoding = Self.otherEncoding(of: bytes) {
            throw YAMLError(
                .unsupported, "the text is \(encoding), not UTF-8", at: SourceLocation(line: 1, column: 1),
                hint: "save it as UTF-8")
        }
        hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = hasByteOrderMark ? 3 : 0
        lineStarts.append(Int32(start))

        var breaks: [Int] = [0, 0, 0]
        var place = start
        var failure: (offset: Int, problem: String)?
        bytes.withUnsafeBytes { raw in
            let count = raw.count
            scan: while place < count {
                place = raw.endOfASCII(above: 0x1F, from: place)
                guard place < count else { break }
                let byte = raw[place]
                switch byte {
                case 0x0A:
                    breaks[0] += 1
                    place += 1
                    lineStarts.append(Int32(place))
                case 0x0D:
                    if place + 1 < count, raw[place + 1] == 0x0A {
                        breaks[1] += 1
                        place += 2
                    } else {
                        breaks[2] += 1
                        place += 1
                    }
                    lineStarts.append(Int32(place))
                case 0x09, 0x20...0x7E:
                    place += 1
                case 0x80...:
                    isASCII = false
                    guard let (scalar, length) = Self.scalar(in: raw, at: place) else {
                        failure = (
                            place, "the text is not valid UTF-8: byte \(String(hexadecimal: UInt32(byte), width: 2))"
                        )
                        break scan
                    }
                    switch scalar {
                    case 0x85, 0x2028, 0x2029:
                        lineStarts.append(Int32(place + length))
                    case 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...:
                        break
                    default:
                        failure = (
                            place,
                            "the character U+\(String(hexadecimal: scalar, width: scalar > 0xFF ? 4 : 2)) is not allowed"
                        )
                        break scan
                    }
                    place += length
                default:
                    failure = (
                        place,
                        byte == 0
                            ? "a NUL byte" : "the control character U+\(String(hexadecimal: UInt32(byte), width: 2))"
                    )
                    break scan
                }
            }
        }
        if let failure {
            throw YAMLError(
                .unsupported, failure.problem, at: Self.location(of: failure.offset, in: bytes, lineStarts),
                hint: "save the file as UTF-8 text without control characters")
        }
        let most = breaks.max() ?? 0
        if most > 0 {
            lineBreak = [.lineFeed, .carriageReturnLineFeed, .carriageReturn][breaks.firstIndex(of: most) ?? 0]
        }
    }

    private static func location(
        of offset: Int, in bytes: [UInt8], _ lineStarts: ContiguousArray<Int32>
    ) -> SourceLocation {
        let lead = bytes[Int(lineStarts[lineStarts.count - 1])..<offset]
        return SourceLocation(line: lineStarts.count, column: lead.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
    }

    /// By byte order mark, or by where NUL bytes stand among the first four.
    private static func otherEncoding(of bytes: [UInt8]) -> String? {
        let lead = Array(bytes.prefix(4))
        if lead.starts(with: [0xFF, 0xFE, 0, 0]) || lead.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if lead.starts(with: [0xFF, 0xFE]) || lead.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard lead.count >= 2 else { return nil }
        let zeros = lead.map { $0 == 0 }
        if zeros == [true, true, true, false] || zeros == [false, true, true, true] { return "UTF-32" }
        if zeros.starts(with: [true, false]) || zeros.starts(with: [false, true]) {
            return lead.count < 4 || zeros[0] == zeros[2] && zeros[1] == zeros[3] ? "UTF-16" : nil
        }
        return nil
    }

    /// The code point that starts at the offset and its length; nil where the bytes are not well-formed UTF-8.
    private static func scalar(in raw: UnsafeRawBufferPointer, at place: Int) -> (UInt32, Int)? {
        var rest = raw[place...].makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        guard case .valid(let encoded) = parser.parseScalar(from: &rest) else { return nil }
        return (Unicode.UTF8.decode(encoded).value, encoded.count)
    }
}
