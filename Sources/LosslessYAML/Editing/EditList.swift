/// Gathers text edits against one text.
struct EditList {
    private(set) var edits: [TextEdit] = []
    /// Whole lines of block collections that go.
    var removals: [RemovedLines] = []

    mutating func replace(_ lower: Int, _ upper: Int, with text: [UInt8]) {
        if lower < upper || !text.isEmpty {
            edits.append(TextEdit(range: SourceRange(lower, upper), replacement: text))
        }
    }

    mutating func replace(_ lower: Int, _ upper: Int, with text: String) {
        replace(lower, upper, with: Array(text.utf8))
    }

    mutating func insert(_ text: String, at offset: Int) { replace(offset, offset, with: text) }
    mutating func delete(_ lower: Int, _ upper: Int) { replace(lower, upper, with: []) }

    /// The edits sorted, touching ones made one; nil where two overlap.
    func normalized(_ leftovers: Leftovers, of tree: Tree) -> [TextEdit]? {
        guard leftovers != .untouched, !removals.isEmpty else { return normalized }
        var list = self
        for removal in removals {
            removal.tidy(dropsBlankLines: leftovers == .closedUp, of: tree, into: &list)
        }
        return list.normalized
    }

    private var normalized: [TextEdit]? {
        guard edits.count > 1 else { return edits }
        // Stable: insertions at one place keep the order in which they were asked for.
        let sorted = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }.map(\.element)
        var merged: [TextEdit] = []
        for edit in sorted {
            guard let last = merged.last else {
                merged.append(edit)
                continue
            }
            if edit.range.lowerBound < last.range.upperBound { return nil }
            if edit.range.lowerBound == last.range.upperBound {
                merged[merged.count - 1].range.upperBound = edit.range.upperBound
                merged[merged.count - 1].replacement += edit.replacement
            } else {
                merged.append(edit)
            }
        }
        return merged
    }
}
