import LosslessYAML

extension Checker {
    /// The findings with the changes of the text that their fixes are: all of them together make of the text what
    /// `repaired` makes of it.
    package func withEdits(
        _ findings: [Finding], path: String, bytes: [UInt8], traits: FileTraits = FileTraits()
    ) -> [Finding] {
        guard findings.contains(where: { $0.fix != nil }), let document = try? YAMLDocument(configuration: bytes) else {
            return findings
        }
        let repaired = repaired(path: path, bytes: bytes, traits: traits).bytes
        var taken: Set<Fix> = []
        let fixes = findings.map { finding in finding.fix.flatMap { taken.insert($0).inserted ? $0 : nil } }
        let edits = document.edits(to: repaired, by: fixes)
        return zip(findings, edits).map { finding, edits in
            var finding = finding
            finding.edits = edits.flatMap { $0.isEmpty ? nil : $0 }?.map { FixEdit($0, in: document.source) }
            return finding
        }
    }

    /// The findings without the fixes that the file does not allow, such as of a list that another key shares.
    func withoutRefused(_ findings: [Finding], in document: YAMLDocument) -> [Finding] {
        func isOfNodes(_ finding: Finding) -> Bool {
            finding.fix.map { !$0.isTextual && $0 != .closeToOthers } ?? false
        }
        let asked = findings.count(where: isOfNodes)
        guard asked > 0, asked * document.bytes.count <= Checker.budget,
            !document.duplicateKeys.isEmpty || document.nodes.contains(where: { $0.kind == .alias })
        else { return findings }
        return findings.map { finding in
            guard isOfNodes(finding), let fix = finding.fix, document.change(by: fix) == nil else { return finding }
            var finding = finding
            finding.fix = nil
            return finding
        }
    }

    /// Bytes that may be read again to cut a repair into the changes of its findings: each of them reads the whole text.
    fileprivate static let budget = 16 << 20
}

extension YAMLDocument {
    /// The changes of each fix, which together make the repaired text: each by itself, or else those of a list together, or
    /// else all of them in one.
    fileprivate func edits(to repaired: [UInt8], by fixes: [Fix?]) -> [[TextEdit]?] {
        for candidates in [singleEdits, groupedEdits] {
            if let edits = candidates(fixes), applying(edits.flatMap { $0 ?? [] }) == repaired { return edits }
        }
        return wholeEdit(to: repaired, of: fixes)
    }

    private func isAffordable(_ readings: Int) -> Bool { readings * bytes.count <= Checker.budget }

    /// Each fix by itself, so that one of them can be taken and the others left; nil for those that cannot be made.
    private func singleEdits(of fixes: [Fix?]) -> [[TextEdit]?]? {
        guard isAffordable(fixes.count { $0?.isTextual == false }) else { return nil }
        return fixes.map { $0.flatMap(edits) }
    }

    /// The items that go from one list as one change, which the first of their findings gets.
    private func groupedEdits(of fixes: [Fix?]) -> [[TextEdit]?]? {
        var removals: [NodePath: Set<Int>] = [:]
        for case .removeItem(let index, let path)? in fixes { removals[path, default: []].insert(index) }
        let others = fixes.count { if case .removeItem = $0 { false } else { $0?.isTextual == false } }
        guard isAffordable(others + removals.count) else { return nil }
        return fixes.map { fix in
            guard case .removeItem(_, let path) = fix else { return fix.flatMap(edits) }
            return removals.removeValue(forKey: path).flatMap { removing($0, from: path)?.edits }
        }
    }

    /// One change from the first byte that differs to the last, for fixes of which one makes another one possible.
    private func wholeEdit(to text: [UInt8], of fixes: [Fix?]) -> [[TextEdit]?] {
        var edits = [[TextEdit]?](repeating: nil, count: fixes.count)
        let whole = TextEdit(range: SourceRange(source.start, bytes.count), replacement: Array(text[source.start...]))
        if let first = fixes.firstIndex(where: { $0 != nil && $0 != .closeToOthers }) {
            edits[first] = whole.trimmed(in: bytes).map { [$0] }
        }
        return edits
    }

    private func edits(of fix: Fix) -> [TextEdit]? { fix.textEdits ?? change(by: fix)?.edits }

    /// The change that a fix of nodes is; nil where the text does not allow it.
    func change(by fix: Fix) -> YAMLChange? {
        switch fix {
        case .removeItem(let index, let path): removing([index], from: path)
        case .set(let value, let path): try? setting(value, at: path)
        case .remove(let path): try? removing(path)
        case .quote, .rename, .closeToOthers: nil
        }
    }

    private func removing(_ indices: Set<Int>, from path: NodePath) -> YAMLChange? {
        try? changing(to: YAMLWish(wish(removing: indices, from: path), at: path))
    }

    /// That a list keeps all but these items.
    func wish(removing indices: Set<Int>, from path: NodePath) -> YAMLWish {
        .items((0..<(node(at: path)?.resolved.count ?? 0)).filter { !indices.contains($0) }.map { .existing($0) })
    }

    /// Nil where two of the edits touch the same text.
    func applying(_ edits: [TextEdit]) -> [UInt8]? {
        let sorted = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        // Two insertions at one place have no order that everybody keeps.
        for (edit, next) in zip(sorted, sorted.dropFirst())
        where edit.range.upperBound > next.range.lowerBound || edit.range.lowerBound == next.range.lowerBound {
            return nil
        }
        return sorted.applied(to: bytes)
    }
}
