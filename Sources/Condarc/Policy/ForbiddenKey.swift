import CondaURL
import HostPlatform
package import LosslessYAML

/// A key that no file may set: a parameter under any of its names, an entry of a map (`MAP.ENTRY`), or any other key.
package struct ForbiddenKey: Sendable {
    package let key: String
    package let span: SourceSpan
    /// Whether it is written in quotes.
    let isQuoted: Bool
    let parameter: Parameter?
    /// Of a map, the only entry that is forbidden.
    let entry: String?

    init(_ key: String, at node: YAMLNode) {
        self.key = key
        (span, isQuoted) = (node.span, node.style != .plain)
        let parts = NamedPlace.parts(of: key)
        parameter = ParameterTable.parameter(forKey: parts.top)
        entry = parts.entry
    }

    /// Whether it is a setting of a plugin.
    private var isOfPlugins: Bool { entry != nil && key.hasPrefix(NamedPlace.plugins + ".") }

    /// Why it can be set nowhere, so that to forbid it means nothing; nil for a key or entry that can be.
    var problem: Complaint? {
        if key.contains(where: { "*?[".contains($0) }) {
            return Complaint("'\(key)' is no key: keys are named without patterns", "name each key")
        }
        if !isQuoted, isUnknown, NearestName.of(key, among: ParameterTable.namesAndAliases) != nil {
            let meant = ParameterTable.hint(forUnknown: key) ?? ""
            return Complaint("conda has no parameter '\(key)'", "\(meant) \(Self.quotes)")
        }
        guard let parameter, let entry else { return nil }
        let hint: Advice
        switch parameter.type {
        case .map: return nil
        case .sequence where parameter.name == "channels": hint = "write `channels: [\(entry)]` below forbid"
        case .sequence: hint = "write `- \(parameter.name)`: it may be set nowhere then"
        case .primitive(let type):
            let value = try? Coercion.typed(.string(entry), as: type)
            let other: String? =
                switch (value, type) {
                // Nobody is told to trust any server.
                case (.bool(let bool), .stringOrBool): bool ? "truststore" : "true"
                case (.bool(let bool), _): bool ? "false" : "true"
                case (_?, .choice(let choice)): choice.values.first { $0 != entry }
                default: nil
                }
            hint =
                other.map { "a value is forbidden by pinning another: `pin: {\(parameter.name): \($0)}`" }
                ?? "write `- \(parameter.name)`: it may be set nowhere then"
        }
        return Complaint("'\(parameter.name)' is no map, and has no entry '\(entry)'", hint)
    }

    /// Why it is hardly what was meant; nil for what conda or a plugin knows.
    var doubt: Complaint? {
        if let parameter {
            guard parameter.name == "proxy_servers", let entry,
                let scheme = ProxyScheme.meant(by: entry[...])
            else { return nil }
            return Complaint(
                "conda asks for no proxy by the name '\(entry)'", "did you mean 'proxy_servers.\(scheme)'?")
        }
        let meant = ParameterTable.hint(forUnknown: key)
        guard isUnknown, let hint = meant ?? (isQuoted ? nil : Self.quotes) else { return nil }
        return Complaint("conda has no parameter '\(key)'", hint)
    }

    private static let quotes: Advice = "In quotes, a key is forbidden as it stands"

    /// Whether nothing is known of it: neither conda nor another program has or had it, and it names no secret.
    private var isUnknown: Bool {
        parameter == nil && key != NamedPlace.plugins && !isOfPlugins && !ForeignParameters.isOfPlugin(key)
            && !ForeignParameters.isOfMamba(key) && RemovedParameters.replacement(of: key) == nil
            && ForeignParameters.otherOwner(of: key) == nil && !SecretScanner.isSecretName(key)
    }

    /// Whether a setting is this key, or has this entry.
    func isSet(by setting: Setting) -> Bool {
        if parameter == nil, setting.key == key { return true }
        guard parameter == nil ? setting.key == NamedPlace.plugins && isOfPlugins : setting.parameter == parameter
        else { return false }
        guard let entry else { return true }
        return setting.value.entries?.contains { $0.key.pythonText == entry } ?? false
    }
}
