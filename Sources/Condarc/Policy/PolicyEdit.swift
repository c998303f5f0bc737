package import LosslessYAML

/// One change of a file that a policy asks for; making it a second time changes nothing.
package enum PolicyEdit: Hashable, Sendable {
    /// Takes an item out of a list.
    case removeItem(key: String, String)
    /// Takes a key away, or an entry of a map.
    case unset(String)
    /// Adds what a list lacks at its end.
    case append(key: String, [String])
    /// Gives a parameter, or an entry of a map, a value.
    case set(key: String, YAMLValue)
    /// The same, marked `#!final`.
    case pin(key: String, YAMLValue)

    /// The content with all edits made, as one change.
    ///
    /// Throws `YAMLError` or `CondarcError` where the text does not allow one.
    package static func apply(_ edits: ArraySlice<PolicyEdit>, to bytes: [UInt8]) throws -> [UInt8] {
        var editor = try CondarcEditor(bytes)
        try editor.together { editor in
            var rest = edits
            while let edit = rest.popFirst() { try edit.apply(to: &editor, before: &rest) }
        }
        return editor.document.bytes
    }

    /// - Parameter rest: what is to be made after it; items that go from the same list go with it.
    private func apply(to editor: inout CondarcEditor, before rest: inout ArraySlice<PolicyEdit>) throws {
        switch self {
        case .removeItem(let key, let text):
            var texts = [text]
            while case .removeItem(key, let next)? = rest.first {
                texts.append(next)
                rest.removeFirst()
            }
            _ = try editor.remove(key, texts)
        case .unset(let key): _ = try editor.unset(key)
        case .append(let key, let items):
            // One that is there meanwhile stays where it is.
            var missing: [String] = []
            for item in items where !editor.holds(item, in: key) { missing.append(item) }
            if !missing.isEmpty { _ = try editor.insert(key, missing, at: .end) }
        case .set(let key, let value): try editor.give(key, value)
        case .pin(let key, let value): try editor.pin(key, to: value)
        }
    }
}

extension CondarcEditor {
    /// Gives a parameter, or an entry of a map, this value, going into lists and maps so that what agrees stays.
    mutating func give(_ key: String, _ value: YAMLValue) throws {
        let place = try settledPlace(key)
        if place.path.components.count > 1 {
            try set(value, place)
        } else {
            try apply(ConfigurationPatch(setting: key, to: value))
        }
    }

    fileprivate mutating func holds(_ text: String, in key: String) -> Bool {
        guard let place = try? settledPlace(key) else { return false }
        return document.node(at: place.path)?.resolved.items.contains { $0.resolved.scalarText == text } ?? false
    }
}
