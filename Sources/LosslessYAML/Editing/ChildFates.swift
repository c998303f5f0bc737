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

    /// What changes between two children that stay, or a bracket.
    struct Stretch {
        var after: Int?
        /// Children that are new, or move here.
        var run: [ExpectedChild] = []
        var before: Int?
        /// Those that stood here and are gone, or move away.
        var dropped: Range<Int>
    }

    /// Calls the closure with each in which something changes; no list of them is made, since few edits have many.
    func forEachStretch(of expected: [ExpectedChild], _ body: (Stretch) -> Void) {
        var stretch = Stretch(dropped: 0..<0)
        func end(before next: Int?) {
            let first = stretch.dropped.lowerBound
            stretch.before = next
            stretch.dropped = first..<max(first, next ?? stays.count)
            if !stretch.run.isEmpty || !stretch.dropped.isEmpty { body(stretch) }
        }
        for child in expected {
            if case .existing(let index, _) = child, stays[index] {
                end(before: index)
                stretch = Stretch(after: index, dropped: index + 1..<index + 1)
            } else {
                stretch.run.append(child)
            }
        }
        end(before: nil)
    }

    private mutating func findLongestRun(_ expected: [ExpectedChild]) {
        var tails: [Int] = []  // places in `values`
        var values: [Int] = []
        var previous: [Int] = []
        for case .existing(let index, _) in expected {
            let length = tails.firstSortedIndex { values[$0] >= index }
            previous.append(length > 0 ? tails[length - 1] : -1)
            if length == tails.count { tails.append(values.count) } else { tails[length] = values.count }
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
