/// Gathers text edits against one text.
struct EditList {
    private(set) var edits: [TextEdit] = []
    /// Whether comments that stay behind from removed lines go to the column of what was removed: under a block scalar, ones
    /// further to the right would become its text.
    var alignsComments = false
    /// Whether blank lines right below removed lines go, too: a block scalar that keeps its end would take them.
    var dropsBlankLines = false

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

    /// Sorted, touching ones made one; nil where two overlap.
    var normalized: [TextEdit]? {
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
