import HostPlatform
package import SecureFileStore

/// The second directory of anaconda-client, `~/.continuum/anaconda-client/tokens`, which mamba reads too.
///
/// anaconda-client writes a token into conda's directory and into this one, and reads the first that holds the URL's
/// file: so a token here is found only where conda's directory has none for the URL, or the same.
package struct AnacondaClientStore: TokenStore {
    package let name = StoreName.anacondaClient
    package let addressing = Addressing.url
    private let directory: CondaTokenStore
    /// conda's own.
    private let first: CondaTokenStore

    package init(directory: String, condaTokens: String, files: FileStore = FileStore()) {
        self.directory = CondaTokenStore(directory: directory, name: .anacondaClient, files: files)
        first = CondaTokenStore(directory: condaTokens, files: files)
    }

    package var path: String { directory.path }

    package func read() throws(CredentialError) -> StoreReading { try directory.read() }

    package func apply(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome { try directory.apply(edits) }

    package func cleanUp() -> String? { directory.cleanUp() }

    package func flush(_ addresses: [TokenAddress]) throws(CredentialError) { try directory.flush(addresses) }

    package func address(for use: TokenUse, among contents: StoreContents) throws(CredentialError) -> TokenAddress {
        try directory.address(for: use, among: contents)
    }

    package func obstacle(to secret: Secret, at address: TokenAddress) throws(CredentialError) -> CredentialError? {
        guard let rival = try first.token(at: address), !rival.secret.matches(secret) else { return nil }
        return CredentialError(
            .conflict,
            "\(first.name.rawValue) holds another token for \(address.shownURL ?? "that URL") (\(rival.redacted)), which "
                + "anaconda-client reads first", path: rival.path,
            hint:
                "replace it first: keyring-tool set --store conda-token --url \(ShellWord.quoted(address.shownURL ?? "URL"))"
        )
    }
}

extension StoreName {
    package static let anacondaClient = StoreName(rawValue: "anaconda-client")
}

extension StoreKind {
    package static let anacondaClient = StoreKind(
        .anacondaClient, .copy, by: .url, user: "anaconda-client",
        make: { site in
            AnacondaClientStore(
                directory: site.places.otherTokenDirectories.first { $0.user == .anacondaClient }?.path
                    ?? site.host.join(site.places.condaTokens.path, "tokens"),
                condaTokens: site.places.condaTokens.path,
                files: site.files)
        })
}
