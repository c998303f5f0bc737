/// The anchors defined so far, and what the aliases seen so far would grow to.
struct AnchorTable {
    struct Definition {
        let node: Int
        /// Whether the node has not ended: an alias for it would stand inside of it.
        let isOpen: Bool
        let height: Int
    }

    private(set) var definitions: [String: Definition] = [:]
    /// Aliases in the order of the text, with the weight all up to each add.
    private var aliasNodes: [Int] = []
    private var growth: [Int] = [0]

    mutating func define(_ name: String, node: Int, isOpen: Bool) {
        definitions[name] = Definition(node: node, isOpen: isOpen, height: 0)
    }

    mutating func close(_ name: String, node: Int, height: Int) {
        guard definitions[name]?.node == node else { return }
        definitions[name] = Definition(node: node, isOpen: false, height: height)
    }

    /// Adds an alias; false if all aliases together would then grow the document beyond the limit.
    mutating func addAlias(at node: Int, to referent: Int, in records: ContiguousArray<NodeRecord>) -> Bool {
        let record = records[referent]
        let next = Int(record.next)
        let own = next - referent + Int(record.end - record.start)
        func firstAlias(from node: Int) -> Int { aliasNodes.firstSortedIndex { $0 >= node } }
        let inside = growth[firstAlias(from: next)] - growth[firstAlias(from: referent)]
        let total = growth[growth.count - 1] + own + inside
        aliasNodes.append(node)
        growth.append(total)
        return total <= DocumentLimits.aliasGrowth
    }
}
