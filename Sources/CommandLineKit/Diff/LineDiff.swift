/// Lines of the old text that lines of the new text replace; either may be none.
struct LineChange: Equatable {
    /// 0-based, half-open.
    var old: Range<Int>
    var new: Range<Int>
}

/// Which lines differ: the patience method (lines that stand once in both texts are anchors), and between anchors Myers's
/// shortest edit script, up to a bound that keeps the work in proportion to the text.
struct LineDiff {
    private let old: [Int]
    private let new: [Int]
    private var changes: [LineChange] = []

    /// The most lines that an edit script between two anchors may add and remove before the whole gap counts as replaced.
    private static let maximumDistance = 400

    /// The changes in ascending order; unchanged lines stand between any two.
    static func changes<Line: Hashable>(from old: [Line], to new: [Line]) -> [LineChange] {
        var numbers: [Line: Int] = [:]
        func number(_ line: Line) -> Int {
            if let number = numbers[line] { return number }
            let number = numbers.count
            numbers[line] = number
            return number
        }
        var diff = LineDiff(old: old.map(number), new: new.map(number))
        diff.compare(0..<old.count, 0..<new.count)
        return diff.changes
    }

    private mutating func compare(_ oldWhole: Range<Int>, _ newWhole: Range<Int>) {
        // A list of gaps rather than recursion: the depth follows from the text.
        var gaps = [(oldWhole, newWhole)]
        while let (oldRange, newRange) = gaps.popLast() {
            let (oldRange, newRange) = trimmed(oldRange, newRange)
            if oldRange.isEmpty || newRange.isEmpty {
                add(oldRange, newRange)
                continue
            }
            let anchors = anchors(oldRange, newRange)
            if anchors.isEmpty {
                shortestScript(oldRange, newRange)
                continue
            }
            var pieces: [(Range<Int>, Range<Int>)] = []
            var (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
            for anchor in anchors {
                pieces.append((oldStart..<anchor.old, newStart..<anchor.new))
                (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
            }
            pieces.append((oldStart..<oldRange.upperBound, newStart..<newRange.upperBound))
            gaps += pieces.reversed()
        }
    }

    private func trimmed(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> (Range<Int>, Range<Int>) {
        var (oldStart, oldEnd) = (oldRange.lowerBound, oldRange.upperBound)
        var (newStart, newEnd) = (newRange.lowerBound, newRange.upperBound)
        while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
            oldStart += 1
            newStart += 1
        }
        while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        return (oldStart..<oldEnd, newStart..<newEnd)
    }

    private mutating func add(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        if oldRange.isEmpty && newRange.isEmpty { return }
        if let last = changes.last, last.old.upperBound == oldRange.lowerBound,
            last.new.upperBound == newRange.lowerBound
        {
            changes[changes.count - 1] = LineChange(
                old: last.old.lowerBound..<oldRange.upperBound, new: last.new.lowerBound..<newRange.upperBound)
        } else {
            changes.append(LineChange(old: oldRange, new: newRange))
        }
    }

    // MARK: Patience

    private typealias Anchor = (old: Int, new: Int)

    /// The longest ascending run of lines that stand once in both ranges.
    private func anchors(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Anchor] {
        let onceInOld = positionsOfUniqueLines(old, oldRange)
        let onceInNew = positionsOfUniqueLines(new, newRange)
        var tops: [Int] = []
        var before: [Int] = []
        var matches: [Anchor] = []
        for position in newRange {
            guard onceInNew[new[position]] == position, let oldPosition = onceInOld[new[position]], oldPosition >= 0
            else { continue }
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if matches[tops[middle]].old < oldPosition { low = middle + 1 } else { high = middle }
            }
            before.append(low > 0 ? tops[low - 1] : -1)
            if low == tops.count { tops.append(matches.count) } else { tops[low] = matches.count }
            matches.append((oldPosition, position))
        }
        var run: [Anchor] = []
        var next = tops.last ?? -1
        while next >= 0 {
            run.append(matches[next])
            next = before[next]
        }
        return run.reversed()
    }

    /// Position by line; -1 for a line that stands several times.
    private func positionsOfUniqueLines(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
        var positions: [Int: Int] = [:]
        for position in range { positions[lines[position]] = positions[lines[position]] == nil ? position : -1 }
        return positions
    }

    // MARK: Myers

    /// Adds the changes of the shortest edit script, or one change for all where that would be too long.
    private mutating func shortestScript(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        let limit = min(oldRange.count + newRange.count, LineDiff.maximumDistance)
        var furthest = [Int](repeating: 0, count: 2 * limit + 3)
        let middle = limit + 1
        var history: [[Int]] = []
        for distance in 0...limit {
            history.append(Array(furthest[(middle - distance - 1)...(middle + distance + 1)]))
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let fromAbove =
                    diagonal == -distance
                    || (diagonal != distance && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
                var x = fromAbove ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
                while x < oldRange.count, x - diagonal < newRange.count, x - diagonal >= 0,
                    old[oldRange.lowerBound + x] == new[newRange.lowerBound + x - diagonal]
                { x += 1 }
                furthest[middle + diagonal] = x
                if x >= oldRange.count, x - diagonal >= newRange.count {
                    walkBack(history, oldRange, newRange)
                    return
                }
            }
        }
        add(oldRange, newRange)
    }

    /// Adds the changes on the way back from the end of both ranges, in ascending order.
    private mutating func walkBack(_ history: [[Int]], _ oldRange: Range<Int>, _ newRange: Range<Int>) {
        var (x, y) = (oldRange.count, newRange.count)
        var steps: [(old: Range<Int>, new: Range<Int>)] = []
        for distance in stride(from: history.count - 1, to: 0, by: -1) {
            // The row of one distance begins at diagonal -distance - 1.
            let row = history[distance]
            let diagonal = x - y
            let index = diagonal + distance + 1
            let fromAbove = diagonal == -distance || (diagonal != distance && row[index - 1] < row[index + 1])
            let previousX = fromAbove ? row[index + 1] : row[index - 1]
            let previousY = previousX - (fromAbove ? diagonal + 1 : diagonal - 1)
            let (oldAt, newAt) = (oldRange.lowerBound + previousX, newRange.lowerBound + previousY)
            steps.append(fromAbove ? (oldAt..<oldAt, newAt..<(newAt + 1)) : (oldAt..<(oldAt + 1), newAt..<newAt))
            (x, y) = (previousX, previousY)
        }
        for step in steps.reversed() { add(step.old, step.new) }
    }
}
