/// The style that new lines of a document copy; where it shows none, conda's.
struct Layout {
    /// Columns from a key to the dashes of the sequence below it.
    var sequenceOffset = 2
    /// Columns from a key to the keys of the mapping below it.
    var mappingOffset = 2
    /// Spaces after a dash.
    var dashGap = 1
    /// Whether the collections around are all in brackets and braces.
    var prefersFlow = false
}

extension Layout {
    /// The style around an entry of this mapping (or of the whole document): its own values before those elsewhere.
    init(around mapping: YAMLNode?, in tree: Tree) {
        var survey = LayoutSurvey()
        if let mapping, mapping.kind == .mapping { survey.add(childrenOf: mapping.index, in: tree) }
        let isFlowOnly = survey.flowCount > 0 && survey.blockCount == 0
        for index in tree.records.indices where tree.records[index].kind == .mapping {
            if survey.isComplete { break }
            survey.add(childrenOf: index, in: tree)
        }
        if survey.dashGap == nil, let first = tree.records.first, first.kind == .sequence, first.style == .block {
            survey.dashGap = LayoutSurvey.dashGap(of: 0, in: tree)
        }
        sequenceOffset = survey.sequenceOffset ?? sequenceOffset
        mappingOffset = survey.mappingOffset ?? mappingOffset
        dashGap = survey.dashGap ?? dashGap
        prefersFlow = isFlowOnly
    }

    /// The style of the items of this block sequence.
    init(itemsOf sequence: YAMLNode) {
        self.init(around: nil, in: sequence.tree)
        dashGap = LayoutSurvey.dashGap(of: sequence.index, in: sequence.tree) ?? dashGap
        prefersFlow = false
    }
}

private struct LayoutSurvey {
    var sequenceOffset: Int?
    var mappingOffset: Int?
    var dashGap: Int?
    var flowCount = 0
    var blockCount = 0

    var isComplete: Bool { sequenceOffset != nil && mappingOffset != nil && dashGap != nil }

    mutating func add(childrenOf mapping: Int, in tree: Tree) {
        for key in tree.children(of: mapping, inSteps: 2) {
            let value = Int(tree.records[key].next)
            let record = tree.records[value]
            if record.kind == .sequence || record.kind == .mapping {
                if record.style == .flow {
                    if record.childCount > 0 { flowCount += 1 }
                } else {
                    blockCount += 1
                    let offset =
                        tree.source.column(at: Int(record.start))
                        - tree.source.column(at: Int(tree.records[key].start))
                    if record.kind == .mapping {
                        if mappingOffset == nil, offset > 0 { mappingOffset = offset }
                    } else {
                        if sequenceOffset == nil, offset >= 0 { sequenceOffset = offset }
                        if dashGap == nil { dashGap = Self.dashGap(of: value, in: tree) }
                    }
                }
            }
        }
    }

    /// Between the dash and the content of the first item that has both on one line.
    static func dashGap(of sequence: Int, in tree: Tree) -> Int? {
        for child in tree.children(of: sequence) {
            let dash = Int(tree.records[child].indicator)
            let start = YAMLNode(tree, child).fullRange.lowerBound
            if dash >= 0, start > dash + 1, tree.source.bytes[(dash + 1)..<start].allSatisfy({ $0 == 0x20 }) {
                return start - dash - 1
            }
        }
        return nil
    }
}
