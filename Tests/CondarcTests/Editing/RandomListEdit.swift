import LosslessYAML
import TestSupport

@testable import Condarc

/// An edit of `channels`.
enum RandomListEdit {
    static let channels = [
        "defaults", "conda-forge", "bioconda", "no", "3.10", "https://x.example/a b", "- odd", "# odd", "größe", "a: b",
        "~",
    ]

    case set([String])
    case insert([String], CondarcEditor.Place)
    case remove([String])
    case clear
    case unset

    init(_ random: inout SeededGenerator) {
        let count = Int.random(in: 1...3, using: &random)
        let values = (0..<count).map { _ in RandomListEdit.channels.randomElement(using: &random) ?? "a" }
        switch Int.random(in: 0...5, using: &random) {
        case 0: self = .set(values)
        case 1: self = .insert(values, .start)
        case 2: self = .insert(values, .end)
        case 3: self = .remove(values)
        case 4: self = .clear
        default: self = .unset
        }
    }

    func run(_ editor: inout CondarcEditor) throws {
        switch self {
        case .set(let values): try editor.setItems("channels", to: values)
        case .insert(let values, let place): _ = try editor.insert("channels", values, at: place)
        case .remove(let values): _ = try editor.remove("channels", values)
        case .clear: try editor.clear("channels")
        case .unset: _ = try editor.unset("channels")
        }
    }

    /// The list that the edit leaves, computed on plain values.
    func expected(_ present: YAMLValue?) -> YAMLValue? {
        let items = (present?.items ?? []).compactMap(\.text)
        func list(_ items: [String]) -> YAMLValue { .sequence(items.map { .string($0) }) }
        switch self {
        case .set(let values): return list(values.withoutDuplicates)
        case .insert(let values, let place):
            let rest = items.filter { !values.contains($0) }
            return list(place == .start ? values.withoutDuplicates + rest : rest + values.withoutDuplicates)
        case .remove(let values):
            // Between `?` and `:` a plain nil would be YAML's null.
            guard let present else { return values.contains("defaults") ? list([]) : Optional.none }
            let rest = items.filter { !values.contains($0) }
            return rest.count == items.count ? present : list(rest)
        case .clear: return list([])
        case .unset: return nil
        }
    }
}
