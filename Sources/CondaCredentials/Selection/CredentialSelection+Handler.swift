import CondaURL
import HostPlatform
import LosslessJSON

/// The steps of anaconda-auth's handler.
///
/// Source: anaconda-auth's `_conda.auth_handler`.
extension CredentialSelection {
    /// What looking for a credential ends in.
    enum Outcome {
        case found(CredentialChoice.Rule, Credential)
        /// Nothing; the type that was looked for decides what is tried after a refusal.
        case nothing(TokenKind)
        case failed(String)
    }

    /// Where the keyring is asked, and for what.
    struct Entry {
        let domain: String
        let kind: TokenKind
    }

    mutating func withHandler(_ rules: AuthRules, _ settings: [ChannelSetting]) -> Found {
        var extras: ChannelSetting?
        if rules.generation == .typed {
            do throws(ChannelSetting.Unreadable) {
                extras = try ChannelSetting.extras(in: settings, for: request.canonicalName)
            } catch {
                return stopped(by: error)
            }
            if let type = extras?.credentialType, TokenKind(rawValue: type) == nil {
                return Found(
                    aborts: "credential_type is neither api-key nor repo-token (\(extras?.source ?? ""))")
            }
        }
        var found = answered(outcome(rules, extras), rules, extras)
        if let token = request.token, found.aborts == nil {
            note("the channel's URL", "holds a token, which goes out as well")
            let own = ownToken(token)
            if found.credential == nil {
                found.credential = own.credential
                if found.rule == .none { found.rule = own.rule }
            } else {
                found.also = own.credential
            }
        }
        return found
    }

    private mutating func answered(_ outcome: Outcome, _ rules: AuthRules, _ extras: ChannelSetting?) -> Found {
        var found = Found()
        var kind = TokenKind.apiKey
        switch outcome {
        case .found(let rule, let credential):
            if let refusal = credential.headerRefusal {
                return Found(aborts: "\(credential.place): the token \(refusal)")
            }
            found = Found(rule: rule, credential: credential)
            kind = credential.kind ?? .apiKey
        case .nothing(let wanted):
            if rules.missingStopsConda { return Found(aborts: "anaconda-auth has no token for the channel, and stops") }
            kind = wanted
        case .failed(let reason):
            if rules.errorsStopConda { return Found(aborts: reason) }
            found = Found(rule: .handlerFailed)
        }
        if rules.repeatsWithRepoToken, kind == .apiKey { found.retry = afterRefusal(rules, extras) }
        return found
    }

    private mutating func outcome(_ rules: AuthRules, _ extras: ChannelSetting?) -> Outcome {
        let variable = "ANACONDA_AUTH_API_KEY"
        if rules.usesVariableFirst {
            if let key = inputs.host.environment.nonEmpty(variable) {
                note(variable, "set: used")
                return .found(
                    .environmentAPIKey,
                    Credential(secret: Secret(key), kind: .apiKey, transport: .bearer, place: variable))
            }
            note(variable, "not set")
        }
        switch rules.generation {
        case .typed:
            do throws(Failure) {
                let wanted = try wantedEntry(rules, extras)
                handler?.domain = ChannelURL.shown(wanted.domain)
                handler?.kind = wanted.kind
                return look(wanted)
            } catch {
                return failed(at: error.place, error.reason)
            }
        case .unified, .repoTokens: return beforeTypes(rules)
        }
    }

    struct Failure: Error {
        let place: String
        let reason: String
    }

    private mutating func failed(at place: String, _ reason: String) -> Outcome {
        note(place, "\(reason): nothing is sent")
        return .failed("\(place): \(reason)")
    }

    // MARK: Domain and type

    private func wantedEntry(_ rules: AuthRules, _ extras: ChannelSetting?) throws(Failure) -> Entry {
        var domain = keyringDomain(rules)
        var kind = TokenKind.apiKey
        if isAnacondaHost(rules), request.host == AnacondaDomains.premiumHost {
            kind = rules.premiumKind
            let isMainX = request.path.withRevealed { $0.lowercased().hasPrefix("/repo/main-x/") }
            if rules.hasMainX, isMainX { kind = .apiKey }
        }
        let settings = inputs.settings(domain)
        if let failure = failure(settings) { throw failure }
        if settings[.useUnifiedRepoAPIKey]?.boolean == true { kind = .apiKey }
        if let own = extras?.authDomain, !own.isEmpty { domain = own }
        if let own = extras?.credentialType.flatMap({ TokenKind(rawValue: $0) }) { kind = own }
        return Entry(domain: domain, kind: kind)
    }

    private func isAnacondaHost(_ rules: AuthRules) -> Bool {
        request.authority.withRevealed { rules.anacondaHosts.contains($0) }
    }

    private func keyringDomain(_ rules: AuthRules) -> String {
        isAnacondaHost(rules) ? AnacondaDomains.main : request.authority.withRevealed { $0 }
    }

    private func failure(_ settings: AnacondaSettings) -> Failure? {
        settings.fatalProblem.map { problem in
            Failure(place: problem.place ?? "settings of anaconda-auth", reason: problem.message)
        }
    }

    // MARK: Keyring, then files

    private mutating func look(_ wanted: Entry) -> Outcome {
        let keyring = inputs.keyring()
        let place = "\(keyring.place): \(ChannelURL.shown(wanted.domain))"
        if let unasked = keyring.unasked { note("the operating system's keyring", "\(unasked): not asked") }
        do throws(KeyringLookup.Failure) {
            if let answer = try keyring.answer(for: wanted.domain) {
                if let found = chosen(of: answer, wanted.kind) { return found }
            } else {
                note(place, "no entry")
            }
        } catch { return failed(at: keyring.place, error.reason) }
        return fromCondaTokensByHost(wanted.kind)
    }

    private mutating func chosen(of answer: KeyringLookup.Answer, _ kind: TokenKind) -> Outcome? {
        let record = answer.record
        let entry = "\(answer.place): \(ChannelURL.shown(answer.domain))"
        func credential(
            _ secret: Secret, _ kind: TokenKind, _ transport: CredentialChoice.Transport, org: String? = nil
        ) -> Credential {
            Credential(
                secret: secret, kind: kind, transport: transport, place: answer.place, store: answer.store,
                domain: answer.domain, org: org)
        }
        if kind == .apiKey {
            if let key = record.apiKey, !key.isEmpty {
                note(entry, "API key: used")
                return .found(.keyringAPIKey, credential(key, .apiKey, .bearer))
            }
            note(entry, "no API key")
        }
        let org = organization
        let shownOrg = ChannelURL.shown(org)
        if let token = record.repoTokens.first(where: { $0.org?.isSameText(as: org) == true }) {
            note(
                entry,
                org.isEmpty ? "repo token of the organization without a name: used" : "repo token of \(shownOrg): used")
            return .found(.keyringOrganization, credential(token.secret, .repoToken, .token, org: token.org))
        }
        if !org.isEmpty { note(entry, "no repo token of \(shownOrg)") }
        if let token = record.repoTokens.first {
            note(entry, "first repo token\(token.org.map { ", of \(ChannelURL.shown($0))" } ?? ""): used")
            return .found(.keyringFirst, credential(token.secret, .repoToken, .token, org: token.org))
        }
        note(entry, "no repo token")
        return nil
    }

    /// What the handler takes for the organization: the first name of the path, behind `/repo/` if it begins so.
    private var organization: String {
        request.path.withRevealed { path in
            let prefix = "/repo/"
            let rest = path.hasPrefix(prefix) ? path.utf8.dropFirst(prefix.utf8.count) : path.utf8[...]
            return String(decoding: Array(rest.prefix { $0 != UInt8(ascii: "/") }), as: UTF8.self)
        }
    }

    private mutating func fromCondaTokensByHost(_ kind: TokenKind) -> Outcome {
        switch inputs.condaTokens() {
        case .failure(let error): return failed(at: TokenPlaces.shown(path: error.path), error.reason)
        case .success(let listing):
            let authority = request.authority
            let match = authority.withRevealed { wanted in
                listing.entries.first { entry in
                    let authority = URLParts(asPython: entry.served).authority
                    return !authority.isEmpty && authority.lowercased().isSameText(as: wanted)
                }
            }
            guard let match else {
                note(listing.directory, "no stored URL of the host \(request.host) among \(listing.count)")
                return .nothing(kind)
            }
            note(match.place, "\(match.shownURL): the same host, used")
            return .found(.condaTokenHost, match.credential(match.token, sentAs: .token))
        }
    }

    // MARK: After 401 or 403

    /// The repo token that `repo.anaconda.cloud` gets after an API key that it refused.
    private func afterRefusal(_ rules: AuthRules, _ extras: ChannelSetting?) -> Credential? {
        guard request.authority.withRevealed({ $0 == AnacondaDomains.premiumHost }) else { return nil }
        guard let wanted = try? wantedEntry(rules, extras) else { return nil }
        // On a copy: what is looked at then is not what the first request hangs on.
        var again = self
        guard case .found(_, let credential) = again.look(Entry(domain: wanted.domain, kind: .repoToken)),
            !credential.secret.isEmpty, credential.headerRefusal == nil
        else { return nil }
        return credential
    }

    // MARK: Before channels had types

    private mutating func beforeTypes(_ rules: AuthRules) -> Outcome {
        let domain = keyringDomain(rules)
        let general = inputs.settings(nil)
        if rules.generation == .repoTokens, let failure = failure(general) {
            return .failed("\(failure.place): \(failure.reason)")
        }
        var wantsKey = general[.useUnifiedRepoAPIKey]?.boolean == true
        if rules.generation == .unified {
            let own = inputs.settings(domain)
            let isUnified = own.fatalProblem == nil && own[.useUnifiedRepoAPIKey]?.boolean == true
            wantsKey = isUnified || (isAnacondaHost(rules) && request.host != AnacondaDomains.premiumHost)
        }
        handler?.domain = ChannelURL.shown(domain)
        handler?.kind = wantsKey ? .apiKey : .repoToken
        let outcome = look(Entry(domain: domain, kind: wantsKey ? .apiKey : .repoToken))
        guard case .found(let rule, var credential) = outcome else { return outcome }
        guard !credential.secret.isEmpty else { return .nothing(.repoToken) }
        if let failure = failure(general) { return .failed("\(failure.place): \(failure.reason)") }
        // One scheme for all, whatever the kind.
        credential.transport = general[.useUnifiedRepoAPIKey]?.boolean == true ? .bearer : .token
        return .found(rule, credential)
    }
}
