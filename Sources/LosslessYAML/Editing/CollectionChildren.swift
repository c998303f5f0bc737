/// The items of a sequence or the entries of a mapping as parts of the text.
struct CollectionChild {
    /// Of the `-`, the `?`, or the first byte of the key or flow item.
    var start: Int
    /// Where its content ends.
    var end: Int
    /// The `,` after it in a flow collection; -1 for none.
    var separator: Int
}

/// The children of a collection in the order of the text, their places worked out when asked for.
struct CollectionChildren: RandomAccessCollection {
    private let tree: Tree
    private let isMapping: Bool
    /// The items of a sequence, the keys of a mapping.
    private let nodes: [Int32]

    init(of collection: YAMLNode) {
        tree = collection.tree
        isMapping = collection.kind == .mapping
        nodes = tree.children(of: collection.index, inSteps: isMapping ? 2 : 1)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { nodes.count }

    subscript(position: Int) -> CollectionChild {
        let first = YAMLNode(tree, Int(nodes[position]))
        let last = isMapping ? YAMLNode(tree, Int(first.record.next)) : first
        var end = Swift.max(last.range.upperBound, Int(last.record.indicator) + 1, first.range.upperBound)
        if let properties = last.propertiesRange { end = Swift.max(end, properties.upperBound) }
        return CollectionChild(
            start: first.indicatorRange?.lowerBound ?? first.fullRange.lowerBound, end: end,
            separator: Int(last.record.separator))
    }
}

extension Tree {
    /// Every child of a collection, or every second one: the keys.
    func children(of collection: Int, inSteps step: Int = 1) -> [Int32] {
        var children: [Int32] = []
        let count = Int(records[collection].childCount)
        children.reserveCapacity(count / step)
        var child = collection + 1
        for place in 0..<count {
            if place % step == 0 { children.append(Int32(child)) }
            child = Int(records[child].next)
        }
        return children
    }
}

/// For each of the existing children: whether it is expected at all, and whether it keeps its place.
struct ChildFates {
    /// Expected, at its place or another.
    private(set) var isKept: [Bool]
    /// A longest increasing run of indices: the fewest possible move.
    private(set) var stays: [Bool]

    init(_ expected: [ExpectedChild], count: Int) {
        isKept = [Bool](repeating: false, count: count)
        var last = -1
        var isSorted = true
        for case .existing(let index, _) in expected {
            isKept[index] = true
            isSorted = isSorted && index > last
            last = index
        }
        stays = isKept
        if !isSorted { findLongestRun(expected) }
    }

    private mutating func findLongestRun(_ expected: [ExpectedChild]) {
        var tails: [Int] = []  // places in `values`
        var values: [Int] = []
        var previous: [Int] = []
        for case .existing(let index, _) in expected {
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if values[tails[middle]] < index { low = middle + 1 } else { high = middle }
            }
            previous.append(low > 0 ? tails[low - 1] : -1)
            if low == tails.count { tails.append(values.count) } else { tails[low] = values.count }
            values.append(index)
        }
        stays = [Bool](repeating: false, count: stays.count)
        var place = tails.last ?? -1
        while place >= 0 {
            stays[values[place]] = true
            place = previous[place]
        }
    }
}
