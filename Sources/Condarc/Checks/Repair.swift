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
            case .makeList(let items, let path):
                apply([fix]) { (document) throws(YAMLError) in try document.setting(.sequence(items), at: path) }
            case .remove(let path): apply([fix]) { (document) throws(YAMLError) in try document.removing(path) }
            case .closeToOthers: done.insert(fix)
            case .quote, .rename: break
            }
        }
        for (path, indices) in removals {
            let count = document.node(at: path)?.resolved.count ?? 0
            let kept = (0..<count).filter { !indices.contains($0) }
            apply(indices.map { .removeItem($0, of: path) }) { (document) throws(YAMLError) in
                try document.settingItems(kept.map { .existing($0) }, at: path)
            }
        }
    }

    private mutating func apply(_ fixes: [Fix], _ edit: (YAMLDocument) throws(YAMLError) -> YAMLChange) {
        do throws(YAMLError) {
            document = try edit(document).document
            done.formUnion(fixes)
        } catch {
            refused.formUnion(fixes)
        }
    }

    private mutating func applyTextually(_ fixes: [Fix]) {
        var result = document.bytes
        var names: [YAMLValue: YAMLValue] = [:]
        let sorted = Set(fixes).compactMap { fix in fix.range.map { (fix, $0) } }
            .sorted { $0.1.lowerBound > $1.1.lowerBound }
        for (fix, range) in sorted {
            switch fix {
            case .quote:
                result.insert(UInt8(ascii: "'"), at: range.upperBound)
                result.insert(UInt8(ascii: "'"), at: range.lowerBound)
            case .rename(_, let name):
                names[.string(document.source.string(in: range).unquoted)] = .string(name)
                result.replaceSubrange(range.offsets, with: Array(name.utf8))
            default: break
            }
        }
        let all = Set(sorted.map(\.0))
        // Verified as every edit is: the values are the same, but for the new names.
        if let after = try? YAMLDocument(result), after.root?.value == document.root?.value.renamed(names) {
            document = after
            done.formUnion(all)
        } else {
            refused.formUnion(all)
        }
    }
}

extension Fix {
    fileprivate var range: SourceRange? {
        switch self {
        case .quote(let range), .rename(let range, _): range
        default: nil
        }
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
