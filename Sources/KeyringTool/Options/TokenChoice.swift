import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON

/// The options that pick one of the tokens that are there.
struct TokenChoice {
    private var store: StoreKind?
    private let org: String?
    private let wantsSiteToken: Bool
    private let domain: String?
    private let url: String?
    private var kind: TokenKind?

    init(_ invocation: Invocation) throws(CommandError) {
        store = invocation.store
        org = invocation.value(.organization)
        wantsSiteToken = invocation.has(.siteToken)
        domain = invocation.value(.domain).map(TokenDomain.current)
        url = invocation.value(.url)
        kind = invocation.kind
        for option in [Option.organization, .domain, .url] where invocation.value(option)?.isEmpty == true {
            throw CommandError(
                .usage, "option --\(option.long) is empty", hint: "is a variable of the shell not set?")
        }
        if org?.contains(",") == true {
            throw CommandError(.usage, "--org takes the name of one organization", hint: "run it once for each of them")
        }
        guard kind != .apiKey || (org == nil && !wantsSiteToken) else { throw .organizationOfKey(invocation) }
        guard url == nil || (org == nil && domain == nil && !wantsSiteToken) else {
            throw CommandError(
                .usage,
                "--url picks a token of a store that goes by URL; --org, --no-org and --domain one of a store that "
                    + "goes by domain")
        }
    }

    /// The stores in which a token of that description can be; one that is asked only by its name is not among them.
    var stores: [StoreKind] {
        if let store { return [store] }
        if url != nil { return StoreKind.unnamed.filter { $0.addressing == .url } }
        if org != nil || domain != nil || wantsSiteToken || kind == .apiKey {
            return StoreKind.unnamed.filter { $0.addressing == .domain }
        }
        return StoreKind.unnamed
    }

    func matches(_ token: StoredToken) -> Bool {
        if let store, token.store != store.name { return false }
        if let kind, token.kind != kind { return false }
        if let org, token.org?.isSameText(as: org) != true { return false }
        if wantsSiteToken, token.domain == nil || token.kind != .repoToken || token.org != nil { return false }
        if let domain, token.domain?.isSameText(as: domain) != true { return false }
        if let url, token.url.map({ URLText.isSameSite($0, url) }) != true { return false }
        return true
    }

    /// Whether a token is where the options say, whatever its kind.
    func matchesPlace(_ token: StoredToken) -> Bool {
        var choice = self
        choice.kind = nil
        return choice.matches(token)
    }

    /// Whether a token may be anywhere.
    var isAnyPlace: Bool {
        store == nil && org == nil && !wantsSiteToken && domain == nil && url == nil
    }

    /// Says that there is no such token, and which there are.
    func tellAbsent(_ session: ToolSession, _ console: Console) throws {
        let contents = try StoreKind.unnamed.map { try session.store($0).contents() }
        let tokens = contents.flatMap(\.tokens)
        let hint =
            elsewhere(session) ?? (tokens.isEmpty ? atOthers(session) : nil) ?? otherDomain(tokens)
            ?? PresentTokens(tokens: tokens, wanted: name).hint
        console.note("there is no token" + (text.isEmpty ? "" : " \(text)"), hint: hint)
        for problem in contents.flatMap(\.problems) where problem.hidesToken {
            console.note("it may be in \(problem.shownPath): \(problem.message)")
        }
    }

    /// Where another client's store holds a token: what takes it over.
    private func atOthers(_ session: ToolSession) -> String? {
        let stores = StoreKind.copies.filter { $0.isPresent(session.stores) }.map { $0.store(session.stores) }
        guard let token = stores.readings().read.flatMap(\.contents.tokens).first(where: { $0.mistake == nil })
        else { return nil }
        let client = token.store.rawValue
        let place = StoreKind.usual(org != nil || token.kind == .apiKey ? .domain : .url).name.rawValue
        return "\(client) holds one: keyring-tool sync --from \(client) --to \(place) --url "
            + ShellWord.quoted(token.address.shownURL ?? "URL") + (org.map { " --org \(ShellWord.quoted($0))" } ?? "")
    }

    /// The domains that there are, where one alone was asked for.
    private func otherDomain(_ tokens: [StoredToken]) -> String? {
        guard let domain, org == nil, case let present = Set(tokens.compactMap(\.domain)).sorted(), !present.isEmpty
        else { return nil }
        return NearestName.suggestion(for: domain, among: present)
            ?? "there is " + present.map { "--domain \($0)" }.joined(separator: ", ")
    }

    /// Where a token of that description is, though not in the store that was named: what to say; nil for nowhere.
    func elsewhere(_ session: ToolSession) -> String? {
        guard let store else { return nil }
        var choice = self
        choice.store = nil
        return choice.stores.lazy.filter { $0.name != store.name }.compactMap { kind in
            (try? session.store(kind).contents().tokens)?.first(where: choice.matches).map { _ in
                "it is in \(kind.name.rawValue): --store \(kind.name.rawValue)"
            }
        }.first
    }

    /// The name that was asked for, for a list of others; nil for none.
    var name: String? {
        org.map(Redactor.shown(name:)) ?? url.map { ChannelURL($0)?.redacted ?? "that URL" }
            ?? domain.map(Redactor.shown(name:))
    }

    /// The tokens of one store that fit; where one is for the very URL, none that is for it but for the slash at its end.
    func matches(in tokens: [StoredToken]) -> [StoredToken] {
        let fitting = tokens.filter(matches)
        let exact = fitting.filter { token in url.map { token.url?.isSameText(as: $0) == true } ?? false }
        return exact.isEmpty ? fitting : exact
    }

    /// Every token that fits, in the order of the stores.
    func matches(in session: ToolSession) throws -> [StoredToken] {
        try stores.flatMap { matches(in: try session.store($0).contents().tokens) }
    }

    /// The one token that fits, or nil.
    ///
    /// - Throws: `conflict` if several do.
    func single(in session: ToolSession) throws -> StoredToken? {
        let found = try matches(in: session)
        if found.count > 1 {
            let tokens =
                found.allSatisfy { $0.address == found[0].address && $0.store == found[0].store } ? found[0] : nil
            let list = found.map { "\($0.store.rawValue): \($0.kind.rawValue) \($0.subject)" }.joined(separator: "; ")
            throw CommandError(
                .conflict, "\(found.count) tokens fit: \(list)",
                hint: tokens.map {
                    "they stand for the same: "
                        + ($0.domain == nil ? "" : "the first counts (\($0.redacted)), and ")
                        + "storing the right one leaves it alone: keyring-tool set \($0.choosingOptions)"
                } ?? "pick one with --store, --org, --domain, --url or --kind")
        }
        return found.first
    }

    /// The description for messages.
    var text: String {
        var parts: [String] = []
        if let store { parts.append("in the store \(store.name.rawValue)") }
        if let kind { parts.append("of the kind \(kind.rawValue)") }
        if let org { parts.append("of \(Redactor.shown(name: org))") }
        if wantsSiteToken { parts.append("without an organization") }
        if let domain { parts.append("under \(Redactor.shown(name: domain))") }
        if let url { parts.append("for \(ChannelURL(url)?.redacted ?? "that URL")") }
        return parts.joined(separator: " ")
    }
}

extension CommandError {
    /// For `--org` or `--no-org` beside `--kind api-key`.
    static func organizationOfKey(_ invocation: Invocation) -> CommandError {
        CommandError(
            .usage, "an API key belongs to a domain, not to an organization",
            hint: "leave out --\(invocation.has(.siteToken) ? Option.siteToken.long : Option.organization.long)")
    }
}
