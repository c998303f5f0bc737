@testable import LosslessYAML

/// An edit, written down.
enum Operation: Sendable {
    case set(NodePath, YAMLValue)
    case items(NodePath, [SequenceItem])
    case remove(NodePath)
    /// In one change; no path is the beginning of another.
    case several([Operation])

    func apply(to document: YAMLDocument) throws(YAMLError) -> YAMLChange {
        switch self {
        case .set(let path, let value): try document.setting(value, at: path)
        case .items(let path, let items): try document.settingItems(items, at: path)
        case .remove(let path): try document.removing(path)
        case .several: try document.changing(to: wish)
        }
    }
}

extension Operation {
    var wish: YAMLWish {
        switch self {
        case .set(let path, let value): YAMLWish(.value(value), at: path)
        case .items(let path, let items): YAMLWish(.items(items), at: path)
        case .remove(let path): YAMLWish(nil, at: path)
        case .several(let all): all.dropFirst().reduce(all[0].wish) { $0.merging($1.wish) ?? $0 }
        }
    }

    /// Whether both can be done in one change.
    func isCompatible(with other: Operation) -> Bool { wish.merging(other.wish) != nil }
}

extension YAMLWish {
    /// Both wishes as one; nil where they are about the same node.
    fileprivate func merging(_ other: YAMLWish) -> YAMLWish? {
        guard case .children(var mine) = self, case .children(let theirs) = other, !mine.isEmpty, !theirs.isEmpty else {
            return nil
        }
        for (place, wish) in theirs {
            if let present = mine.firstIndex(where: { $0.place == place }) {
                guard let wish, let merged = mine[present].wish?.merging(wish) else { return nil }
                mine[present].wish = merged
            } else {
                mine.append((place, wish))
            }
        }
        return .children(mine)
    }
}
