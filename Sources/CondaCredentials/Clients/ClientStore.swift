import CondaURL
package import SecureFileStore

/// Another client's file of credentials on disk.
package struct ClientStore: FileTokenStore {
    package let format: ClientFormat
    package let path: String
    package let addressing = Addressing.host
    package var directoryRemedy: String?
    package var files = FileStore()

    package var name: StoreName { format.name }
    package var title: String { "the tokens of \(name.rawValue)" }

    package func text(of snapshot: FileSnapshot) throws(CredentialError) -> ClientFile {
        try ClientFile(snapshot.bytes, format: format, path: path)
    }

    package func contents(of file: ClientFile, _ snapshot: FileSnapshot) -> StoreContents {
        var contents = StoreContents()
        for (key, credential) in file.credentials {
            guard case .token(let secret, let kind) = credential else {
                contents.otherKeys.append(key)
                continue
            }
            contents.tokens.append(
                StoredToken(
                    store: name, address: .host(key, kind), secret: secret,
                    expires: kind == .apiKey ? JSONWebToken.expiry(of: secret) : nil, path: path,
                    mode: snapshot.mode))
        }
        contents.problems = file.problems
        return contents
    }

    package func address(for use: TokenUse, among contents: StoreContents) throws(CredentialError) -> TokenAddress {
        guard let key = format.key(use.url, use.kind) else {
            throw CredentialError(
                .invalid, "a token cannot be stored for \(ChannelURL.shown(use.url)): it names no host", path: path)
        }
        let present = contents.tokens.compactMap { token in
            if case .host(let key, _) = token.address { key } else { nil }
        }
        // What the client would take first is what must hold the token.
        if let inUse = format.keyInUse(use.url, use.kind, present + contents.otherKeys),
            inUse.utf8.count > key.utf8.count
        {
            return .host(inUse, use.kind)
        }
        return .host(key, use.kind)
    }
}
