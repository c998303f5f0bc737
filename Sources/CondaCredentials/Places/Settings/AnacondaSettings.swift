package import HostPlatform

/// The settings of anaconda-auth that decide about tokens, from all of their sources.
///
/// Strongest first: the environment, files of secrets, `.env`, the chosen site of `config.toml`, all of these under the
/// legacy name `cloud`, and `[plugin.auth]`.
///
/// - Source: anaconda-auth's `AnacondaAuthConfig`, anaconda-cli-base's `AnacondaBaseSettings`
package struct AnacondaSettings: Sendable {
    /// A setting's name in anaconda-auth.
    package enum Field: String, Sendable, CaseIterable {
        case keyringPath = "keyring_path"
        case preferredTokenStorage = "preferred_token_storage"
        case apiKey = "api_key"
        case keyring
        case domain
        case site
        case useUnifiedRepoAPIKey = "use_unified_repo_api_key"
    }

    /// `config.toml`, or what `ANACONDA_CONFIG_TOML` names instead.
    package let configPath: String
    /// Name of the site in `config.toml` whose settings count.
    package let site: String?
    package let problems: [SettingProblem]
    /// The domains of all sites in `config.toml`.
    package let siteDomains: [String]
    /// Strongest first.
    private let layers: [SettingLayer]

    /// Reads every source; what is wrong with one is a problem and does not hide the others.
    ///
    /// - Parameter domain: the domain that anaconda-auth is asked about, whose site then counts; nil for the default.
    package init(host: Host, files: SettingFiles, domain: String? = nil) {
        var reader = AnacondaSettingsReader(host: host, files: files, asked: domain)
        layers = reader.layers()
        site = reader.site
        siteDomains = reader.siteDomains
        configPath = reader.configPath
        problems = reader.problems
    }

    /// The names in its sources that anaconda-auth does not read: most are other programs'.
    package static func unreadNames(host: Host, files: SettingFiles) -> [UnreadSettingName] {
        var reader = AnacondaSettingsReader(host: host, files: files)
        return reader.unreadNames()
    }

    /// All values that were set, the one that counts first.
    package func values(of field: Field) -> [SettingValue] {
        layers.compactMap { $0[field.rawValue] }
    }

    /// The value that counts; an empty text counts, as it hides what is weaker.
    package subscript(field: Field) -> SettingValue? { values(of: field).first }

    /// Domain of the entry in which anaconda-auth looks when nobody names one.
    package var defaultDomain: String {
        self[.domain]?.string.map(AnacondaSettings.host(ofDomain:)) ?? AnacondaDomains.main
    }

    /// The first thing at which anaconda-auth stops.
    package var fatalProblem: SettingProblem? { problems.first(where: \.isFatal) }

    /// The host and port of a domain that may be written as a URL.
    static func host(ofDomain domain: String) -> String {
        var rest = Array(domain.utf8)[...]
        for scheme in ["https://", "http://"] where rest.starts(with: scheme.utf8) {
            rest = rest.dropFirst(scheme.utf8.count)
            break
        }
        return String(decoding: rest.prefix { !"/?#".utf8.contains($0) }, as: UTF8.self)
    }
}

/// What one source sets, by the names of the settings; values of the wrong type are left out.
typealias SettingLayer = [String: SettingValue]
