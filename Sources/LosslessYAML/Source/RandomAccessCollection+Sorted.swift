extension RandomAccessCollection where Index == Int {
    /// The first place from which on a condition holds that holds nowhere before it; the end where it never does.
    @inlinable
    package func firstSortedIndex(where isBehind: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
