import CLibYAML

/// libyaml's tokens over a source, one ahead, with byte offsets; it collects the comments in the gaps between them.
///
/// Runs of plain items may be left out: `passedRun` tells where one is due. The bytes must stay where they are while it lives. Source: `yaml_parser_scan`.
struct TokenStream: ~Copyable {
    private let source: SourceText
    private let bytes: UnsafeBufferPointer<UInt8>
    private let text: ShortenedText
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let token: UnsafeMutablePointer<yaml_token_t>

    private(set) var type = YAML_NO_TOKEN
    /// UTF-8 byte offsets of the present token.
    private(set) var start = 0
    private(set) var end = 0
    /// Counted from 0.
    private(set) var line = 0
    private(set) var endLine = 0
    private(set) var comments: ContiguousArray<CommentRecord> = []
    /// How many of the runs that were left out end before the present token.
    private var passedRuns = 0
    /// How many of them have been put in.
    private(set) var insertedRuns = 0

    /// A code point and its byte offset in the shortened text, from which the next mark is counted.
    private var knownIndex = 0
    private var knownOffset: Int
    private var gapStart: Int

    /// - Parameter runs: what libyaml is not to read.
    init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>, without runs: [ItemRun] = []) throws(YAMLError) {
        self.source = source
        self.bytes = bytes
        text = ShortenedText(bytes, without: runs)
        parser = .allocate(capacity: 1)
        token = .allocate(capacity: 1)
        token.initialize(to: yaml_token_t())
        knownOffset = source.start
        gapStart = source.start
        guard yaml_parser_initialize(parser) != 0 else {
            throw YAMLError(.unsupported, "there is not enough memory to read the text")
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(
            parser, text.bytes.baseAddress.map { $0 + source.start }, text.bytes.count - source.start)
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
        (start, line) = place(of: token.pointee.start_mark)
        (end, endLine) = place(of: token.pointee.end_mark)
        if end > start || type == YAML_STREAM_END_TOKEN {
            if start > gapStart { collectGap() }
            if end > gapStart { gapStart = end }
            if type == YAML_SCALAR_TOKEN, style == .literal || style == .folded { collectHeaderComment() }
        }
    }

    var location: SourceLocation { location(token.pointee.start_mark) }

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
        (Self.string(token.pointee.data.tag_directive.handle), Self.string(token.pointee.data.tag_directive.prefix))
    }

    private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    // MARK: Places

    private func location(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(line: mark.line + text.missing(beforeLine: mark.line).lines + 1, column: mark.column + 1)
    }

    /// The byte offset and the line of a mark, which counts code points after the byte order mark.
    private mutating func place(of mark: yaml_mark_t) -> (offset: Int, line: Int) {
        let missing = text.missing(beforeLine: mark.line)
        return (offset(of: mark.index) + missing.bytes, mark.line + missing.lines)
    }

    private mutating func offset(of index: Int) -> Int {
        if source.isASCII { return source.start + index }
        while knownIndex < index, knownOffset < text.bytes.count {
            knownOffset += 1
            while knownOffset < text.bytes.count, text.bytes[knownOffset] & 0xC0 == 0x80 { knownOffset += 1 }
            knownIndex += 1
        }
        while knownIndex > index, knownOffset > source.start {
            knownOffset -= 1
            while knownOffset > source.start, text.bytes[knownOffset] & 0xC0 == 0x80 { knownOffset -= 1 }
            knownIndex -= 1
        }
        return knownOffset
    }

    // MARK: Runs that were left out

    /// The run that ends where the present token starts, if it has not been put in.
    var passedRun: ItemRun? {
        guard insertedRuns < text.runs.count else { return nil }
        let run = text.runs[insertedRuns]
        return line == run.lines.upperBound && start == run.bytes.upperBound + run.column ? run : nil
    }

    /// Whether nothing is missing in what was read.
    var isComplete: Bool { insertedRuns == text.runs.count }

    /// Hands out the items of the passed run, which the caller puts in, with their lines; takes their comments.
    mutating func insertPassedRun(_ add: (ItemLine, _ line: Int) -> Void) {
        guard let run = passedRun else { return }
        insertedRuns += 1
        for line in run.lines {
            guard let item = ItemLine(at: Int(source.lineStarts[line]), in: UnsafeRawBufferPointer(bytes)) else {
                return
            }
            add(item, line)
            if item.commentStart < item.commentEnd {
                comments.append(
                    CommentRecord(
                        start: Int32(item.commentStart), end: Int32(item.commentEnd), line: Int32(line),
                        isAloneOnLine: false))
            }
        }
    }

    // MARK: Comments

    /// Between two tokens; what was left out there has its comments taken when it is put in.
    private mutating func collectGap() {
        while passedRuns < text.runs.count, text.runs[passedRuns].lines.upperBound <= line {
            let run = text.runs[passedRuns]
            if gapStart < run.bytes.lowerBound { collectComments(from: gapStart, to: run.bytes.lowerBound) }
            gapStart = max(gapStart, run.bytes.upperBound)
            passedRuns += 1
        }
        collectComments(from: gapStart, to: start)
    }

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
        var error = SyntaxProblem(
            problem: parser.problem.map { String(cString: $0) } ?? "",
            context: parser.context.map { String(cString: $0) } ?? "",
            location: location(parser.problem_mark), start: location(parser.context_mark), source: source
        ).error
        error.isLexical = true
        return error
    }
}
