/// Refuses edits that would reach other values: through aliases, anchors in use, merge keys, duplicate keys.
struct EditGuard {
    private let tree: Tree
    /// The aliases of the document, sorted by the node they stand for.
    private let aliases: [(alias: Int, referent: Int)]

    init(_ tree: Tree) {
        self.tree = tree
        guard tree.properties.contains(where: { $0.anchor != nil }) else {
            aliases = []
            return
        }
        aliases = tree.records.indices.filter { tree.records[$0].kind == .alias }
            .map { (alias: $0, referent: Int(tree.records[$0].referent)) }.sorted { $0.referent < $1.referent }
    }

    var hasAliases: Bool { !aliases.isEmpty }

    /// A change below this node.
    func allowChange(inside node: YAMLNode, at path: NodePath) throws(YAMLError) {
        if node.kind == .alias {
            throw YAMLError(
                .refused,
                "\(path.name) is an alias in line \(node.line) of the value in line \(node.resolved.line)",
                at: node.location, hint: "edit the anchored value, or write the value out in place of the alias")
        }
        guard let use = aliases(of: node.index..<node.index + 1).first else { return }
        throw inUse(node, by: use.alias, path)
    }

    /// The end of this node as it is, with all that is in it.
    func allowRemoval(of node: YAMLNode, at path: NodePath) throws(YAMLError) {
        let inside = node.index..<Int(node.record.next)
        if let use = aliases(of: inside).first(where: { !inside.contains($0.alias) }) {
            throw inUse(YAMLNode(tree, use.referent), by: use.alias, path)
        }
    }

    /// An edit of an entry whose key is there twice.
    func repeated(_ key: String, _ first: YAMLNode, _ second: YAMLNode) -> YAMLError {
        YAMLError(
            .refused, "the key \(key) stands twice, in line \(first.line) and in line \(second.line)", at: second.span,
            related: YAMLError.Related("first here", first.span), hint: "remove one of them first")
    }

    /// A key that comes from another mapping.
    func merged(_ node: YAMLNode, into mapping: YAMLNode, at path: NodePath) -> YAMLError {
        let line = mapping.entries.first { $0.isMerge }?.key.line ?? mapping.line
        return YAMLError(
            .refused, "\(path.name) comes by the merge key in line \(line) from line \(node.line)",
            at: node.location, hint: "edit it there, or write the key out")
    }

    /// The aliases that stand for one of these nodes.
    private func aliases(of nodes: Range<Int>) -> ArraySlice<(alias: Int, referent: Int)> {
        func first(from node: Int) -> Int { aliases.firstSortedIndex { $0.referent >= node } }
        return aliases[first(from: nodes.lowerBound)..<first(from: nodes.upperBound)]
    }

    private func inUse(_ node: YAMLNode, by alias: Int, _ path: NodePath) -> YAMLError {
        let use = YAMLNode(tree, alias)
        return YAMLError(
            .refused,
            "\(path.name) would also change the alias in line \(use.line): line \(node.line) is anchored as &\(node.anchor ?? "")",
            at: node.location, hint: "write the value out in place of the alias in line \(use.line) first")
    }
}
