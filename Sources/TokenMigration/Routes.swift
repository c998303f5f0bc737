import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON

/// Which token of one store has which place in the other.
struct Routes {
    enum Route {
        case goes(TokenAddress)
        /// Reported, with the reason.
        case stays(String)
        /// The options choose others.
        case isNotMeant
    }

    let options: MigrationOptions
    let from: Addressing
    let to: Addressing

    func route(of token: StoredToken) -> Route {
        switch (from, to) {
        case (.url, .domain): fromURL(token)
        case (.domain, .url): fromKeyring(token)
        case (.domain, .domain), (.url, .url): between(token)
        case (.host, _), (_, .host):
            .stays("a migration goes between conda's own stores: sync copies to another client")
        }
    }

    /// From one store to another of the same addressing, where every token has the same place.
    private func between(_ token: StoredToken) -> Route {
        if let wanted = options.org, !Routes.isSame(wanted, token.org) { return .isNotMeant }
        if let wanted = options.chosenDomain, !Routes.isSame(wanted, token.domain) { return .isNotMeant }
        if let wanted = options.url, let url = token.url, !Routes.isSame(wanted, url) { return .isNotMeant }
        return .goes(token.address)
    }

    private func fromURL(_ token: StoredToken) -> Route {
        guard let url = token.url else { return .stays("it belongs to no URL") }
        if let wanted = options.url, !Routes.isSame(wanted, url) { return .isNotMeant }
        if JSONWebToken.isOne(token.secret), options.site.match(url) != nil { return Routes.apiKey }
        guard let match = options.site.match(url) else {
            return .stays(token.isLogin ? "a login to anaconda.org is not a repo token" : elsewhere(url))
        }
        if let org = match.org, let wanted = options.org, !Routes.isSame(org, wanted) {
            return .stays("its URL names the organization \(org), not \(wanted)")
        }
        return .goes(.repoToken(domain: options.domain, org: match.org ?? options.org))
    }

    /// Why a token has no place in the keyring, which is for the site's alone.
    private func elsewhere(_ url: String) -> String {
        guard options.site.url.hasPrefix(url.hasSuffix("/") ? url : url + "/"), ChannelURL(url) != nil else {
            return "the keyring has no repo tokens of this site"
        }
        let (given, due) = (ShellWord.quoted(ChannelURL.shown(url)), ShellWord.quoted(options.site.url))
        return "repo tokens are those for \(options.site.url): keyring-tool get --url \(given) | "
            + "keyring-tool set --store conda-token --url \(due)"
    }

    private func fromKeyring(_ token: StoredToken) -> Route {
        guard token.kind == .repoToken else { return .stays("an API key has no place in conda-token files") }
        guard let domain = token.domain, Routes.isSame(domain, options.domain) else {
            return .stays("it belongs to another domain than \(options.domain)")
        }
        if let wanted = options.org, !Routes.isSame(wanted, token.org) { return .isNotMeant }
        if JSONWebToken.isOne(token.secret) { return Routes.apiKey }
        if let url = options.url { return .goes(.url(url)) }
        guard Routes.isSame(domain, AnacondaDomains.main) else {
            return .stays("the URL of its site is not known; --url names it")
        }
        return .goes(.url(options.site.url))
    }

    /// For one that stands where a repo token is due.
    private static let apiKey = Route.stays(
        "it is an API key (a JSON web token), and no repo token: see keyring-tool doctor")

    /// What the options ask for, for a message where nothing is found.
    var wanted: String? {
        let org = from == to || from == .domain ? options.org.map { "organization \($0) of \(options.domain)" } : nil
        return org ?? (from == .url ? options.url.flatMap { TokenAddress.url($0).shownURL } : nil)
    }

    /// Whether a token at the first address does what one at the second would: a token is for every organization where
    /// the second names none.
    static func serves(_ present: TokenAddress, _ wanted: TokenAddress) -> Bool {
        if case .repoToken(let domain, nil) = wanted, case .repoToken(let other, _) = present {
            return isSame(domain, other)
        }
        return present == wanted
    }

    private static func isSame(_ left: String, _ right: String?) -> Bool {
        right?.isSameText(as: left) ?? false
    }
}
