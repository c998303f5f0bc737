import CondaURL

extension ParameterTable {
    /// What to say to whoever wrote a key that conda does not know; nil where nothing is near.
    ///
    /// - Parameter nearestName: gives the nearest of several names to a misspelt one.
    package static func hint(forUnknown key: String, nearestName: (String, [String]) -> String?) -> String? {
        if let removed = RemovedParameters.replacement(of: key) { return removed }
        if let owner = ForeignParameters.otherOwner(of: key) { return owner }
        if let list = list(called: key) { return "did you mean '\(list)'?" }
        let word = plain(key)
        if parameter(forKey: word) != nil { return "did you mean '\(word)'?" }
        let parts = key.split(separator: ",").map(plain)
        if parts.count > 1, parts.allSatisfy({ parameter(forKey: $0) != nil }) {
            return "separate them by blanks: " + parts.joined(separator: " ")
        }
        if ["proxies", "http_proxy", "https_proxy", "all_proxy"].contains(word) {
            return "did you mean 'proxy_servers', with entries `http:` and `https:`?"
        }
        return nearestName(word, all.flatMap { [$0.name] + $0.aliases }).map { "did you mean '\($0)'?" }
    }

    /// A key as conda has them: not in capitals, without dashes, and without what its variables begin with.
    private static func plain(_ key: some StringProtocol) -> String {
        let word = String(key.lowercased().filter { $0 != " " }.map { $0 == "-" ? "_" : $0 })
        return word.hasPrefix("conda_") ? String(word.dropFirst(6)) : word
    }

    /// The words of former days, in either order.
    private static func list(called key: String) -> String? {
        let words = Set(plain(key).split(separator: "_").map(String.init))
        guard words.contains("channel") || words.contains("channels"), words.count == 2 else { return nil }
        return switch words.subtracting(["channel", "channels"]).first {
        case "blacklist", "blocklist", "denylist", "blacklisted", "denied": "denylist_channels"
        case "whitelist", "allowlist", "whitelisted", "allowed": "allowlist_channels"
        default: nil
        }
    }
}
