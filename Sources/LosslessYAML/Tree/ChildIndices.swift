/// The indices of a collection's children, of which each says where the next begins.
struct ChildIndices: Sequence, IteratorProtocol {
    fileprivate let tree: Tree
    fileprivate var child: Int
    fileprivate var left: Int
    fileprivate let step: Int

    var underestimatedCount: Int { left / step }

    mutating func next() -> Int? {
        guard left > 0 else { return nil }
        let present = child
        for _ in 0..<step { child = Int(tree.records[child].next) }
        left -= step
        return present
    }
}

extension Tree {
    /// Every child of a collection, or every second one: the keys.
    func children(of collection: Int, inSteps step: Int = 1) -> ChildIndices {
        ChildIndices(tree: self, child: collection + 1, left: Int(records[collection].childCount), step: step)
    }
}
