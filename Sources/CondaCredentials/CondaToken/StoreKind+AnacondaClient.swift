import HostPlatform

extension StoreName {
    package static let anacondaClient = StoreName(rawValue: "anaconda-client")
}

extension StoreKind {
    /// The second directory of anaconda-client, `~/.continuum/anaconda-client/tokens`, which mamba reads too.
    ///
    /// anaconda-client writes a token into conda's directory and into this one, and reads the first that holds the URL's
    /// file: so a token here is found only where conda's directory has none for the URL, or the same.
    static let anacondaClient = StoreKind(
        name: .anacondaClient, role: .copy, addressing: .url, user: "anaconda-client",
        doubt: { $0.doubt(about: $0.places.condaTokens) },
        store: { site in
            CondaTokenStore(
                directory: site.places.otherTokenDirectories.first { $0.user == .anacondaClient }?.path
                    ?? site.host.join(site.places.condaTokens.path, "tokens"),
                name: .anacondaClient, readAfter: site.places.condaTokens.path, files: site.files)
        })
}
