import CommandLineKit
import Condarc
import LosslessYAML

/// A key that a file does not have: there is nothing to do, and most likely the one or the other is misspelt.
enum UnknownKey {
    /// - Returns: nil for a key that conda or the file knows.
    static func notice(of key: String, in document: YAMLDocument) -> Message? {
        let (name, keys) = (name(of: key), keys(of: document))
        guard name != "plugins", ParameterTable.parameter(forKey: name) == nil, !keys.contains(name) else { return nil }
        return Message(
            .note, "'\(key)' is not set, and conda has no parameter '\(name)'",
            hint: NearestName.suggestion(for: name, among: keys)
                ?? ParameterTable.hint(forUnknown: name) { NearestName.of($0, among: $1) })
    }

    /// Of a key that is not set, with what the file has nearly under its name.
    static func notice(ofUnset key: String, in document: YAMLDocument) -> Message {
        if let unknown = notice(of: key, in: document) { return unknown }
        let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count > 1, case .sequence? = ParameterTable.parameter(forKey: parts[0])?.type {
            return Message(
                .note, "'\(parts[0])' is a list, whose items have no names",
                hint: "name the item itself: condarc-tool remove \(parts[0]) ITEM")
        }
        if parts.count > 1,
            let entries = document.root?.value.pairs?.first(where: { $0.key.pythonText == parts[0] })?.value.pairs
        {
            let nearest = NearestName.of(parts[1], among: entries.map(\.key.pythonText))
            return Message(.note, "'\(key)' is not set", hint: nearest.map { "did you mean '\(parts[0]).\($0)'?" })
        }
        let misspelt = keys(of: document).filter { $0 != "plugins" && ParameterTable.parameter(forKey: $0) == nil }
        return Message(.note, "'\(key)' is not set", hint: NearestName.suggestion(for: name(of: key), among: misspelt))
    }

    private static func name(of key: String) -> String { String(key.prefix { $0 != "." }) }

    private static func keys(of document: YAMLDocument) -> [String] {
        (document.root?.value.pairs ?? []).map(\.key.pythonText)
    }
}
