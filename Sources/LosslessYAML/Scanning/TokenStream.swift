import CLibYAML

/// libyaml's tokens over a source, one ahead, with byte offsets; it collects the comments in the gaps between them.
///
/// The bytes must stay where they are while it lives. Source: `yaml_parser_scan`.
struct TokenStream: ~Copyable {
    private let source: SourceText
    private let bytes: UnsafeBufferPointer<UInt8>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let token: UnsafeMutablePointer<yaml_token_t>

    private(set) var type = YAML_NO_TOKEN
    /// UTF-8 byte offsets of the present token.
    private(set) var start = 0
    private(set) var end = 0
    private(set) var comments: ContiguousArray<CommentRecord> = []

    /// A code point and its byte offset, from which the next mark is counted.
    private var knownIndex = 0
    private var knownOffset: Int
    private var gapStart: Int

    init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
        self.source = source
        self.bytes = bytes
        parser = .allocate(capacity: 1)
        token = .allocate(capacity: 1)
        token.initialize(to: yaml_token_t())
        knownOffset = source.start
        gapStart = source.start
        guard yaml_parser_initialize(parser) != 0 else {
            throw YAMLError(.unsupported, "there is not enough memory to read the text")
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress.map { $0 + source.start }, bytes.count - source.start)
        try advance()
    }

    deinit {
        yaml_token_delete(token)
        yaml_parser_delete(parser)
        token.deallocate()
        parser.deallocate()
    }

    /// Goes on to the next token.
    mutating func advance() throws(YAMLError) {
        yaml_token_delete(token)
        guard yaml_parser_scan(parser, token) != 0 else { throw scanError() }
        type = token.pointee.type
        start = offset(of: token.pointee.start_mark.index)
        end = offset(of: token.pointee.end_mark.index)
        if end > start || type == YAML_STREAM_END_TOKEN {
            if start > gapStart { collectComments(from: gapStart, to: start) }
            if end > gapStart { gapStart = end }
            if type == YAML_SCALAR_TOKEN, style == .literal || style == .folded { collectHeaderComment() }
        }
    }

    /// Counted from 0.
    var line: Int { token.pointee.start_mark.line }
    var endLine: Int { token.pointee.end_mark.line }
    var location: SourceLocation { Self.location(token.pointee.start_mark) }

    // MARK: What a token carries

    var style: YAMLNode.Style {
        switch token.pointee.data.scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    var scalar: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: token.pointee.data.scalar.value, count: token.pointee.data.scalar.length)
    }

    var anchor: String { Self.string(token.pointee.data.anchor.value) }
    var alias: String { Self.string(token.pointee.data.alias.value) }
    var tag: (handle: String, suffix: String) {
        (Self.string(token.pointee.data.tag.handle), Self.string(token.pointee.data.tag.suffix))
    }
    var version: (major: Int, minor: Int) {
        (Int(token.pointee.data.version_directive.major), Int(token.pointee.data.version_directive.minor))
    }
    var tagDirective: (handle: String, prefix: String) {
        (
            Self.string(token.pointee.data.tag_directive.handle),
            Self.string(token.pointee.data.tag_directive.prefix)
        )
    }

    private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    // MARK: Places

    private static func location(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(line: mark.line + 1, column: mark.column + 1)
    }

    /// The byte offset of a code point, by its number after the byte order mark.
    private mutating func offset(of index: Int) -> Int {
        if source.isASCII { return source.start + index }
        while knownIndex < index, knownOffset < bytes.count {
            knownOffset += 1
            while knownOffset < bytes.count, bytes[knownOffset] & 0xC0 == 0x80 { knownOffset += 1 }
            knownIndex += 1
        }
        while knownIndex > index, knownOffset > source.start {
            knownOffset -= 1
            while knownOffset > source.start, bytes[knownOffset] & 0xC0 == 0x80 { knownOffset -= 1 }
            knownIndex -= 1
        }
        return knownOffset
    }

    // MARK: Comments

    private mutating func collectComments(from lower: Int, to upper: Int) {
        var place = lower
        while place < upper {
            if bytes[place] == UInt8(ascii: "#") {
                let end = endOfLine(from: place, limit: upper)
                addComment(from: place, to: end)
                place = end
            } else {
                place += 1
            }
        }
    }

    /// `key: | # comment`: the scanner counts it as part of the scalar.
    private mutating func collectHeaderComment() {
        let lineEnd = endOfLine(from: start, limit: end)
        var place = start + 1
        while place < lineEnd, bytes[place] != UInt8(ascii: "#") { place += 1 }
        if place < lineEnd { addComment(from: place, to: lineEnd) }
    }

    private mutating func addComment(from start: Int, to end: Int) {
        let line = source.lineIndex(at: start)
        let isAlone = bytes[Int(source.lineStarts[line])..<start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        comments.append(
            CommentRecord(start: Int32(start), end: Int32(end), line: Int32(line), isAloneOnLine: isAlone))
    }

    private func endOfLine(from start: Int, limit: Int) -> Int {
        var place = start
        while place < limit, bytes.lineBreakLength(at: place) == 0 { place += 1 }
        return place
    }

    private func scanError() -> YAMLError {
        let parser = parser.pointee
        guard parser.error != YAML_MEMORY_ERROR else {
            return YAMLError(.unsupported, "there is not enough memory to read the text")
        }
        guard parser.error == YAML_SCANNER_ERROR else {
            return YAMLError(.unsupported, parser.problem.map { String(cString: $0) } ?? "the text cannot be read")
        }
        return SyntaxProblem.error(
            problem: parser.problem.map { String(cString: $0) } ?? "",
            context: parser.context.map { String(cString: $0) } ?? "",
            at: Self.location(parser.problem_mark), from: Self.location(parser.context_mark), in: source)
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
