import CommandLineKit
import CondaCredentials
import CondaURL
import Condarc
import HostPlatform
import SecureFileStore
import TokenMigration

/// What follows from the rules by which credentials are sent: tokens that nothing sends, settings that do not count,
/// credentials that go before others, and errors that nobody sees.
enum SendingCheck {
    /// - Parameter configures: whether configuration files may be changed to mend it.
    static func findings(
        _ session: ToolSession, _ condarc: CondarcReading, client: AuthClient, _ report: TokenReport, configures: Bool
    ) -> [DoctorFinding] {
        let tokens = report.tokens.filter(\.isOwn)
        let check = DomainChecks(
            session: session,
            credentials: ChannelCredentials(session, condarc, client: client, read: report.files), client: client,
            keyring: tokens.filter { $0.store == session.keyring.name }, configures: configures)
        return (condarc.stop == nil ? check.findings : [])
            + SendingCheck.overridden(condarc, configures: configures) + SendingCheck.misspelt(condarc)
            + SendingCheck.copies(of: tokens, session, check.credentials)
    }

    static let configuring = "keyring-tool doctor --fix --configure-condarc"

    /// Settings of one file that another, weaker file takes the effect from.
    private static func overridden(_ condarc: CondarcReading, configures: Bool) -> [DoctorFinding] {
        condarc.channelSettingItems.compactMap { item -> DoctorFinding? in
            guard let channel = item.entry("channel")?.value.text, let path = item.origin.path,
                let sample = sample(for: channel), let rival = condarc.decidingSetting(for: sample),
                let rivalPath = rival.origin.path, rivalPath != path, rival.value != item.value
            else { return nil }
            var finding = DoctorFinding(
                "setting-overridden", path: path, line: item.origin.line, column: item.origin.column,
                "the setting for \(ChannelURL.shown(channel)) does not count: of all that mean a channel the last does, and "
                    + "that is the one of the weaker file, \(rival.origin.description)", advice: configuring)
            if configures {
                finding.mend = .repeatSetting(file: path, channel: channel, rival: rival.value)
            }
            return finding
        }
    }

    /// Handlers that are nearly anaconda-auth.
    private static func misspelt(_ condarc: CondarcReading) -> [DoctorFinding] {
        condarc.channelSettingItems.compactMap { item in
            guard let value = item.entry("auth"), let name = value.value.text, let path = value.origin.path,
                let found = AuthHandlerName.complaint(about: name)
            else { return nil }
            return DoctorFinding(
                "unknown-handler", path: path, line: value.origin.line, column: value.origin.column,
                "channel_settings: \(found.message)", advice: "write \(AuthHandlerName.anacondas)")
        }
    }

    /// A URL that a pattern means.
    private static func sample(for channel: String) -> String? {
        guard ChannelURL(channel) != nil, channel.hasPrefix("https://") || channel.hasPrefix("http://") else {
            return nil
        }
        let text = channel.split(separator: "*", omittingEmptySubsequences: false).joined(separator: "main")
        return text.utf8.contains { "?[".utf8.contains($0) } ? nil : text
    }

    /// Tokens of the keyring that a conda-token file holds, too.
    private static func copies(
        of tokens: [StoredToken], _ session: ToolSession, _ credentials: ChannelCredentials
    ) -> [DoctorFinding] {
        let keyring = tokens.filter { $0.store == session.keyring.name && $0.kind == .repoToken }
        return tokens.filter { $0.store == session.condaTokens.name }.compactMap { file -> DoctorFinding? in
            guard let twin = keyring.first(where: { $0.secret.matches(file.secret) }), let url = file.address.shownURL
            else { return nil }
            return DoctorFinding(
                "second-copy", .note, path: file.path,
                "the token for \(url) (\(file.redacted)) is in the keyring, too, as \(twin.address.phrase): clients that "
                    + "read this file would go on with it after another one came into the keyring",
                advice: advice(file, url, twin, credentials))
        }
    }

    private static func advice(
        _ file: StoredToken, _ url: String, _ twin: StoredToken, _ credentials: ChannelCredentials
    ) -> String {
        let removing = "keyring-tool remove \(file.choosingOptions)"
        if credentials.usesKeyring(insteadOf: file) { return removing }
        guard let host = ChannelURL(url)?.host else { return "conda sends it nowhere: \(removing)" }
        let isOfEntry = twin.domain.map { TokenDomain.isAlias(host) ? $0 == AnacondaDomains.main : $0 == host }
        return isOfEntry == true
            ? "keep it: conda sends this copy, and not the keyring's"
            : "if \(host) is a slip for the server of \(twin.domain ?? "the entry"): \(removing)"
    }
}

/// The checks for each domain that the keyring has an entry for.
private struct DomainChecks {
    let session: ToolSession
    let credentials: ChannelCredentials
    let client: AuthClient
    let keyring: [StoredToken]
    let configures: Bool

    var findings: [DoctorFinding] {
        var domains: [String] = []
        for case let domain? in keyring.map(\.domain) where !domains.contains(domain) && isHost(domain) {
            domains.append(domain)
        }
        return domains.flatMap { domain in findings(for: domain, keyring.filter { $0.domain == domain }) }
    }

    private func isHost(_ domain: String) -> Bool {
        !domain.isEmpty
            && domain.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-.:".utf8.contains($0)
            }
    }

    private func findings(for domain: String, _ tokens: [StoredToken]) -> [DoctorFinding] {
        if TokenDomain.isAlias(domain),
            !credentials.condarc.channelSettings.contains(where: { $0.authDomain == domain })
        {
            return tokens.map { unasked($0, domain) }
        }
        let isAnaconda = domain == AnacondaDomains.main
        let host = isAnaconda ? AnacondaDomains.premiumHost : domain
        let org = tokens.lazy.compactMap(\.org).first {
            !$0.isEmpty && $0.utf8.allSatisfy { $0 != 0x25 && (0x2D...0x7A).contains($0) && $0 != 0x2F && $0 != 0x3F }
        }
        let url = "https://\(host)/repo/\(org.map { $0 + "/" } ?? "")main"
        guard let choice = try? credentials.choices(for: url).first else { return [] }
        let place = tokens.first?.path
        guard choice.handler != nil else {
            // Without a base installation nobody knows what conda goes by: told where a channel of that host is configured.
            let isAsked = credentials.condarc.channelTexts.contains { ChannelURL($0)?.host == host }
            return client.isAssumed && !configures && !isAsked ? [] : [notSent(domain, host, place)]
        }
        var found: [DoctorFinding] = []
        let repoToken = tokens.first { $0.kind == .repoToken }
        switch choice.rule {
        case .keyringAPIKey where repoToken != nil:
            found.append(
                DoctorFinding(
                    "api-key-first", .note, path: place,
                    "the API key of \(domain) goes before its repo tokens\(choice.retry == nil ? "" : "; one of them follows only where the key is refused")",
                    advice: "keyring-tool remove --store keyring --kind api-key --domain \(domain)"))
        case .handlerFailed where session.places.settings.fatalProblem == nil:
            found.append(failing(choice, place))
        default: break
        }
        if choice.rule == .environmentAPIKey, choice.retry == nil, isAnaconda, let repoToken,
            client.rules?.repeatsWithRepoToken == true
        {
            found.append(
                DoctorFinding(
                    "retry-hidden", path: place,
                    "where the API key in ANACONDA_AUTH_API_KEY is refused nothing follows: the variable hides the keyring "
                        + "with its repo tokens",
                    advice: "keyring-tool migrate --from keyring --to conda-token"
                        + (repoToken.org.map { " --org \(ShellWord.quoted($0))" } ?? "")))
        }
        return found
    }

    /// A token under the name of a host that conda looks for under another.
    private func unasked(_ token: StoredToken, _ domain: String) -> DoctorFinding {
        let address: TokenAddress =
            token.kind == .apiKey
            ? .apiKey(domain: AnacondaDomains.main) : .repoToken(domain: AnacondaDomains.main, org: token.org)
        let removing = "keyring-tool remove \(token.choosingOptions)"
        let place =
            switch address {
            case .apiKey: "--kind api-key"
            case .repoToken(_, let org?): "--org \(ShellWord.quoted(org))"
            default: "--no-org"
            }
        return DoctorFinding(
            "unasked-domain", path: token.path,
            "\(token.address.phrase) (\(token.redacted)) is never asked for: for that host conda looks under "
                + AnacondaDomains.main,
            advice: keyring.contains { $0.address == address }
                ? "there is another one: \(removing)"
                : "keyring-tool get \(token.choosingOptions) | keyring-tool set --store keyring \(place) && \(removing)"
        )
    }

    private func notSent(_ domain: String, _ host: String, _ place: String?) -> DoctorFinding {
        guard client.rules != nil else {
            return DoctorFinding(
                "handler-not-installed", path: place,
                "the base installation has no anaconda-auth that conda could ask: it sends nothing of the keyring's "
                    + "entry for \(domain)",
                advice: "install it: conda install --name base anaconda-auth")
        }
        var finding = DoctorFinding(
            "token-not-sent",
            client.isAssumed ? .note : .warning, path: place,
            "no channel_settings gives https://\(host)/ to anaconda-auth: conda sends nothing of the keyring's entry for "
                + domain, advice: SendingCheck.configuring)
        if configures { finding.mend = .nameHandler(host: host) }
        return finding
    }

    private func failing(_ choice: CredentialChoice, _ place: String?) -> DoctorFinding {
        let last = choice.considered.last
        let reason = last.map { "\($0.place): \($0.result)" } ?? "it cannot be read"
        let backend = session.places.keyringBackend
        let keyring = session.places.keyring.path
        let advice =
            if let backend {
                backend.removal
            } else if !session.files.couldWrite(keyring) {
                "chmod u+w \(ShellWord.quoted(keyring))"
            } else {
                StoreProblem.nothingWhole
            }
        return DoctorFinding(
            "handler-fails", .error, path: place,
            "anaconda-auth meets an error and sends nothing, without a word: \(reason)",
            advice: advice)
    }
}
