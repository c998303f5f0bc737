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

    /// The content with all edits made, one after the other.
    ///
    /// Throws `YAMLError` or `CondarcError` where the text does not allow one.
    package static func apply(_ edits: [PolicyEdit], to bytes: [UInt8]) throws -> [UInt8] {
        var editor = try CondarcEditor(bytes)
        for edit in edits { try edit.apply(to: &editor) }
        return editor.document.bytes
    }

    private func apply(to editor: inout CondarcEditor) throws {
        switch self {
        case .removeItem(let key, let text): _ = try editor.remove(key, [text])
        case .unset(let key): _ = try editor.unset(key)
        case .append(let key, let items):
            // One that is there meanwhile stays where it is.
            let missing = items.filter { !editor.holds($0, in: key) }
            if !missing.isEmpty { _ = try editor.insert(key, missing, at: .end) }
        case .set(let key, let value): try editor.give(key, value)
        case .pin(let key, let value): try editor.pin(key, to: value)
        }
    }
}

extension CondarcEditor {
    /// Gives a parameter, or an entry of a map, this value, going into lists and maps so that what agrees stays.
    mutating func give(_ key: String, _ value: YAMLValue) throws {
        let place = try NamedPlace(key, in: document)
        if place.path.components.count > 1 {
            try set(value, place)
        } else {
            try apply(ConfigurationPatch(setting: key, to: value))
        }
    }

    fileprivate func holds(_ text: String, in key: String) -> Bool {
        guard let place = try? NamedPlace(key, in: document) else { return false }
        return document.node(at: place.path)?.resolved.items.contains { $0.resolved.scalarText == text } ?? false
    }
}
