/// Where the value of a setting came from.
package struct SettingOrigin: Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// An option of the command line.
        case option
        case environment
        /// A file in the directory of secrets.
        case secretsFile = "secrets-file"
        /// The `.env` of the working directory.
        case dotEnv = "dot-env"
        /// `config.toml`.
        case configFile = "config-file"
        /// The platform's own place; nobody set anything.
        case `default`
    }

    package let kind: Kind
    /// The option, the variable, or table and key.
    package let name: String
    /// The file it was read from.
    package let path: String?
    /// From 1.
    package let line: Int?

    package init(_ kind: Kind, _ name: String, path: String? = nil, line: Int? = nil) {
        self.kind = kind
        self.name = name
        self.path = path
        self.line = line
    }

    package static let platformDefault = SettingOrigin(.default, "default")

    /// For people: `ANACONDA_AUTH_KEYRING_PATH`, or `[plugin.auth] keyring_path (~/.anaconda/config.toml:3)`.
    package var text: String {
        guard let path else { return name }
        return "\(name) (\(path)\(line.map { ":\($0)" } ?? ""))"
    }
}

/// The value of a setting and where it came from.
package struct SettingValue: Sendable, Equatable {
    package let value: TOMLValue
    package let origin: SettingOrigin

    package var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// A truth value as pydantic reads one.
    package var boolean: Bool? {
        switch value {
        case .boolean(let value): value
        case .string(let text): SettingValue.boolean(text)
        case .number("0"), .number("0.0"): false
        case .number("1"), .number("1.0"): true
        default: nil
        }
    }

    static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "true", "t", "yes", "y", "on": true
        case "0", "false", "f", "no", "n", "off": false
        default: nil
        }
    }
}
