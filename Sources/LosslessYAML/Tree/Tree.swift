/// The nodes of one document, flat, over the source they were read from.
final class Tree: Sendable {
    let source: SourceText
    let records: ContiguousArray<NodeRecord>
    let properties: [NodeProperties]
    /// The text of scalars that does not stand in the source as it is: escapes, folded lines.
    let decoded: [UInt8]
    let commentRanges: ContiguousArray<CommentRecord>
    let directives: Directives
    /// Nil where no mapping can be long: most texts are small, and even an empty one costs their reading.
    let longMappings: LongMappings?

    init(
        source: SourceText, records: ContiguousArray<NodeRecord>, properties: [NodeProperties], decoded: [UInt8],
        commentRanges: ContiguousArray<CommentRecord>, directives: Directives
    ) {
        self.source = source
        self.records = records
        self.properties = properties
        self.decoded = decoded
        self.commentRanges = commentRanges
        self.directives = directives
        longMappings = records.count > LongMappings.least ? LongMappings() : nil
    }
}

/// Where a comment stands; its line is counted from 0.
struct CommentRecord {
    var start: Int32
    var end: Int32
    var line: Int32
    var isAloneOnLine: Bool
}

/// What stands around the document's content.
struct Directives: Sendable {
    /// `%YAML 1.1`; nil where there is no such directive.
    var version: (major: Int, minor: Int)?
    /// That directive.
    var versionRange: SourceRange?
    /// The `---`.
    var start: SourceRange?
    /// The `...`.
    var end: SourceRange?
}

extension Tree {
    /// The bytes of a scalar's text.
    func withText<Result>(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let record = records[index]
        let range = Int(record.textStart)..<Int(record.textStart + record.textLength)
        return (record.textIsDecoded ? decoded : source.bytes).withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[range]))
        }
    }
}
