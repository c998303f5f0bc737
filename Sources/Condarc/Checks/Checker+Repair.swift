import LosslessYAML

/// What the safe fixes make of a file.
package struct Repair: Sendable {
    /// The content; that of before where nothing could be mended.
    package let bytes: [UInt8]
    /// What was mended.
    package let fixed: [Finding]
    /// What is left, with its places in the new content.
    package let remaining: [Finding]
    /// Whether the rights of other users on the file are to be taken away.
    package let closesToOthers: Bool
}

extension Checker {
    /// Mends what has one safe fix, and looks again until nothing more changes.
    package func repaired(path: String, bytes: [UInt8], traits: FileTraits = FileTraits()) -> Repair {
        var traits = traits
        var fixed: [Finding] = []
        var refused: Set<Fix> = []
        let memory = CheckMemory()
        var findings = untriedFindings(path: path, .init(configuration: bytes), traits: traits, memory: memory)
        var closesToOthers = false
        guard findings.contains(where: { $0.fix != nil }), var document = try? YAMLDocument(configuration: bytes) else {
            return Repair(
                bytes: bytes, fixed: [],
                remaining: withTriedRemedies(findings, path: path, bytes: bytes, traits, memory), closesToOthers: false)
        }
        // Each round mends something or ends; the bound stands against two rules that undo each other.
        for _ in 0..<20 {
            let open = findings.filter { $0.fix.map { !refused.contains($0) } ?? false }
            if open.isEmpty { break }
            if open.contains(where: { $0.fix == .closeToOthers }) {
                closesToOthers = true
                traits.isReadableByOthers = false
            }
            let round = FixRound(open.compactMap(\.fix), in: document)
            document = round.document
            refused.formUnion(round.refused)
            fixed += open.filter { finding in finding.fix.map { round.done.contains($0) } ?? false }
            findings = self.findings(path: path, document: document, traits: traits, memory: memory)
        }
        return Repair(
            bytes: document.bytes, fixed: fixed,
            remaining: withTriedRemedies(findings, path: path, bytes: document.bytes, traits, memory),
            closesToOthers: closesToOthers)
    }
}

/// Applies fixes that do not get into each other's way: those of text, or else those of nodes.
private struct FixRound {
    private(set) var document: YAMLDocument
    private(set) var done: Set<Fix> = []
    /// Those that the file does not allow, such as an edit of a list that another key shares.
    private(set) var refused: Set<Fix> = []

    init(_ fixes: [Fix], in document: YAMLDocument) {
        self.document = document
        let textual = fixes.filter(\.isTextual)
        // Places in the text hold only as long as nothing before them has moved.
        if textual.isEmpty { applyToNodes(fixes) } else { applyTextually(textual) }
    }

    private mutating func applyToNodes(_ fixes: [Fix]) {
        if fixes.contains(.closeToOthers) { done.insert(.closeToOthers) }
        var rest = NodeFix.all(of: fixes, in: document)
        while !rest.isEmpty {
            // What lies in another's place waits until that one is made.
            var taken = PutOffWishes()
            let now = rest.filter { fix in
                if taken.touches(fix.path) { return false }
                taken.add(fix.wish, at: fix.path)
                return true
            }
            // Of two for one place, the second is for the next round, which looks again.
            let places = Set(now.map(\.path))
            rest = rest.filter { !places.contains($0.path) }
            apply(now[...])
        }
    }

    /// Makes fixes one change, or, where the document does not allow that, each half of them one.
    private mutating func apply(_ fixes: ArraySlice<NodeFix>) {
        let wish = YAMLWish(fixes.map { ($0.path, $0.wish) })
        let result = try? document.changing(to: wish).document
        guard result == nil, fixes.count > 1 else { return take(fixes.flatMap(\.fixes), result) }
        let half = fixes.startIndex + fixes.count / 2
        apply(fixes[..<half])
        apply(fixes[half...])
    }

    /// Takes over what fixes make of the document; nil where it does not allow them.
    private mutating func take(_ fixes: some Sequence<Fix>, _ result: YAMLDocument?) {
        document = result ?? document
        if result == nil { refused.formUnion(fixes) } else { done.formUnion(fixes) }
    }

    private mutating func applyTextually(_ fixes: [Fix]) {
        let all = Set(fixes)
        let edits = all.flatMap { $0.textEdits ?? [] }
        let after = document.applying(edits).flatMap { try? YAMLDocument(configuration: $0) }
        // Verified as every edit is: all that was not to be changed is the same.
        take(all, after.flatMap { document.isSame(as: $0, but: edits.map(\.range)) ? $0 : nil })
    }
}

/// What fixes make of one node.
private struct NodeFix {
    let path: NodePath
    let wish: YAMLWish?
    let fixes: [Fix]

    /// Those of a document, each place once; items that go come last and the innermost first, since they move others.
    static func all(of fixes: [Fix], in document: YAMLDocument) -> [NodeFix] {
        var removals: [NodePath: Set<Int>] = [:]
        var places: Set<NodePath> = []
        var all: [NodeFix] = []
        for fix in fixes {
            switch fix {
            case .removeItem(let index, let path): removals[path, default: []].insert(index)
            case .set(let value, let path):
                if places.insert(path).inserted { all.append(NodeFix(path: path, wish: .value(value), fixes: [fix])) }
            case .remove(let path):
                if places.insert(path).inserted { all.append(NodeFix(path: path, wish: nil, fixes: [fix])) }
            case .quote, .rename, .closeToOthers: break
            }
        }
        let lists = removals.map { path, indices in
            NodeFix(
                path: path, wish: document.wish(removing: indices, from: path),
                fixes: indices.map { .removeItem($0, of: path) })
        }
        return all + lists.sorted { $0.path.components.count > $1.path.components.count }
    }
}

extension YAMLDocument {
    /// Whether another document has the same nodes, but for the scalars in these ranges.
    fileprivate func isSame(as other: YAMLDocument, but ranges: [SourceRange]) -> Bool {
        let (mine, its) = (nodes, other.nodes)
        let starts = Set(ranges.map(\.lowerBound))
        return mine.count == its.count
            && zip(mine, its).allSatisfy { mine, its in
                mine.kind == its.kind
                    && (mine.kind != .scalar || starts.contains(mine.range.lowerBound) || mine.value == its.value)
            }
    }
}
