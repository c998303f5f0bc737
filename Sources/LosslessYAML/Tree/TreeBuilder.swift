import CLibYAML

/// Builds the tree from tokens by the grammar of libyaml's own parser, state by state, so that both accept the same texts.
///
/// Source: `yaml_parser_state_machine` in libyaml's `parser.c`.
struct TreeBuilder: ~Copyable {
    enum State {
        case documentEnd
        case blockSequenceEntry, indentlessSequenceEntry
        case blockMappingKey, blockMappingValue
        case flowSequenceFirst, flowSequenceEntry
        case flowPairKey, flowPairValue, flowPairEnd
        case flowMappingFirst, flowMappingKey, flowMappingValue, flowMappingEmptyValue
    }

    /// A collection that has not ended.
    struct Open {
        var node: Int
        var isFlow: Bool
        var childCount: Int32 = 0
        var location: SourceLocation
        var lastChild = -1
        var height = 1
        var anchor: String?
        /// The column that libyaml measures the indentation of block scalars from; -1 outside block collections.
        var indentation: Int
    }

    let source: SourceText
    let bytes: UnsafeBufferPointer<UInt8>
    var tokens: TokenStream
    var states: [State] = []
    var open: [Open] = []
    var records: ContiguousArray<NodeRecord> = []
    private var properties: [NodeProperties] = []
    var decoded: [UInt8] = []
    var anchors = AnchorTable()
    private var directives = Directives()
    /// Those of directives.
    var tagPrefixes: [String: String] = [:]
    private var pendingIndicator: Int32 = -1
    /// Where the last token that is not just an end of block ended, and its line from 0.
    var contentEnd: Int
    var contentLine = 0

    /// Reads a whole text.
    static func tree(of source: SourceText) throws(YAMLError) -> Tree {
        // A `Result`, since `withUnsafeBufferPointer` has no typed throws of a noncopyable.
        let outcome = source.bytes.withUnsafeBufferPointer { bytes in
            Result { () throws(YAMLError) in
                let runs = ItemRun.all(in: source, UnsafeRawBufferPointer(bytes))
                // What is wrong with a text is told by reading all of it.
                if !runs.isEmpty, let read = try? tree(of: source, bytes, without: runs), read.isComplete {
                    return read.tree
                }
                return try tree(of: source, bytes, without: []).tree
            }
        }
        return try outcome.get()
    }

    /// Incomplete where the runs are no items after all.
    static func tree(
        of source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, without runs: [ItemRun]
    ) throws(YAMLError) -> (tree: Tree, isComplete: Bool) {
        var builder = try TreeBuilder(source: source, bytes: bytes, without: runs)
        try builder.run()
        let isComplete = builder.tokens.isComplete
        return (builder.finished(), isComplete)
    }

    private init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>, without runs: [ItemRun]) throws(YAMLError) {
        self.source = source
        self.bytes = bytes
        tokens = try TokenStream(source: source, bytes: bytes, without: runs)
        contentEnd = source.start
    }

    private consuming func finished() -> Tree {
        Tree(
            source: source, records: records, properties: properties, decoded: decoded,
            commentRanges: tokens.comments, directives: directives)
    }

    // MARK: Document

    private mutating func run() throws(YAMLError) {
        // Memory that is not touched costs nothing; growing step by step would. Not in the initializer: there the array
        // still has a second owner, and the first addition would make it a small one of its own.
        records.reserveCapacity(2 * source.lineCount + 8)
        try tokens.advance()  // the start of the stream
        if tokens.type == YAML_STREAM_END_TOKEN { return }
        let isExplicit =
            tokens.type == YAML_VERSION_DIRECTIVE_TOKEN || tokens.type == YAML_TAG_DIRECTIVE_TOKEN
            || tokens.type == YAML_DOCUMENT_START_TOKEN
        if isExplicit {
            try readDirectives()
            guard tokens.type == YAML_DOCUMENT_START_TOKEN else {
                throw problem("did not find expected <document start>")
            }
            directives.start = SourceRange(tokens.start, tokens.end)
            try skip()
        }
        states.append(.documentEnd)
        switch tokens.type {
        case YAML_VERSION_DIRECTIVE_TOKEN where isExplicit, YAML_TAG_DIRECTIVE_TOKEN where isExplicit,
            YAML_DOCUMENT_START_TOKEN where isExplicit, YAML_DOCUMENT_END_TOKEN where isExplicit,
            YAML_STREAM_END_TOKEN where isExplicit:
            addEmpty()
        default:
            try readNode(isBlock: true, mayBeIndentless: false)
        }
        while let state = states.popLast() {
            if state == .documentEnd { break }
            guard records.count < DocumentLimits.nodes else {
                throw YAMLError(
                    .unsupported, "the text holds more than \(DocumentLimits.nodes) values", at: tokens.location,
                    hint: "a configuration never does: this is most likely another file")
            }
            try step(state)
        }
        try readDocumentEnd()
    }

    private mutating func readDirectives() throws(YAMLError) {
        var handles: Set<String> = []
        while true {
            if tokens.type == YAML_VERSION_DIRECTIVE_TOKEN {
                guard directives.version == nil else { throw problem("found duplicate %YAML directive") }
                let version = tokens.version
                guard version == (1, 1) || version == (1, 2) else { throw problem("found incompatible YAML document") }
                directives.version = version
                directives.versionRange = SourceRange(tokens.start, tokens.end)
            } else if tokens.type == YAML_TAG_DIRECTIVE_TOKEN {
                let (handle, prefix) = tokens.tagDirective
                guard handles.insert(handle).inserted else { throw problem("found duplicate %TAG directive") }
                tagPrefixes[handle] = prefix
            } else {
                return
            }
            try skip()
        }
    }

    private mutating func readDocumentEnd() throws(YAMLError) {
        while tokens.type == YAML_DOCUMENT_END_TOKEN {
            if directives.end == nil { directives.end = SourceRange(tokens.start, tokens.end) }
            try skip()
        }
        switch tokens.type {
        case YAML_STREAM_END_TOKEN:
            return
        case YAML_DOCUMENT_START_TOKEN, YAML_VERSION_DIRECTIVE_TOKEN, YAML_TAG_DIRECTIVE_TOKEN:
            var error =
                source.copiedLine(at: tokens.location, from: nil)
                ?? YAMLError(
                    .unsupported, "the text holds several documents", at: tokens.location,
                    hint: "keep one document: remove the '---' and what does not belong to it")
            // However it came about.
            error.code = .unsupported
            throw error
        default:
            throw problem("did not find expected <document start>")
        }
    }

    // MARK: Nodes

    mutating func addEmpty(_ nodeProperties: NodeProperties? = nil) {
        var record = NodeRecord(
            kind: .scalar, style: .plain, line: contentLine, start: contentEnd, end: contentEnd,
            next: records.count + 1)
        record.textStart = Int32(contentEnd)
        add(record, nodeProperties)
    }

    // MARK: Collections

    /// Opens a collection by its first token, which is its own.
    mutating func open(
        _ kind: YAMLNode.Kind, _ style: YAMLNode.Style, _ nodeProperties: NodeProperties?, then state: State
    ) throws(YAMLError) {
        let indentation = style == .block ? tokens.location.column - 1 : open.last?.indentation ?? -1
        try openCollection(kind, style, nodeProperties, indentation: indentation)
        try skip()
        states.append(state)
    }

    @discardableResult
    mutating func openCollection(
        _ kind: YAMLNode.Kind, _ style: YAMLNode.Style, _ nodeProperties: NodeProperties?, indentation: Int
    ) throws(YAMLError) -> Int {
        guard open.count < DocumentLimits.depth else { throw tooDeep() }
        let location = tokens.location
        var record = NodeRecord(
            kind: kind, style: style, line: tokens.line, start: tokens.start, end: tokens.start,
            next: records.count + 1)
        record.isFlow = style == .flow
        let node = add(record, nodeProperties)
        open.append(
            Open(
                node: node, isFlow: records[node].isFlow, location: location, anchor: nodeProperties?.anchor,
                indentation: indentation))
        return node
    }

    mutating func closeCollection(at end: Int) {
        guard let closed = open.popLast() else { return }
        records[closed.node].end = Int32(end)
        records[closed.node].childCount = closed.childCount
        records[closed.node].next = Int32(records.count)
        if let anchor = closed.anchor { anchors.close(anchor, node: closed.node, height: closed.height) }
        raiseHeight(to: closed.height + 1)
    }

    mutating func raiseHeight(to height: Int) {
        guard let last = open.indices.last else { return }
        open[last].height = max(open[last].height, height)
    }

    @discardableResult
    mutating func add(_ record: NodeRecord, _ nodeProperties: NodeProperties?) -> Int {
        let node = records.count
        var record = record
        record.indicator = pendingIndicator
        pendingIndicator = -1
        let last = open.count - 1
        if last >= 0 {
            record.parent = Int32(open[last].node)
            record.isFlow = record.isFlow || open[last].isFlow
            open[last].childCount += 1
            open[last].lastChild = node
        }
        if let nodeProperties {
            record.properties = Int32(properties.count)
            properties.append(nodeProperties)
            if let anchor = nodeProperties.anchor {
                anchors.define(anchor, node: node, isOpen: record.kind == .mapping || record.kind == .sequence)
            }
        }
        records.append(record)
        return node
    }

    // MARK: Tokens

    mutating func skip() throws(YAMLError) {
        if tokens.end > tokens.start {
            contentEnd = tokens.end
            contentLine = tokens.endLine
        }
        try tokens.advance()
    }

    /// Skips a `-`, `?` or `:`, which belongs to the node that comes next.
    mutating func skipIndicator() throws(YAMLError) {
        pendingIndicator = tokens.end > tokens.start ? Int32(tokens.start) : -1
        try skip()
    }

    mutating func skipSeparator(_ text: String, _ context: String) throws(YAMLError) {
        guard tokens.type == YAML_FLOW_ENTRY_TOKEN else { throw problemInCollection(text, context) }
        if let child = open.last?.lastChild, child >= 0 { records[child].separator = Int32(tokens.start) }
        try skip()
    }

    // MARK: Errors

    func problem(_ text: String, context: String = "", from start: SourceLocation? = nil) -> YAMLError {
        SyntaxProblem(problem: text, context: context, location: tokens.location, start: start, source: source).error
    }

    func problemInCollection(_ text: String, _ context: String) -> YAMLError {
        problem(text, context: context, from: open.last?.location)
    }

    func tooDeep() -> YAMLError {
        YAMLError(
            .unsupported, "the text is nested more than \(DocumentLimits.depth) levels deep", at: tokens.location,
            hint: "a configuration never is: this is most likely another file")
    }
}
