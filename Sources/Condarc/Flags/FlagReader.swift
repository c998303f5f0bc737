import LosslessYAML

/// Finds the flag of each key and item, as conda does: it takes the comment that ruamel.yaml's round-trip loader attaches
/// to the key or item, and that is not always the one on its line.
///
/// The loader gives all comments between a scalar and the next token to the scalar, joined: with two of them, neither is a
/// flag. To a `:` and to the end of a flow collection it gives what begins on their line, with all comments that
/// follow. What is left goes to the next token; of that, only an item in a list looks at the first comment.
///
/// Source: ruamel.yaml's `scanner.py`, `RoundTripScanner.get_token`, `constructor.py`, `RoundTripConstructor`;
/// conda.common.configuration, `YamlRawParameter`.
struct FlagReader {
    /// A flag and the index of its comment.
    struct Found {
        let flag: Flag
        let comment: Int
    }

    private let gaps: CommentGaps
    /// Whether any comment would be a flag where conda sees it: in most files none is, and no place has to be looked at.
    let hasFlags: Bool

    init(_ document: YAMLDocument) {
        gaps = CommentGaps(document)
        hasFlags = gaps.comments.contains { Flag(comment: $0.text) != nil }
    }

    var comments: [YAMLComment] { gaps.comments }

    /// The flag of a mapping's entry, which goes by its value.
    func flag(ofEntryWith value: YAMLNode) -> Found? {
        guard hasFlags else { return nil }
        if value.kind == .alias {
            // The loader attaches comments to the node, and the alias is the same node.
            let resolved = value.resolved
            return resolved.parent?.kind == .mapping ? flag(ofEntryWith: resolved) : nil
        }
        let own = commentsAttached(after: value)
        if !own.isEmpty { return flag(in: own) }
        // The loader takes an empty line for a comment too.
        if value.kind == .scalar, !value.isEmptyScalar, isFollowedByEmptyLine(value) { return nil }
        // In flow style the loader forgets what stands after the colon.
        guard let parent = value.parent, parent.style == .block, let colon = value.indicatorRange else { return nil }
        return flag(in: commentsOnLine(endingAt: colon.upperBound))
    }

    /// The flags of a sequence's items, in order.
    func flags(ofItemsIn sequence: YAMLNode) -> [Found?] {
        let items = sequence.items
        // What stands before the first dash belongs to the list.
        let firstDash = items.first?.indicatorRange?.upperBound ?? 0
        var start = sequence.style == .block ? firstDash : sequence.range.lowerBound + 1
        return items.map { item in
            // Past an empty item, comments go on to the next one.
            if item.isEmptyScalar { return nil }
            let before = start
            start = endOfWhatIsTaken(by: lastLeaf(of: item))
            if item.kind == .alias { return nil }
            let own = commentsAttached(after: item)
            if !own.isEmpty { return flag(in: own) }
            if item.kind == .scalar, isFollowedByEmptyLine(item) { return nil }
            guard let first = gaps.comments(from: before, to: item.range.lowerBound).first else { return nil }
            let leadsWithEmptyLine = gaps.hasEmptyLine(from: before, to: gaps.comments[first].range.lowerBound)
            return leadsWithEmptyLine ? nil : flag(in: first..<first + 1)
        }
    }

    /// Where the comments begin that the loader leaves for the next token.
    private func endOfWhatIsTaken(by leaf: YAMLNode) -> Int {
        let end = leaf.range.upperBound
        let takes = leaf.kind == .scalar && !leaf.isEmptyScalar || !commentsAttached(after: leaf).isEmpty
        return takes ? gaps.nextToken(from: end) : end
    }

    /// The comments that the loader gives to a node from behind it.
    private func commentsAttached(after node: YAMLNode) -> Range<Int> {
        switch (node.kind, node.style) {
        case (.scalar, _) where !node.isEmptyScalar:
            gaps.comments(from: node.range.upperBound, to: gaps.nextToken(from: node.range.upperBound))
        case (.mapping, .flow), (.sequence, .flow): commentsOnLine(endingAt: node.range.upperBound)
        default: 0..<0
        }
    }

    /// The comments up to the next token, if the first begins on the line on which a token ends.
    private func commentsOnLine(endingAt end: Int) -> Range<Int> {
        let found = gaps.comments(from: end, to: gaps.nextToken(from: end))
        guard let first = found.first, gaps.isOneLine(from: end, to: gaps.comments[first].range.lowerBound) else {
            return 0..<0
        }
        return found
    }

    private func isFollowedByEmptyLine(_ node: YAMLNode) -> Bool {
        gaps.hasEmptyLine(from: node.range.upperBound, to: gaps.nextToken(from: node.range.upperBound))
    }

    private func flag(in range: Range<Int>) -> Found? {
        guard range.count == 1, let only = range.first else { return nil }
        return Flag(comment: gaps.comments[only].text).map { Found(flag: $0, comment: only) }
    }

    /// Whether nothing but blanks stands between a comment and one next to it.
    func isJoined(_ index: Int) -> Bool {
        let comments = gaps.comments
        if index > 0,
            gaps.nextToken(from: comments[index - 1].range.upperBound, skippingComments: false)
                == comments[index].range.lowerBound
        {
            return true
        }
        return index + 1 < comments.count
            && gaps.nextToken(from: comments[index].range.upperBound, skippingComments: false)
                == comments[index + 1].range.lowerBound
    }

    /// The last scalar, alias or flow collection in a node.
    private func lastLeaf(of node: YAMLNode) -> YAMLNode {
        var leaf = node
        while leaf.style == .block {
            switch leaf.kind {
            case .mapping: if let last = leaf.entries.last { leaf = last.value } else { return leaf }
            case .sequence: if let last = leaf.items.last { leaf = last } else { return leaf }
            default: return leaf
            }
        }
        return leaf
    }
}
