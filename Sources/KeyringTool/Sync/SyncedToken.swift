import LosslessJSON
import TokenMigration
import CommandLineKit
import CondaCredentials

/// The token that `sync` copies, and what it is for.
struct SyncedToken {
    let secret: Secret
    let kind: TokenKind
    /// Whose channels it opens.
    let url: String
    /// The organization to store it under.
    let org: String?
    /// The domain to store it under in the keyring.
    let domain: String
    /// For sentences.
    let text: String

    /// What the options choose; nil where there is none.
    static func chosen(_ invocation: Invocation, _ session: ToolSession) throws -> SyncedToken? {
        if let client = invocation.value(SyncCommand.from).flatMap({ OtherClient(rawValue: $0) }) {
            return try token(of: client, invocation, session)
        }
        guard let token = try TokenChoice(invocation).single(in: session) else { return nil }
        let domain = token.domain ?? KeyringFile.defaultDomain
        let isDefault = domain.isSameText(as: KeyringFile.defaultDomain)
        return SyncedToken(
            secret: token.secret, kind: token.kind,
            url: token.url ?? (isDefault ? session.site.url : "https://\(domain)/"), org: token.org, domain: domain,
            text: token.address.phrase)
    }

    private static func token(
        of client: OtherClient, _ invocation: Invocation, _ session: ToolSession
    ) throws -> SyncedToken? {
        guard let text = invocation.value(.url), let wanted = ChannelURL(text), !wanted.hasSecret else {
            throw CommandError(
                .usage, "--from needs --url URL, which names the entry", hint: "such as --url \(session.site.url)")
        }
        let found = try session.client(client).credentials().last { credential in
            guard credential.tokenKind != nil, credential.secret != nil else { return false }
            return [client.key(for: text), wanted.host].contains { $0.map(credential.key.isSameText(as:)) == true }
        }
        guard let found, let kind = found.tokenKind, let secret = found.secret else { return nil }
        guard secret.isPlainToken else {
            throw CommandError(.invalid, "the entry of \(found.key) holds no token", path: found.path)
        }
        let isAnaconda = CredentialSelection.anacondaHosts.contains(wanted.host)
        return SyncedToken(
            secret: secret, kind: kind,
            // The premium channels share one file, whichever of them is named.
            url: wanted.host == ChannelURL(session.site.url)?.host ? session.site.url : text,
            org: invocation.value(.organization),
            domain: try TokenDomain.checked(
                invocation.value(.domain) ?? (isAnaconda ? KeyringFile.defaultDomain : wanted.host)),
            text: "the token for \(found.key)")
    }
}
