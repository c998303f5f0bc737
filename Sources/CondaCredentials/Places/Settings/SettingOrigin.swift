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
    package var path: String?
    /// From 1.
    package var line: Int?

    package static let platformDefault = SettingOrigin(kind: .default, name: "default")

    /// For people: `ANACONDA_AUTH_KEYRING_PATH`, or `[plugin.auth] keyring_path (~/.anaconda/config.toml:3)`.
    package var text: String {
        guard let path else { return name }
        return "\(name) (\(path)\(line.map { ":\($0)" } ?? ""))"
    }
}
