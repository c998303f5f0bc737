import LosslessYAML

/// The place in a file that a key given by the user means, and what may stand there.
package struct NamedPlace {
    /// As messages name it.
    let key: String
    let path: NodePath
    /// Nil under `plugins`, whose types only the plugins know.
    let type: ParameterType?
    /// What a value must fulfil beyond its type.
    let rule: ValidationRule?

    /// Finds the place of a key: a parameter's name or alias, or `MAP.ENTRY`.
    ///
    /// A parameter that the file sets under an alias is edited there, since a file may not use both names.
    init(_ key: String, in document: YAMLDocument) throws(CondarcError) {
        let (top, entry) = NamedPlace.parts(of: key)
        self.key = key
        if top == NamedPlace.plugins {
            let names = (entry ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard !names.contains("") else {
                throw CondarcError(
                    .badType, "\(.key) does not name one setting of a plugin", key: key, hint: "write plugins.SETTING")
            }
            path = NodePath([.key(NamedPlace.plugins)] + names.map { .key($0) })
            (type, rule) = (nil, nil)
            return
        }
        guard !top.isEmpty else {
            throw CondarcError(
                .badType, "the key begins with a '.'", key: key,
                hint: "write \(entry.map { $0.isEmpty ? "KEY" : $0 } ?? "KEY")")
        }
        let parameter = try ParameterTable.known(top)
        let name = try NamedPlace.nameInFile(of: parameter, document)
        guard let entry else {
            path = NodePath([.key(name)])
            (type, rule) = (parameter.type, parameter.rule)
            return
        }
        guard !entry.isEmpty else {
            throw CondarcError(
                .badType, "the name of an entry is missing behind the '.'", key: key,
                hint: "write \(top).NAME, or \(top) alone")
        }
        guard case .map(let element) = parameter.type else {
            throw CondarcError(
                .badType, "\(.key) is no map, so it has no entry '\(entry)'", key: top,
                hint: parameter.type.holdsMaps
                    ? "it is a list of maps, which an editor or a file gives: condarc-tool edit, or condarc-tool apply FILE"
                    : "write \(top) alone")
        }
        path = NodePath([.key(name), .key(entry)])
        type = element
        rule = nil
    }

    static let plugins = "plugins"

    /// A key at its first dot: a parameter and an entry, nil where there is no dot.
    package static func parts(of key: String) -> (top: String, entry: String?) {
        guard let dot = key.utf8.firstIndex(of: UInt8(ascii: ".")) else { return (key, nil) }
        return (String(key[..<dot]), String(key[key.utf8.index(after: dot)...]))
    }

    /// The list whose item a key names by its number, as no item has a name: `channels.0`, `channels[0]`; nil for others.
    package static func list(ofItem key: String) -> String? {
        let list = String(key.prefix { $0 != "." && $0 != "[" })
        guard list != key, ParameterTable.parameter(forKey: list)?.type.isSequence == true else { return nil }
        return list
    }

    /// The name under which the file sets the parameter; the parameter's own where it does not.
    private static func nameInFile(of parameter: Parameter, _ document: YAMLDocument) throws(CondarcError) -> String {
        let entries = document.ownEntries(named: parameter.namesInSources)
        guard let first = entries.first?.key else { return parameter.name }
        if let second = entries.dropFirst().first?.key {
            throw CondarcError(
                .aliasConflict,
                "'\(first.scalarText ?? "")' and '\(second.scalarText ?? "")' are names of the same parameter",
                key: parameter.name, at: second.location,
                hint: "remove one of them; line \(first.line) has the other")
        }
        return first.scalarText ?? parameter.name
    }
}
