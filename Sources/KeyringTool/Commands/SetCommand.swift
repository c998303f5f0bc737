import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON
import TokenMigration

enum SetCommand: Command {
    static let heading = CommandHeading("set", summary: "store one token")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: TokenInput.options + Option.forChoice(.fill) + Option.forPlaces + Option.forWriting,
            description: [
                "Stores a token that it reads from standard input, from the file of `--token-file` or from the variable "
                    + "of `--token-env`; one line feed at the end is left out. At a terminal, where none of them is given, it "
                    + "asks for the token and does not show it. A token that is at the same place already is replaced, and "
                    + "keeps its place in the order.",
                "What can be no token (a placeholder, a URL, a path, quotes or `NAME=` beside it), a token of the other kind "
                    + "and, for Anaconda's own servers, a word of fewer than 16 characters or another service's token are "
                    + "refused before they replace a good one; `--kind repo-token` stores what may be a repo token all the same.",
                "In the keyring, a repo token belongs to an organization (`--org`) under a domain (`--domain`, by "
                    + "default the one that anaconda-auth is set to, which is `anaconda.com`); `--no-org` stores one that "
                    + "counts for every organization, and `--kind api-key` an API key. In the conda-token directory a "
                    + "token belongs to a URL (`--url`, by default `https://repo.anaconda.cloud/repo/`).",
                "Every other byte of the keyring stays. The file is replaced whole or not at all, and only its owner can "
                    + "read it.",
            ],
            examples: [
                "keyring-tool set --store keyring --org my-org < token.txt": "Store an organization's repo token.",
                "keyring-tool set --store conda-token --token-env MY_TOKEN":
                    "Store the token of the premium channels for conda.",
                "keyring-tool set --kind api-key --domain anaconda.example --token-file key.txt":
                    "Store the API key of a site of one's own.",
            ],
            exitStatuses: [
                .negative: "With `--check`: the token would be stored.",
                .badData: "What was given is no token, or of the other kind; or the keyring cannot be parsed.",
            ], explainSurplus: TokenInput.surplus, optionHints: TokenInput.optionHints)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        try TokenInput.check(invocation)
        let session = try ToolSession(invocation)
        let (kind, address) = try address(invocation, session)
        let secret = try TokenInput.read(invocation, session)
        let form = TokenFit(of: secret, at: address, site: session.site)
        try form.check(invocation)
        let store = try session.store(kind)
        session.warn(beforeWritingTo: kind, invocation.console)
        let edits = [TokenEdit(address, .set(secret, replacing: .any))]
        let reading = try store.read()
        let present = reading.contents.tokens
        let there = present.first { $0.address == address }
        if there == nil {
            NearHost.warn(of: address, among: present, invocation.console)
            warnOfNamesake(of: address, in: present, invocation.console)
        }
        let warnings = [
            form.warning, unencrypted(address), twin(of: address, in: present),
            try TokenFit.expiry(of: secret, replacing: there),
        ].compactMap { $0 }
        let what = "\(address.phrase), \(secret.redacted), in \(store.path)"
        return try WriteRun(invocation: invocation, session: session).run(path: store.path) { isRehearsal in
            let outcome = try reading.apply(edits, isRehearsal: isRehearsal)
            let isReplaced = outcome.replaces
            let verb = isReplaced ? isRehearsal ? "would replace" : "replaced" : isRehearsal ? "would store" : "stored"
            return Told(
                outcome.changes, ["\(verb) \(what)" + (isReplaced ? ": another token stood there" : "")],
                members: ["replaces": .bool(isReplaced), "replaced": .bool(isReplaced)],
                warnings: outcome.warnings + warnings)
        }
    }

    /// Where the token goes.
    private static func address(
        _ invocation: Invocation, _ session: ToolSession
    ) throws(CommandError) -> (StoreKind, TokenAddress) {
        let org = invocation.value(.organization)
        let isForKeyring =
            org != nil || invocation.has(.domain) || invocation.has(.siteToken)
            || invocation.kind == .apiKey
        let chosen = invocation.store ?? (invocation.has(.url) ? .usual(.url) : isForKeyring ? .usual(.domain) : nil)
        guard let kind = chosen else {
            throw CommandError(
                .usage, "where to store the token is not said",
                hint: StoreKind.filling)
        }
        if kind.addressing == .url {
            guard invocation.kind != .apiKey else {
                throw CommandError(
                    .usage, "\(kind.name.rawValue) keeps tokens by URL, and no API key",
                    hint: "--store \(StoreKind.usual(.domain).name.rawValue) in place of --store \(kind.name.rawValue)")
            }
            if let surplus = [Option.organization, .siteToken, .domain].first(where: { invocation.has($0) }) {
                throw CommandError(
                    .usage, "\(kind.name.rawValue) keeps tokens by URL, whatever their organization and domain",
                    hint: "leave out --\(surplus.long)")
            }
            return (kind, .url(try TokenURL.checked(invocation.value(.url) ?? session.site.url)))
        }
        guard !invocation.has(.url) else {
            throw CommandError(
                .usage, "\(kind.name.rawValue) keeps tokens by organization and domain, not by URL",
                hint: "use --org ORG, or --store \(StoreKind.usual(.url).name.rawValue) for a URL")
        }
        let domain = try TokenDomain.checked(
            invocation.value(.domain) ?? session.places.settings.defaultDomain, isGiven: invocation.has(.domain))
        if invocation.kind == .apiKey {
            guard org == nil, !invocation.has(.siteToken) else { throw .organizationOfKey(invocation) }
            return (kind, .apiKey(domain: domain))
        }
        if invocation.has(.siteToken), org == nil { return (kind, .repoToken(domain: domain, org: nil)) }
        guard let org, !org.isEmpty, !invocation.has(.siteToken) else {
            throw CommandError(
                .usage, "the organization of the token is not said",
                hint: "--org ORG, or --no-org for a token that counts for every organization")
        }
        return (kind, .repoToken(domain: domain, org: try OrganizationName.checked(org)))
    }

    /// What to tell where the URL has another scheme than nearly every channel.
    private static func unencrypted(_ address: TokenAddress) -> String? {
        guard case .url(let url) = address, url.hasPrefix("http:") else { return nil }
        return "conda sends it to http: URLs alone, and anyone on the way can read it there: was https: meant?"
    }

    /// Tells where there is an organization whose name differs by no more than capitals and signs.
    private static func warnOfNamesake(of address: TokenAddress, in tokens: [StoredToken], _ console: Console) {
        guard let org = address.org,
            let other = tokens.first(where: { token in
                token.domain == address.domain && token.org.map { OrganizationName.isNamesake($0, org) } == true
            })?.org
        else { return }
        let present = Redactor.shown(name: other)
        console.warn(
            "a token of \(present) is there, too, and names count as they are written: \(org) is another organization",
            hint: "if \(present) was meant, set it once more, then: keyring-tool remove \(address.choosingOptions)")
    }

    /// What to tell where another file's URL differs by the slash at its end.
    private static func twin(of address: TokenAddress, in tokens: [StoredToken]) -> String? {
        guard case .url(let url) = address else { return nil }
        return tokens.first { token in
            token.address != address && token.url.map { URLText.isSameSite($0, url) } == true
        }?.address.shownURL.map { other in
            "another file is for \(other), and which of them conda takes is chance: keyring-tool remove --url \(ShellWord.quoted(other))"
        }
    }
}
