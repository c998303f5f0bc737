extension TreeBuilder {
    /// Before an item of a block sequence: adds those that libyaml was not given, if there are some.
    ///
    /// The item before must be the line before, read as that line is taken apart here.
    mutating func readItemsLeftOut() {
        guard let run = tokens.passedRun, let sequence = open.last, sequence.lastChild >= 0 else { return }
        let before = records[sequence.lastChild]
        guard
            let line = ItemLine(
                at: Int(source.lineStarts[run.lines.lowerBound - 1]), in: UnsafeRawBufferPointer(bytes)),
            before.kind == .scalar, before.style == .plain, !before.textIsDecoded, before.properties < 0,
            (Int(before.indicator), Int(before.start), Int(before.end)) == (line.dash, line.start, line.end)
        else { return }
        let parent = Int32(sequence.node)
        var records = records
        self.records = []
        tokens.insertPassedRun { item, line in
            var record = NodeRecord(
                kind: .scalar, style: .plain, line: line, start: item.start, end: item.end, next: records.count + 1)
            record.indicator = Int32(item.dash)
            record.textStart = Int32(item.start)
            record.textLength = Int32(item.end - item.start)
            record.parent = parent
            records.append(record)
        }
        self.records = records
        open[open.count - 1].childCount += Int32(run.lines.count)
        open[open.count - 1].lastChild = records.count - 1
    }
}
