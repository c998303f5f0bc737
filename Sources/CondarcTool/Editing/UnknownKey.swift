import CommandLineKit
import Condarc
import HostPlatform
import LosslessYAML

/// A key that a file does not have: there is nothing to do, and most likely the one or the other is misspelt.
enum UnknownKey {
    /// - Returns: nil for a key that conda or the file knows.
    static func notice(of key: String, in document: YAMLDocument) -> Message? {
        let (name, keys) = (NamedPlace.parts(of: key).top, keys(of: document))
        guard name != "plugins", ParameterTable.parameter(forKey: name) == nil, !keys.contains(name) else { return nil }
        return Message(
            .note, "'\(key)' is not set, and conda has no parameter '\(name)'",
            hint: NearestName.suggestion(for: name, among: keys) ?? ParameterTable.hint(forUnknown: name)?.text)
    }

    /// Of a key that is not set, with what the file has nearly under its name.
    static func notice(ofUnset key: String, in document: YAMLDocument) -> Message {
        let (name, entry) = NamedPlace.parts(of: key)
        if let list = NamedPlace.list(ofItem: key) {
            let item = entry.flatMap { $0.allSatisfy(\.isNumber) ? nil : ItemArguments.shown($0) }
            return Message(
                .note, "'\(list)' is a list, whose items have no names",
                hint: "name the item itself: condarc-tool remove \(list) \(item ?? "ITEM")")
        }
        if let unknown = notice(of: key, in: document) { return unknown }
        if let entry, let entries = document.root?.value.pairs?.first(where: { $0.key.pythonText == name })?.value.pairs
        {
            let nearest = NearestName.of(entry, among: entries.map(\.key.pythonText))
            return Message(.note, "'\(key)' is not set", hint: nearest.map { "did you mean '\(name).\($0)'?" })
        }
        let misspelt = keys(of: document).filter { $0 != "plugins" && ParameterTable.parameter(forKey: $0) == nil }
        return Message(.note, "'\(key)' is not set", hint: NearestName.suggestion(for: name, among: misspelt))
    }

    private static func keys(of document: YAMLDocument) -> [String] {
        (document.root?.value.pairs ?? []).map(\.key.pythonText)
    }
}
