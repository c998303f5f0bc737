@testable import LosslessYAML

/// A text read both ways; the trees must not differ where the short way found what it was looking for.
struct Readings {
    /// Whether there were runs, and they were items.
    let isShort: Bool
    /// What differs between the two trees.
    let difference: String?

    init(_ bytes: [UInt8]) throws(YAMLError) {
        let source = try SourceText(bytes)
        let (short, whole) = source.bytes.withUnsafeBufferPointer { bytes in
            let runs = ItemRun.all(in: source, UnsafeRawBufferPointer(bytes))
            let short = runs.isEmpty ? nil : try? TreeBuilder.tree(of: source, bytes, without: runs)
            return (short, try? TreeBuilder.tree(of: source, bytes, without: []).tree)
        }
        guard let short, short.isComplete else {
            (isShort, difference) = (false, nil)
            return
        }
        isShort = true
        difference =
            if let whole { Readings.difference(short.tree, whole) } else { "only the short way reads it" }
    }

    private static func difference(_ short: Tree, _ whole: Tree) -> String? {
        if short.records.map(SeenRecord.init) != whole.records.map(SeenRecord.init) { return "the nodes" }
        if short.commentRanges.map(\.seen) != whole.commentRanges.map(\.seen) { return "the comments" }
        if short.decoded != whole.decoded { return "the decoded texts" }
        if short.properties != whole.properties { return "anchors or tags" }
        let (mine, theirs) = (short.directives, whole.directives)
        return mine.start == theirs.start && mine.end == theirs.end ? nil : "the directives"
    }
}

private struct SeenRecord: Equatable {
    let kind: YAMLNode.Kind
    let style: YAMLNode.Style
    let flags: [Bool]
    let numbers: [Int32]

    init(_ record: NodeRecord) {
        kind = record.kind
        style = record.style
        flags = [record.isFlow, record.textIsDecoded, record.isSinglePair]
        numbers = [
            record.line, record.start, record.end, record.indicator, record.separator, record.textLength, record.next,
            record.textStart, record.childCount, record.referent, record.parent, record.properties,
        ]
    }
}

extension CommentRecord {
    fileprivate var seen: [Int32] { [start, end, line, isAloneOnLine ? 1 : 0] }
}
