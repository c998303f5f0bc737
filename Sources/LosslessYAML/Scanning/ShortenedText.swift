/// A text without its runs of plain items, as libyaml reads it, and the way from places in it to places in the whole.
struct ShortenedText: ~Copyable {
    /// Where the whole text goes on after a run.
    private struct Seam {
        /// The first line after it, in the shortened text, from 0.
        let line: Int
        /// What is missing up to there.
        let missingLines: Int
        let missingBytes: Int
    }

    let runs: [ItemRun]
    let bytes: UnsafeBufferPointer<UInt8>
    private var seams: [Seam] = []
    /// The memory of the shortened text; nil where nothing is left out.
    private let copy: UnsafeMutableBufferPointer<UInt8>?

    /// - Parameter whole: stays where it is as long as this lives.
    init(_ whole: UnsafeBufferPointer<UInt8>, without runs: [ItemRun]) {
        self.runs = runs
        guard !runs.isEmpty else {
            (bytes, copy) = (whole, nil)
            return
        }
        var (lines, missing) = (0, 0)
        for run in runs {
            seams.append(
                Seam(
                    line: run.lines.lowerBound - lines, missingLines: lines + run.lines.count,
                    missingBytes: missing + run.bytes.count))
            (lines, missing) = (lines + run.lines.count, missing + run.bytes.count)
        }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: whole.count - missing)
        var (from, to) = (0, 0)
        for end in runs.lazy.map(\.bytes) + CollectionOfOne(whole.count..<whole.count) {
            to = copy[to...].update(fromContentsOf: whole[from..<end.lowerBound])
            from = end.upperBound
        }
        self.copy = copy
        bytes = UnsafeBufferPointer(copy)
    }

    deinit { copy?.deallocate() }

    /// How many lines and bytes of the whole text are missing before a line of the shortened one, counted from 0.
    func missing(beforeLine line: Int) -> (lines: Int, bytes: Int) {
        let next = seams.firstSortedIndex { $0.line > line }
        return next == 0 ? (0, 0) : (seams[next - 1].missingLines, seams[next - 1].missingBytes)
    }
}
