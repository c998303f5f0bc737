import HostPlatform

/// The keys of `proxy_servers`.
package enum ProxyScheme {
    /// What conda asks for a proxy, alone or with a host.
    ///
    /// Source: requests, `select_proxy` and `merge_environment_settings`.
    static let all = ["http", "https", "ftp", "all"]

    /// The scheme that a key is a slip of; nil for one of them, and for what is near none.
    package static func meant(by key: Substring) -> String? {
        let word = key.lowercased().split(separator: "_").first.map(String.init) ?? ""
        return all.contains(word) ? key == word ? nil : word : NearestName.of(word, among: all)
    }
}
