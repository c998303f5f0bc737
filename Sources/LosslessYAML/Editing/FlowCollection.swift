/// A collection in brackets or braces, which has children, taken apart.
struct FlowCollection {
    let children: CollectionChildren
    /// Between the brackets.
    let inside: SourceRange
    private let tree: Tree
    private let source: SourceText

    init(_ collection: YAMLNode) {
        tree = collection.tree
        source = tree.source
        children = CollectionChildren(of: collection)
        inside = SourceRange(collection.range.lowerBound + 1, collection.range.upperBound - 1)
    }

    var last: Int { children.count - 1 }

    /// From the opening bracket to the first child.
    var opening: [FlowSegment] {
        FlowSegment.between(SourceRange(inside.lowerBound, children[0].start), in: tree)
    }

    /// From the end of a child to the start of the next, or the closing bracket.
    func rest(after index: Int) -> [FlowSegment] {
        let end = index < last ? children[index + 1].start : inside.upperBound
        return FlowSegment.between(
            SourceRange(children[index].end, end), separator: children[index].separator, in: tree)
    }

    /// A child that moves, with the comment behind it.
    func segment(of index: Int) -> FlowSegment {
        let text = source.string(in: SourceRange(children[index].start, children[index].end))
        let rest = rest(after: index)[0]
        return FlowSegment(
            child: text + (endsInColon(index) ? " " : ""), gap: rest.comment.isEmpty ? "" : rest.gap,
            comment: rest.comment)
    }

    /// The comments that have their lines for themselves inside of a child.
    func ownLines(in index: Int) -> [FlowSegment] {
        tree.ownLineComments(in: SourceRange(children[index].start, children[index].end)).flatMap {
            FlowSegment.between(source.lineRange(at: Int($0.start)), in: tree).dropLast()
        }
    }

    /// Whether its value is left out: what YAML takes for the end of a plain key must not touch the `:`.
    func endsInColon(_ index: Int) -> Bool { source.bytes[children[index].end - 1] == UInt8(ascii: ":") }

    /// Whether something stays when all children go: comments that have their line for themselves or follow the bracket.
    var hasCommentsToKeep: Bool { !tree.ownLineComments(in: inside).isEmpty || !opening[0].comment.isEmpty }

    // MARK: Style

    var hasTrailingSeparator: Bool { children[last].separator >= 0 }

    func startsLine(_ index: Int) -> Bool { source.startsLine(at: children[index].start) }

    /// Whether each child has a line of its own.
    var hasLineStyle: Bool {
        children.indices.dropFirst().allSatisfy(startsLine) && (children.count > 1 || startsLine(0))
    }

    /// Between a separator and the next child on its line.
    var gap: String {
        guard children.count > 1, children[0].separator >= 0 else { return " " }
        let text = source.string(in: SourceRange(children[0].separator + 1, children[1].start))
        return text.utf8.allSatisfy { $0 == 0x20 } ? text : " "
    }

    /// What stands at the start of a child's line; the column of the first child in the line of the bracket.
    func indentation(of index: Int) -> String {
        let line = source.lineRange(at: children[index].start).lowerBound
        guard line >= inside.lowerBound else { return ValueWriter.blanks(source.column(at: children[0].start)) }
        let start = source.bytes[line...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line
        return source.string(in: SourceRange(line, start))
    }

    func lineBreak(near index: Int) -> String { source.lineBreak(near: children[index].end).rawValue }
}
