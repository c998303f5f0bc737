/// The names of Anaconda's own servers that rules hang on.
package enum AnacondaDomains {
    /// Under which anaconda-auth keeps what is for every one of its `hosts`.
    package static let main = "anaconda.com"
    /// Former names of it: where a keyring has no entry of `main`, the first of these that is there counts.
    package static let former = ["id.anaconda.cloud", "anaconda.cloud"]

    /// Hosts whose tokens stand under `main`, in the order in which anaconda-auth came to know them.
    package static let hosts = [premiumHost, "repo.anaconda.com", "repo.continuum.io"]
    package static let premiumHost = "repo.anaconda.cloud"
    /// Anaconda's premium channels.
    package static let premiumURL = "https://repo.anaconda.cloud/repo/"

    /// The domain of the keyring's entry that is for a host.
    package static func entry(of host: String) -> String { hosts.contains(host) ? main : host }
}
