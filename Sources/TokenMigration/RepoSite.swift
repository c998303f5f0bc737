package import CondaCredentials
import CondaURL
import HostPlatform

/// The site whose repo tokens have a place in both stores.
///
/// Source: `anaconda_auth._conda.repo_config.REPO_URL`.
package struct RepoSite: Sendable {
    /// Ends in a slash.
    package let url: String

    /// - Parameter url: what `CONDA_TOKEN_REPO_URL` says; nil for Anaconda's premium channels.
    package init(url: String? = nil) {
        let url = url.map { ChannelURL($0)?.withoutSecrets ?? $0 } ?? AnacondaDomains.premiumURL
        self.url = url.hasSuffix("/") ? url : url + "/"
    }

    /// Whether a URL is the site's or below it.
    package func holds(_ url: String) -> Bool { match(url) != nil }

    /// Whether a stored URL is the site's or below it, and which organization its path names.
    func match(_ stored: String) -> Match? {
        let bare = ChannelURL(stored)?.withoutSecrets ?? stored
        let withSlash = bare.hasSuffix("/") ? bare : bare + "/"
        guard withSlash.utf8.starts(with: url.utf8) else { return nil }
        let rest = withSlash.utf8.dropFirst(url.utf8.count)
        guard let segment = rest.split(separator: UInt8(ascii: "/")).first else { return Match(org: nil) }
        return Match(org: String(Substring(segment)))
    }

    struct Match {
        let org: String?
    }
}

extension StoreSite {
    /// Anaconda's premium channels, or what `CONDA_TOKEN_REPO_URL` puts in their place.
    package var site: RepoSite { RepoSite(url: host.environment.nonEmpty("CONDA_TOKEN_REPO_URL")) }
}
