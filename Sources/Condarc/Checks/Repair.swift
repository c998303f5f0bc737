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
        var findings = findings(path: path, bytes: bytes, traits: traits)
        var closesToOthers = false
        guard findings.contains(where: { $0.fix != nil }), var document = try? YAMLDocument(bytes) else {
            return Repair(bytes: bytes, fixed: [], remaining: findings, closesToOthers: false)
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
            findings = self.findings(path: path, document: document, traits: traits)
        }
        return Repair(bytes: document.bytes, fixed: fixed, remaining: findings, closesToOthers: closesToOthers)
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
        var removals: [NodePath: Set<Int>] = [:]
        for fix in Set(fixes) {
            switch fix {
            case .removeItem(let index, let path): removals[path, default: []].insert(index)
            case .closeToOthers: done.insert(fix)
            default: apply([fix], document.change(by: fix)?.document)
            }
        }
        for (path, indices) in removals {
            apply(indices.map { .removeItem($0, of: path) }, document.removing(indices, from: path)?.document)
        }
    }

    /// Takes over what fixes make of the document; nil where it does not allow them.
    private mutating func apply(_ fixes: some Sequence<Fix>, _ result: YAMLDocument?) {
        document = result ?? document
        if result == nil { refused.formUnion(fixes) } else { done.formUnion(fixes) }
    }

    private mutating func applyTextually(_ fixes: [Fix]) {
        let all = Set(fixes)
        var names: [YAMLValue: YAMLValue] = [:]
        for case .rename(let range, let name) in all {
            names[.string(document.source.string(in: range).unquoted)] = .string(name)
        }
        let after = document.applying(all.flatMap { $0.textEdits ?? [] }).flatMap { try? YAMLDocument($0) }
        // Verified as every edit is: the values are the same, but for the new names.
        apply(all, after?.root?.value == document.root?.value.renamed(names) ? after : nil)
    }
}

extension String {
    /// Without the quotes around a key, where it has any.
    fileprivate var unquoted: String {
        guard utf8.count >= 2, let first = utf8.first, first == utf8.last, "'\"".utf8.contains(first) else {
            return self
        }
        return String(decoding: Array(utf8).dropFirst().dropLast(), as: UTF8.self)
    }
}

extension YAMLValue {
    /// A map with other keys at its top.
    fileprivate func renamed(_ names: [YAMLValue: YAMLValue]) -> YAMLValue {
        guard case .mapping(let pairs) = self else { return self }
        return .mapping(pairs.map { YAMLPair(key: names[$0.key] ?? $0.key, value: $0.value) })
    }
}
