/// The items of a sequence or the entries of a mapping as parts of the text.
struct CollectionChild {
    /// Of the `-`, the `?`, or the first byte of the key or flow item.
    var start: Int
    /// Where its content ends.
    var end: Int
    /// The `,` after it in a flow collection; -1 for none.
    var separator: Int
}

/// What an edit leaves of a collection, in order.
enum TargetChild {
    case existing(Int)
    case new(NewChild)
}

/// A new item or entry in both notations.
struct NewChild {
    /// Whole lines with their indentation, without line breaks.
    var blockLines: [String]
    var flowText: String
}

extension YAMLNode {
    /// The children of a collection in the order of the text.
    var collectionChildren: [CollectionChild] {
        var children: [CollectionChild] = []
        children.reserveCapacity(count)
        var child = index + 1
        for _ in 0..<count {
            let first = tree.records[child]
            let lead =
                first.properties < 0
                ? Int(first.start) : min(Int(first.start), tree.properties[Int(first.properties)].range.lowerBound)
            let start = first.indicator >= 0 ? Int(first.indicator) : lead
            let last = kind == .mapping ? Int(first.next) : child
            let record = tree.records[last]
            var end = max(Int(record.end), Int(record.indicator) + 1)
            if record.properties >= 0 { end = max(end, tree.properties[Int(record.properties)].range.upperBound) }
            if kind == .mapping { end = max(end, Int(first.end)) }
            children.append(CollectionChild(start: start, end: end, separator: Int(record.separator)))
            child = Int(record.next)
        }
        return children
    }
}

/// For each of the existing children: whether the target holds it at all, and whether it keeps its place.
struct ChildFates {
    /// In the target, at its place or another.
    private(set) var isKept: [Bool]
    /// A longest increasing run of indices: the fewest possible move.
    private(set) var stays: [Bool]

    init(_ target: [TargetChild], count: Int) {
        isKept = [Bool](repeating: false, count: count)
        var last = -1
        var isSorted = true
        for case .existing(let index) in target {
            isKept[index] = true
            isSorted = isSorted && index > last
            last = index
        }
        stays = isKept
        if !isSorted { findLongestRun(target) }
    }

    private mutating func findLongestRun(_ target: [TargetChild]) {
        var tails: [Int] = []  // places in `values`
        var values: [Int] = []
        var previous: [Int] = []
        for case .existing(let index) in target {
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
