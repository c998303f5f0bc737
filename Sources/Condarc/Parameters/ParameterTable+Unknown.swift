import CondaURL
import HostPlatform
package import LosslessYAML

extension ParameterTable {
    /// What to say to whoever wrote a key that conda does not know; nil where nothing is near.
    package static func hint(forUnknown key: String) -> Advice? {
        if let removed = RemovedParameters.replacement(of: key) { return removed }
        if let owner = ForeignParameters.otherOwner(of: key) { return owner }
        if let list = list(called: key) { return "did you mean '\(name: list)'?" }
        if WellKnownChannels.names.contains(key) { return "it is the name of a channel: condarc-tool explain \(key)" }
        let bare = key.filter { !"+-".contains($0) }
        if bare != key, bare.utf8.count + 1 == key.utf8.count,
            key.hasPrefix("+") || key.hasSuffix("+") || key.hasSuffix("-"),
            let parameter = parameter(forKey: bare), case .sequence = parameter.type
        {
            let (wish, command) = key.contains("+") ? ("add to", "append") : ("take out of", "remove")
            return "a list is given whole here; to \(wish) one: condarc-tool \(command) \(bare) ITEM"
        }
        if let bracket = key.firstIndex(of: "["), case let name = String(key[..<bracket]),
            let parameter = parameter(forKey: name), case .map = parameter.type
        {
            let entry = key[bracket...].filter { !"[]'\"".contains($0) }
            return "write an entry behind a dot: \(name).\(entry.isEmpty ? "NAME" : entry)"
        }
        let word = plain(key)
        if parameter(forKey: word) != nil { return "did you mean '\(name: word)'?" }
        if SecretScanner.isSecretName(key), !key.hasPrefix("add_") {
            return "a token is stored with 'keyring-tool set'"
        }
        if ["anaconda_auth", "auth", "auth_handler", "channel_auth", "conda_auth"].contains(word) {
            return "a handler is named for a channel: write `channel_settings: [{channel: URL, auth: anaconda-auth}]`"
        }
        let parts = key.split(separator: ",").map(plain)
        if parts.count > 1, parts.allSatisfy({ parameter(forKey: $0) != nil }) {
            return "separate them by blanks: \(parts.joined(separator: " "))"
        }
        if ["proxies", "http_proxy", "https_proxy", "all_proxy"].contains(word) {
            return "did you mean 'proxy_servers', with entries `http:` and `https:`?"
        }
        if let meant = otherName(of: word) { return meant }
        for surplus in ["_mode", "_enabled", "_option", "_setting", "_flag"] where word.hasSuffix(surplus) {
            if let meant = parameter(forKey: String(word.dropLast(surplus.utf8.count))) {
                return "did you mean '\(name: meant.name)'?"
            }
        }
        return NearestName.of(word, among: namesAndAliases).map { nearest in
            "did you mean '\(name: parameter(forKey: nearest)?.name ?? nearest)'?"
        }
    }

    static let namesAndAliases: [String] = all.flatMap { [$0.name] + $0.aliases }

    /// A key as conda has them: not in capitals, without dashes, and without what its variables begin with.
    private static func plain(_ key: some StringProtocol) -> String {
        let word = String(key.lowercased().filter { $0 != " " }.map { $0 == "-" ? "_" : $0 })
        return word.hasPrefix("conda_") ? String(word.dropFirst(6)) : word
    }

    /// What other programs call a setting.
    private static func otherName(of word: String) -> Advice? {
        switch word {
        case "timeout", "read_timeout", "http_timeout", "remote_timeout":
            "did you mean '\(name: "remote_read_timeout_secs")'?"
        case "connect_timeout": "did you mean '\(name: "remote_connect_timeout_secs")'?"
        case "retries", "max_retries", "retry": "did you mean '\(name: "remote_max_retries")'?"
        case "no_proxy": "conda takes it from the environment variable NO_PROXY"
        case "cert", "ca_cert", "ca_bundle", "ssl_cert", "ssl_ca_cert", "certificate", "ssl_cert_file",
            "requests_ca_bundle":
            "ssl_verify takes the file of certificates"
        case "verify", "ssl", "insecure", "ssl_no_verify": "did you mean '\(name: "ssl_verify")'?"
        case "threads", "jobs": "did you mean '\(name: "default_threads")'?"
        case "mirror", "base_url": "did you mean '\(name: "channel_alias")'?"
        case "priority": "did you mean '\(name: "channel_priority")'?"
        case "default_env", "default_environment", "base_env", "activate_env", "activate_environment":
            "did you mean '\(name: "default_activation_env")'?"
        case "default_packages", "packages", "always_install", "create_packages":
            "did you mean '\(name: "create_default_packages")'?"
        case "use_mamba", "use_libmamba", "mamba": "did you mean 'solver', with the value `libmamba`?"
        case "extra_channels", "additional_channels", "append_channels", "add_channels", "my_channels":
            "did you mean '\(name: "channels")'?"
        case "pin", "pins", "pinned", "pinning": "did you mean '\(name: "pinned_packages")'?"
        default: nil
        }
    }

    /// The words of former days, in either order.
    private static func list(called key: String) -> String? {
        let words = Set(plain(key).split(separator: "_").map(String.init))
        guard words.contains("channel") || words.contains("channels"), words.count == 2 else { return nil }
        return switch words.subtracting(["channel", "channels"]).first {
        case "blacklist", "blocklist", "denylist", "blacklisted", "denied", "deny", "exclude", "excluded", "ignore",
            "ignored",
            "skip", "block", "blocked", "disable", "disabled", "forbid", "forbidden", "remove", "removed", "ban",
            "banned":
            "denylist_channels"
        case "whitelist", "allowlist", "whitelisted", "allowed", "allow", "only", "permitted": "allowlist_channels"
        default: nil
        }
    }
}
