/// Compares an edited document with what was expected of it.
struct Verifier {
    let before: Tree
    let after: Tree
    private var seenReferents: [Int32: Int32] = [:]

    /// Whether every value is as expected and no comment on a line of its own got lost.
    static func accepts(_ after: Tree, expecting expected: Expected, from before: Tree) -> Bool {
        var verifier = Verifier(before: before, after: after)
        return verifier.accepts(expected)
    }

    private mutating func accepts(_ expected: Expected) -> Bool {
        let isRootAsExpected =
            if after.records.isEmpty {
                switch expected {
                case .collection(let old, let children):
                    children.isEmpty && before.records[old].kind == .mapping && before.records[old].properties < 0
                case .value(let value): value == .null || value == .mapping([])
                case .same: false
                }
            } else {
                matches(expected, 0) || isEmptiedRoot(expected)
            }
        return isRootAsExpected && keepsComments()
    }

    /// A root mapping without entries may have become no text at all behind a `---`.
    private func isEmptiedRoot(_ expected: Expected) -> Bool {
        guard case .collection(let old, let children) = expected, children.isEmpty else { return false }
        let root = before.records[old]
        return root.kind == .mapping && YAMLNode(after, 0).isEmptyScalar && hasSameProperties(root, after.records[0])
    }

    private mutating func matches(_ expected: Expected, _ index: Int) -> Bool {
        switch expected {
        case .same(let old): return isSame(old, index)
        case .value(let value): return YAMLNode(after, index).value.isEquivalent(to: value)
        case .collection(let old, let children): return matches(children, index, from: old)
        }
    }

    private mutating func matches(_ children: [ExpectedChild], _ index: Int, from old: Int) -> Bool {
        let kind = before.records[old].kind
        let step = kind == .mapping ? 2 : 1
        guard after.records[index].kind == kind, Int(after.records[index].childCount) == step * children.count,
            hasSameProperties(before.records[old], after.records[index])
        else { return false }
        let oldChildren = before.children(of: old).map(Int32.init)
        var child = index + 1
        for expected in children {
            let value = step == 2 ? Int(after.records[child].next) : child
            switch expected {
            case .existing(let place, let changed):
                let oldValue = Int(oldChildren[step * place + step - 1])
                if step == 2, !isSame(Int(oldChildren[2 * place]), child) { return false }
                if let changed {
                    guard matches(changed, value) else { return false }
                } else if !isSame(oldValue, value) {
                    return false
                }
            case .item(let new):
                guard step == 1, YAMLNode(after, value).value.isEquivalent(to: new) else { return false }
            case .entry(let new):
                guard step == 2, YAMLNode(after, child).value.isEquivalent(to: new.key),
                    YAMLNode(after, value).value.isEquivalent(to: new.value)
                else { return false }
            }
            child = Int(after.records[value].next)
        }
        return true
    }

    /// Whether two subtrees are alike, record by record and byte by byte.
    private mutating func isSame(_ old: Int, _ new: Int) -> Bool {
        let count = Int(before.records[old].next) - old
        guard count == Int(after.records[new].next) - new else { return false }
        for offset in 0..<count {
            guard isSameRecord(before.records[old + offset], after.records[new + offset], old + offset, new + offset)
            else { return false }
        }
        return true
    }

    private mutating func isSameRecord(_ a: NodeRecord, _ b: NodeRecord, _ old: Int, _ new: Int) -> Bool {
        guard a.kind == b.kind, a.childCount == b.childCount, a.textLength == b.textLength,
            (a.style == .plain) == (b.style == .plain), hasSameProperties(a, b)
        else { return false }
        switch a.kind {
        case .scalar:
            return before.withText(of: old) { mine in
                after.withText(of: new) { sameBytes(UnsafeRawBufferPointer(mine), UnsafeRawBufferPointer($0)) }
            }
        case .alias:
            if let seen = seenReferents[a.referent] { return seen == b.referent }
            seenReferents[a.referent] = b.referent
            return isSame(Int(a.referent), Int(b.referent))
        case .sequence, .mapping:
            return true
        }
    }

    /// Whether both have the same anchor and tag, or none.
    private func hasSameProperties(_ a: NodeRecord, _ b: NodeRecord) -> Bool {
        guard a.properties >= 0, b.properties >= 0 else { return a.properties < 0 && b.properties < 0 }
        let mine = before.properties[Int(a.properties)]
        let theirs = after.properties[Int(b.properties)]
        return mine.anchor == theirs.anchor && mine.tag == theirs.tag
    }

    // MARK: Comments

    private func keepsComments() -> Bool {
        let old = before.commentRanges.filter(\.isAloneOnLine)
        let new = after.commentRanges.filter(\.isAloneOnLine)
        if old.count == new.count, zip(old, new).allSatisfy({ text($0, before) == text($1, after) }) { return true }
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for comment in new { counts[text(comment, after), default: 0] += 1 }
        for comment in old {
            guard let count = counts[text(comment, before)], count > 0 else { return false }
            counts[text(comment, before)] = count - 1
        }
        return true
    }

    private func text(_ comment: CommentRecord, _ tree: Tree) -> ArraySlice<UInt8> {
        tree.source.bytes[Int(comment.start)..<Int(comment.end)]
    }
}
