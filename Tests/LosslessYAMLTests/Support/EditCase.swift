import Testing

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

/// What an edit makes of a text.
struct EditCase: Sendable, CustomTestStringConvertible {
    var name: String
    var input: String
    var operation: Operation
    var output: String

    init(_ name: String, _ input: String, _ operation: Operation, _ output: String) {
        self.name = name
        self.input = input
        self.operation = operation
        self.output = output
    }

    var testDescription: String { name }
}

/// Makes the edit, and once more on its result, which must then stay as it is.
func check(_ test: EditCase) {
    do {
        let document = try YAMLDocument(test.input)
        let change = try test.operation.apply(to: document)
        let text = String(decoding: change.document.bytes, as: UTF8.self)
        #expect(text == test.output, "\(test.name)")
        #expect(change.edits.applied(to: document.bytes) == change.document.bytes)
        if case .set = test.operation {
            #expect(try test.operation.apply(to: change.document).isEmpty, "\(test.name): a second time")
        }
    } catch {
        Issue.record("\(test.name): \(error)")
    }
}

/// `- x` items: numbers are existing ones.
func items(_ items: Any...) -> [SequenceItem] {
    items.map { item in
        if let index = item as? Int { .existing(index) } else { .new(.string(item as? String ?? "?")) }
    }
}
