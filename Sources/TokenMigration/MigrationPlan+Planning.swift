package import CondaCredentials
import CondaURL

extension MigrationPlan {
    /// Works out a migration from what was read of both stores.
    ///
    /// - Throws: `.io` where a file of the source cannot be read and there is nothing else to do.
    package init(
        from source: StoreReading, to destination: StoreReading, options: MigrationOptions
    ) throws(CredentialError) {
        from = source.store.name
        to = destination.store.name
        guard from != to else { throw CredentialError(.usage, "a migration goes from one store to the other") }
        let routes = Routes(options: options, from: source.store.addressing, to: destination.store.addressing)
        let byAddress = destination.contents.tokens.byAddress
        var placed: [TokenAddress: Step] = [:]
        for token in source.contents.tokens {
            switch routes.route(of: token) {
            case .goes(let address):
                if let other = placed[address] {
                    addAlso(token, besides: other)
                } else if let step = step(token, to: address, destination.contents.tokens, byAddress, options) {
                    steps.append(step)
                    placed[address] = step
                }
            case .stays(let why): skipped.append(Skip(what: token.title, why: why))
            case .isNotMeant: break
            }
        }
        if steps.isEmpty, conflicts.isEmpty, skipped.isEmpty, let wanted = routes.wanted {
            skipped.append(Skip(what: wanted, why: "there is no such token in \(from.rawValue)"))
        }
        try requireReadable(source.contents.problems)
    }

    /// Else a token that is there would be passed over in silence.
    private mutating func requireReadable(_ problems: [StoreProblem]) throws(CredentialError) {
        for problem in problems where problem.code == .unreadable {
            guard !steps.isEmpty || !conflicts.isEmpty else {
                throw CredentialError(
                    .io, problem.message, path: problem.shownPath,
                    hint: problem.remedy ?? "mend its mode or owner: see keyring-tool doctor")
            }
            skipped.append(Skip(what: problem.shownPath, why: problem.message))
        }
    }

    /// The token's step; nil where it stays, which is then said.
    private mutating func step(
        _ token: StoredToken, to address: TokenAddress, _ present: [StoredToken],
        _ byAddress: [TokenAddress: StoredToken], _ options: MigrationOptions
    ) -> Step? {
        func step(_ destination: TokenAddress, _ action: Action) -> Step {
            Step(token: token, destination: destination, action: action, removesSource: options.removesSource, to: to)
        }
        if let mistake = token.secret.mistake {
            skipped.append(Skip(what: token.title, why: "it is no token: \(mistake.message)"))
            return nil
        }
        // Only a token for no organization may be served by one that stands elsewhere.
        let candidates = address.org == nil ? present : byAddress[address].map { [$0] } ?? []
        if let same = candidates.first(where: {
            Routes.serves($0.address, address) && $0.secret.matches(token.secret)
        }) {
            return step(same.address, .present)
        }
        guard let other = byAddress[address] else { return step(address, .write) }
        switch options.conflictRule {
        case .fail:
            conflicts.append(
                Conflict(
                    message: "\(to.rawValue) holds another token (\(other.redacted)) than \(token.title) "
                        + "(\(token.redacted))",
                    hint: "--on-conflict keep leaves both as they are, --on-conflict replace takes the one from "
                        + token.store.rawValue))
        case .keep:
            skipped.append(Skip(what: token.title, why: "\(to.rawValue) holds another token (\(other.redacted))"))
        case .replace: return step(address, .replace)
        }
        return nil
    }

    /// A token whose destination another one of the source has already.
    private mutating func addAlso(_ token: StoredToken, besides other: Step) {
        // The same token twice in the source: one copy suffices, but both may be removed.
        if other.token.secret.matches(token.secret) {
            steps.append(
                Step(
                    token: token, destination: other.destination, action: .present, removesSource: other.removesSource,
                    to: to))
        } else if token.address == other.token.address {
            skipped.append(Skip(what: token.title, why: "it stands behind another one of the same organization"))
        } else {
            conflicts.append(
                Conflict(
                    message: "\(other.token.title) and \(token.title) have different tokens and the same destination",
                    hint: "name one of them with \(token.domain != nil ? "--org" : "--url")"))
        }
    }
}
