extension Tree {
    /// The tree of the whole text, made of the tree of the text without some runs of items, and of their nodes before.
    ///
    /// - Parameters:
    ///   - elision: what was left out; its places are those in `before`.
    ///   - sequence: index of the sequence in this tree.
    ///   - source: the whole text.
    func splicing(_ elision: Elision, from before: Tree, into sequence: Int, of source: SourceText) -> Tree {
        let seams = seams(elision, sequence)
        var spliced = ContiguousArray<NodeRecord>()
        spliced.reserveCapacity(records.count + (seams.last?.missingRecords ?? 0))
        var passed = 0
        for (index, record) in records.enumerated() {
            while passed < seams.count, seams[passed].record == index {
                let seam = seams[passed]
                append(seam, of: before, to: &spliced, parent: sequence)
                passed += 1
            }
            spliced.append(record.moved(across: seams, passed: passed))
        }
        spliced[sequence].childCount += Int32(elision.runs.reduce(0) { $0 + $1.items.count })
        return Tree(
            source: source, records: spliced, properties: properties, decoded: decoded + before.decoded,
            commentRanges: splicedComments(seams, before), directives: directives.moved(across: seams))
    }

    /// A place in the reduced text and tree where a run was left out, and what is missing up to behind it.
    struct Seam {
        let run: Elision.Run
        /// Index of the item after the run.
        let record: Int
        /// Offset of the line of the item after the run.
        let offset: Int
        /// From lines before the edit to lines after it, for what was left out.
        let lineShift: Int
        let missingRecords: Int
        let missingBytes: Int
        let missingLines: Int
    }

    private func seams(_ elision: Elision, _ sequence: Int) -> [Seam] {
        var seams: [Seam] = []
        var child = sequence + 1
        var (records, bytes, lines) = (0, 0, 0)
        for run in elision.runs {
            let offset = run.bytes.lowerBound + run.offsetShift - bytes
            while Int(self.records[child].indicator) < offset { child = Int(self.records[child].next) }
            let lineShift = source.lineIndex(at: offset) + lines - run.lines.lowerBound
            records += run.records.count
            bytes += run.bytes.count
            lines += run.lines.count
            seams.append(
                Seam(
                    run: run, record: child, offset: offset, lineShift: lineShift, missingRecords: records,
                    missingBytes: bytes, missingLines: lines))
        }
        return seams
    }

    private func append(
        _ seam: Seam, of before: Tree, to spliced: inout ContiguousArray<NodeRecord>, parent sequence: Int
    ) {
        let run = seam.run
        let oldParent = before.records[run.records.lowerBound].parent
        let indexShift = Int32(spliced.count - run.records.lowerBound)
        for index in run.records {
            var record = before.records[index]
            if record.kind == .scalar, record.textIsDecoded {
                record.textStart += Int32(decoded.count)
            } else if record.kind == .scalar {
                record.textStart += Int32(run.offsetShift)
            }
            record.start += Int32(run.offsetShift)
            record.end += Int32(run.offsetShift)
            if record.indicator >= 0 { record.indicator += Int32(run.offsetShift) }
            if record.separator >= 0 { record.separator += Int32(run.offsetShift) }
            record.line += Int32(seam.lineShift)
            record.next += indexShift
            record.parent = record.parent == oldParent ? Int32(sequence) : record.parent + indexShift
            spliced.append(record)
        }
    }

    private func splicedComments(_ seams: [Seam], _ before: Tree) -> ContiguousArray<CommentRecord> {
        var comments = ContiguousArray<CommentRecord>()
        var passed = 0
        func append(_ seam: Seam) {
            for var comment in before.comments(in: seam.run.bytes) {
                comment.start += Int32(seam.run.offsetShift)
                comment.end += Int32(seam.run.offsetShift)
                comment.line += Int32(seam.lineShift)
                comments.append(comment)
            }
        }
        for var comment in commentRanges {
            while passed < seams.count, seams[passed].offset <= Int(comment.start) {
                append(seams[passed])
                passed += 1
            }
            if passed > 0 {
                comment.start += Int32(seams[passed - 1].missingBytes)
                comment.end += Int32(seams[passed - 1].missingBytes)
                comment.line += Int32(seams[passed - 1].missingLines)
            }
            comments.append(comment)
        }
        for seam in seams[passed...] { append(seam) }
        return comments
    }

    /// The comments that start in a part of the text.
    func comments(in range: Range<Int>) -> ArraySlice<CommentRecord> {
        let lower = firstComment(from: range.lowerBound)
        return commentRanges[lower..<firstComment(from: range.upperBound)]
    }

    private func firstComment(from offset: Int) -> Int {
        var low = 0
        var high = commentRanges.count
        while low < high {
            let middle = (low + high) / 2
            if Int(commentRanges[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [Tree.Seam] {
    /// An offset of the reduced text in the whole one.
    ///
    /// - Parameter passed: how many seams are known to stand before it; one that ends right at the next seam stays there.
    fileprivate func offset(_ offset: Int32, passed: Int) -> Int32 {
        var count = passed
        while count < self.count, self[count].offset < Int(offset) { count += 1 }
        return offset < 0 || count == 0 ? offset : offset + Int32(self[count - 1].missingBytes)
    }

    /// Where a node of the reduced tree, or the end of one, is in the whole tree.
    fileprivate func index(_ index: Int32, isEnd: Bool) -> Int32 {
        var count = 0
        while count < self.count, self[count].record < Int(index) || (!isEnd && self[count].record == Int(index)) {
            count += 1
        }
        return index < 0 || count == 0 ? index : index + Int32(self[count - 1].missingRecords)
    }
}

extension NodeRecord {
    /// The node of the reduced tree in the whole one, after so many seams.
    fileprivate func moved(across seams: [Tree.Seam], passed: Int) -> NodeRecord {
        var moved = self
        moved.start = seams.offset(start, passed: passed)
        moved.end = seams.offset(end, passed: passed)
        moved.indicator = seams.offset(indicator, passed: passed)
        moved.separator = seams.offset(separator, passed: passed)
        if kind == .scalar, !textIsDecoded { moved.textStart = seams.offset(textStart, passed: passed) }
        if passed > 0 { moved.line += Int32(seams[passed - 1].missingLines) }
        moved.next = seams.index(next, isEnd: true)
        moved.parent = seams.index(parent, isEnd: false)
        return moved
    }
}

extension Directives {
    fileprivate func moved(across seams: [Tree.Seam]) -> Directives {
        func moved(_ range: SourceRange?) -> SourceRange? {
            guard let range else { return nil }
            // Either side of the sequence as a whole: a line that starts where the last seam is comes after it.
            let passed = seams.prefix { $0.offset <= range.lowerBound }.count
            let lower = seams.offset(Int32(range.lowerBound), passed: passed)
            return SourceRange(Int(lower), Int(lower) + range.count)
        }
        var directives = self
        directives.start = moved(start)
        directives.end = moved(end)
        return directives
    }
}
