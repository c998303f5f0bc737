import CommandLineKit
import CondaCredentials
import CondaURL
import LosslessJSON
import TokenMigration

/// The token that `sync` copies, and what it is for.
struct SyncedToken {
    let secret: Secret
    let use: TokenUse
    /// For sentences.
    let text: String

    /// What the options choose; nil where there is none.
    ///
    /// - Throws: `invalid` for what `set` would not take for a token.
    static func chosen(_ invocation: Invocation, _ session: ToolSession) throws -> SyncedToken? {
        if let name = invocation.value(SyncCommand.from) {
            let client = try SyncDestination.kind(named: name, among: StoreKind.copies, SyncCommand.from)
            return try token(of: client, invocation, session)
        }
        guard let token = try TokenChoice(invocation).single(in: session) else { return nil }
        try requireToken(token)
        let domain = token.domain ?? AnacondaDomains.main
        let isDefault = domain.isSameText(as: AnacondaDomains.main)
        let url = token.url ?? (isDefault ? session.site.url : "https://\(domain)/")
        return SyncedToken(
            secret: token.secret, use: TokenUse(kind: token.kind, url: url, domain: domain, org: token.org),
            text: token.address.phrase)
    }

    private static func requireToken(_ token: StoredToken) throws(CommandError) {
        guard let mistake = token.mistake else { return }
        throw CommandError(.invalid, mistake.message, path: token.path, hint: mistake.remedy)
    }

    private static func token(
        of client: StoreKind, _ invocation: Invocation, _ session: ToolSession
    ) throws -> SyncedToken? {
        guard let text = invocation.value(.url), let wanted = ChannelURL(text), !wanted.hasSecret else {
            throw CommandError(
                .usage, "--from needs --url URL, which names the entry", hint: "such as --url \(session.site.url)")
        }
        let store = try session.store(client)
        let contents = try store.contents()
        let (ownURL, domain) = session.ownPlace(of: wanted)
        let addresses = TokenKind.allCases.flatMap { kind -> [TokenAddress] in
            let use = TokenUse(kind: kind, url: text, domain: domain)
            let exact: TokenAddress? = store.addressing == .host ? .host(wanted.host, kind) : nil
            return [try? store.address(for: use, among: contents), exact].compactMap { $0 }
        }
        guard let found = contents.tokens.last(where: { addresses.contains($0.address) }) else { return nil }
        try requireToken(found)
        return SyncedToken(
            secret: found.secret,
            use: TokenUse(
                kind: found.kind, url: ownURL, domain: try TokenDomain.checked(invocation.value(.domain) ?? domain),
                org: try invocation.value(.organization).map(OrganizationName.checked)),
            text: "the token for \(found.subject)")
    }
}

extension ToolSession {
    /// Where conda's own stores hold what another client has for a URL.
    func ownPlace(of url: ChannelURL) -> (url: String, domain: String) {
        (
            // The premium channels share one file, whichever of them is named.
            url.host == ChannelURL(site.url)?.host ? site.url : url.text, AnacondaDomains.entry(of: url.host)
        )
    }
}
