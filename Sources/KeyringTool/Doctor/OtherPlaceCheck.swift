import CondaCredentials

/// Tokens that stand only where conda and anaconda-auth do not look.
struct OtherPlaceCheck {
    let findings: [Finding]

    init(_ session: ToolSession, tokens: [StoredToken]) {
        findings =
            session.places.otherTokenDirectories.flatMap { OtherPlaceCheck.directory($0, session, tokens) }
            + OtherClient.allCases.flatMap { OtherPlaceCheck.client($0, session, tokens) }
    }

    private static func directory(
        _ directory: TokenPlaces.OtherDirectory, _ session: ToolSession, _ tokens: [StoredToken]
    ) -> [Finding] {
        let store = CondaTokenStore(directory: directory.path, files: session.files)
        let contents: StoreContents
        do {
            contents = try store.contents()
        } catch {
            return [Finding("unreadable", .note, path: error.path ?? directory.path, error.message)]
        }
        let problems = contents.problems.filter { $0.code == .mode }.map { Finding($0) }
        return problems
            + contents.tokens.compactMap { token in
                guard let url = token.url, let shown = token.address.shownURL else { return nil }
                let here = tokens.filter { $0.url.map { CondaTokenFile.isSameSite($0, url) } == true }
                if let here = here.first {
                    if here.secret.matches(token.secret) { return nil }
                    return Finding(
                        "older-token-differs", .note, path: token.path,
                        "the token for \(shown) (\(token.redacted)) is another one than conda uses (\(here.redacted))")
                }
                // A directory that a variable was to leave behind, or a login of anaconda-client, may be meant so.
                let isForgotten = directory.user == .olderConda
                return Finding(
                    "older-directory-only", isForgotten ? .warning : .note, path: token.path,
                    "the token for \(shown) (\(token.redacted)) stands only where \(directory.user.reader) looks",
                    mend: isForgotten ? .copyToken(token) : nil,
                    advice: "keyring-tool set --store conda-token --url \(shown) --token-file '\(token.shownPath)'")
            }
    }

    private static func client(
        _ client: OtherClient, _ session: ToolSession, _ tokens: [StoredToken]
    ) -> [Finding] {
        let store = session.client(client)
        let credentials: [ClientCredential]
        do {
            credentials = try store.credentials()
        } catch {
            return [
                Finding(
                    error.code == .syntax ? "client-damaged" : "unreadable", path: error.path ?? store.path,
                    line: error.line, column: error.column, error.message)
            ]
        }
        return credentials.compactMap { credential in
            guard let kind = credential.tokenKind, let secret = credential.secret else { return nil }
            if tokens.contains(where: { $0.secret.matches(secret) }) { return nil }
            let target = kind == .apiKey ? "keyring" : "conda-token"
            return Finding(
                "other-client-only", path: store.path,
                "the token for \(credential.key) (\(secret.redacted)) stands only in the file of \(client.rawValue)",
                advice:
                    "keyring-tool sync --from \(client.rawValue) --to \(target) --url https://\(credential.key)/")
        }
    }
}

extension TokenPlaces.OtherDirectory.User {
    /// Who looks there, for sentences.
    fileprivate var reader: String {
        switch self {
        case .olderConda: "conda 23.11"
        case .anacondaClient: "anaconda-client or mamba"
        case .withoutVariable: "a conda without BINSTAR_CONFIG_DIR"
        }
    }
}
