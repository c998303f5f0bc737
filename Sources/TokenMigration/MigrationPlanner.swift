import CondaCredentials

extension MigrationPlan {
    /// Works out a migration from what both stores hold now; reads, and writes nothing.
    package init(
        from source: any TokenStore, to destination: any TokenStore, options: MigrationOptions
    ) throws(CredentialError) {
        try self.init(
            from: source.name, source.contents().tokens, to: destination.name, destination.contents().tokens,
            options: options)
    }

    /// Works out a migration from the tokens of both stores.
    package init(
        from source: StoreName, _ sourceTokens: [StoredToken], to destination: StoreName,
        _ destinationTokens: [StoredToken], options: MigrationOptions
    ) throws(CredentialError) {
        guard source != destination else {
            throw CredentialError(.usage, "a migration goes from one store to the other")
        }
        from = source
        to = destination
        let routes = Routes(options: options)
        for token in sourceTokens {
            switch source == .condaToken ? routes.fromURL(token) : routes.fromKeyring(token) {
            case .goes(let address): add(token, to: address, present: destinationTokens, options: options)
            case .stays(let why): skipped.append(Skip(what: token.title, why: why))
            case .isNotMeant: break
            }
        }
        if steps.isEmpty, conflicts.isEmpty, skipped.isEmpty, let wanted = routes.wanted(from: source) {
            skipped.append(Skip(what: wanted, why: "there is no such token in \(source.rawValue)"))
        }
    }

    private mutating func add(
        _ token: StoredToken, to address: TokenAddress, present: [StoredToken], options: MigrationOptions
    ) {
        guard token.secret.isPlainToken else {
            skipped.append(Skip(what: token.title, why: "it has a character that no token has"))
            return
        }
        if let other = steps.first(where: { $0.destination == address }) {
            // The same token twice in the source: one way suffices, but with both copies removed.
            if other.token.secret.matches(token.secret) {
                append(token, address, .present, options)
            } else if token.address != other.token.address {
                conflicts.append(Conflict.sameDestination(other.token, token, address))
            } else {
                skipped.append(Skip(what: token.title, why: "it stands behind another one of the same organization"))
            }
            return
        }
        if let same = present.first(where: { Routes.serves($0.address, address) && $0.secret.matches(token.secret) }) {
            append(token, same.address, .present, options)
            return
        }
        guard let other = present.first(where: { $0.address == address }) else {
            append(token, address, .write, options)
            return
        }
        switch options.conflictRule {
        case .fail: conflicts.append(Conflict.otherToken(token, other, in: to))
        case .keep:
            skipped.append(Skip(what: token.title, why: "\(to.rawValue) holds another token (\(other.redacted))"))
        case .replace: append(token, address, .replace, options)
        }
    }

    private mutating func append(
        _ token: StoredToken, _ address: TokenAddress, _ action: Action, _ options: MigrationOptions
    ) {
        steps.append(
            Step(token: token, destination: address, action: action, removesSource: options.removesSource))
    }
}

extension MigrationPlan.Conflict {
    fileprivate static func otherToken(
        _ token: StoredToken, _ other: StoredToken, in store: StoreName
    ) -> MigrationPlan.Conflict {
        MigrationPlan.Conflict(
            message:
                "\(store.rawValue) holds another token (\(other.redacted)) than \(token.title) (\(token.redacted))",
            hint:
                "--on-conflict keep leaves both as they are, --on-conflict replace takes the one from \(token.store.rawValue)"
        )
    }

    fileprivate static func sameDestination(
        _ first: StoredToken, _ second: StoredToken, _ address: TokenAddress
    ) -> MigrationPlan.Conflict {
        let option = first.store == .keyring ? "--org" : "--url"
        return MigrationPlan.Conflict(
            message: "\(first.title) and \(second.title) have different tokens and the same destination",
            hint: "name one of them with \(option)")
    }
}

extension StoredToken {
    /// The token's place, for people.
    var title: String {
        if let url { return url }
        let domain = self.domain ?? ""
        if kind == .apiKey { return "the API key of \(domain)" }
        return org.map { "organization \($0) of \(domain)" } ?? "the site token of \(domain)"
    }
}
