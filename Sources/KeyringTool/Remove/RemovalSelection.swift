import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON

/// What is to be removed from which store, each read once.
struct RemovalSelection {
    /// What was found, and what kept a store or a part of it from being looked at.
    struct Found {
        var removals: [Removal] = []
        var problems: [CredentialError] = []
        /// Where there is nothing to remove: what there is instead.
        var present: [StoredToken] = []
        /// The name that was asked for.
        var wanted: String?
        /// Where it is in another store than the one that was named: a hint.
        var elsewhere: String?
        /// To be said, each lower case without a full stop.
        var notes: [String] = []
        /// What is left, and was not asked for.
        var warnings: [CredentialError] = []
    }

    let invocation: Invocation
    let session: ToolSession

    private var isEverywhere: Bool { invocation.has(RemoveCommand.everywhere) }

    /// Reads stores; where all are meant, one that cannot be read is remembered and does not stop the others.
    private func read(_ stores: [any TokenStore], _ found: inout Found) throws -> [StoreReading] {
        var read: [StoreReading] = []
        for store in stores {
            do throws(CredentialError) {
                let reading = try store.read()
                read.append(reading)
                found.problems += reading.contents.problems.filter(mayHide).map {
                    RemovalSelection.left($0, in: store)
                }
            } catch {
                guard isEverywhere else { throw error }
                var problem = error
                problem.message = "\(store.name.rawValue) could not be looked through: \(error.message)"
                if problem.code == .syntax || problem.code == .invalid {
                    problem.code = .io
                    problem.hint = RemovalSelection.mending
                }
                found.problems.append(problem)
            }
        }
        return read
    }

    /// Why a token that is meant may be left.
    private static func left(_ problem: StoreProblem, in store: any TokenStore) -> CredentialError {
        let isWholeFile = [.strayToken, .emptyName, .fileName].contains(problem.code) && problem.path != store.path
        return CredentialError(
            .io, "what \(problem.shownPath) holds was not removed: \(problem.message)", path: problem.path,
            line: problem.line, column: problem.column,
            // A command is no help where a part of the name is not shown, or shown escaped.
            hint: !isWholeFile
                ? mending
                : problem.shownPath == problem.path && problem.path.unicodeScalars.allSatisfy(\.isShown)
                    ? "once nothing in it is needed any more: rm \(ShellWord.quoted(problem.path))"
                    : "once nothing in it is needed any more, remove it by hand")
    }

    private static let mending = "mend it (see 'keyring-tool doctor') or remove it by hand, and run this again"

    /// Whether a token that is meant may stand there.
    private func mayHide(_ problem: StoreProblem) -> Bool {
        guard problem.hidesToken else { return false }
        guard !isEverywhere, !invocation.has(RemoveCommand.all) else { return true }
        if let url = invocation.value(.url) {
            return problem.url.map { URLText.isSameSite($0, url) } ?? true
        }
        guard let wanted = invocation.value(.domain), let domain = problem.domain else { return true }
        return TokenDomain.current(domain).isSameText(as: TokenDomain.current(wanted))
    }

    func all(includingLogins: Bool) throws -> Found {
        var found = Found()
        let stores: [any TokenStore]
        if isEverywhere {
            stores = session.stores.everyStore
        } else {
            guard let kind = invocation.store else {
                let picks = [Option.organization, .siteToken, .url].first { invocation.has($0) }
                throw CommandError(
                    .usage, "--all needs --store or --everywhere",
                    hint: picks.map { "to remove the token of --\($0.long) alone, leave out --all" }
                        ?? StoreKind.choice(by: "--store"))
            }
            stores = [try session.store(kind)]
        }
        guard invocation.value(RemoveCommand.kind) != TokenKind.apiKey.rawValue else {
            throw CommandError(
                .usage, "--all removes repo tokens; an API key is removed by its --domain",
                hint: "--kind any removes both")
        }
        let choice = try TokenChoice(invocation)
        func isMeant(_ token: StoredToken) -> Bool {
            (includingLogins || token.kind == .repoToken) && choice.matchesPlace(token)
        }
        let read = try read(stores, &found)
        let strays = stores.flatMap { store in
            store.strays([]).filter(\.hidesToken).map { RemovalSelection.left($0, in: store) }
        }
        // What its client does not read is no part of a store; but nobody who leaves is to believe that it is gone.
        if isEverywhere { found.problems += strays } else { found.warnings = strays }
        for reading in read {
            let tokens = reading.contents.tokens.filter(isMeant)
            let kept = includingLogins ? [] : tokens.filter(\.isLogin)
            for login in kept { found.notes.append("the login of \(login.subject) stays: remove it with --url") }
            let going = includingLogins ? tokens : tokens.filter { !$0.isLogin }
            if !going.isEmpty { found.removals.append(Removal(reading: reading, tokens: going)) }
        }
        if isEverywhere {
            addKept(beside: stores, read, to: &found, isAll: includingLogins && choice.isAnyPlace, isMeant)
        }
        return found
    }

    /// Adds the damaged keyrings that were kept, or says why one cannot go: it goes only as a whole.
    ///
    /// - Parameter isAll: whether everything is to go, also what cannot be read.
    private func addKept(
        beside stores: [any TokenStore], _ read: [StoreReading], to found: inout Found, isAll: Bool,
        _ isMeant: (StoredToken) -> Bool
    ) {
        for store in stores {
            let stored = read.first { $0.store.path == store.path }?.contents.tokens ?? []
            do throws(CredentialError) {
                for kept in try store.kept() {
                    if let problem = try add(kept, besides: stored, to: &found, isAll: isAll, isMeant) {
                        found.problems.append(problem)
                    }
                }
            } catch {
                var problem = error
                problem.message =
                    "what stands beside the \(store.name.rawValue) could not be looked through: \(error.message)"
                problem.hint = RemovalSelection.mending
                found.problems.append(problem)
            }
        }
    }

    private func add(
        _ store: any TokenStore, besides stored: [StoredToken], to found: inout Found, isAll: Bool,
        _ isMeant: (StoredToken) -> Bool
    ) throws(CredentialError) -> CredentialError? {
        let reading = try store.read()
        let tokens = reading.contents.tokens
        let hidden = reading.contents.problems.first(where: mayHide)
        guard isAll || hidden != nil || tokens.contains(where: isMeant) else { return nil }
        func isStored(_ token: StoredToken) -> Bool { stored.contains { $0.secret.matches(token.secret) } }
        guard isAll || hidden == nil && tokens.allSatisfy({ isMeant($0) || isStored($0) }) else {
            let why =
                hidden.map { "may hold the token, too: \($0.message)" }
                ?? "holds the token, too, and others that stand nowhere else"
            return CredentialError(
                .io, "\(store.path), a damaged keyring that was kept, \(why)", path: store.path,
                hint: "once nothing in it is needed any more: rm \(ShellWord.quoted(store.path))")
        }
        found.removals.append(Removal(reading: reading, tokens: tokens, isPicked: isAll, isWhole: true))
        return nil
    }

    func one() throws -> Found {
        let picks = [Option.organization, .siteToken, .url].contains { invocation.has($0) }
        guard picks || invocation.kind == .apiKey else {
            throw CommandError(
                .usage, "which token is to go is not said",
                hint: "--org ORG, --no-org, --url URL, --kind api-key, or --all --store STORE")
        }
        let choice = try TokenChoice(invocation)
        var found = Found(wanted: choice.name)
        let stores = isEverywhere ? session.stores.everyStore : try choice.stores.map { try session.store($0) }
        let read = try read(stores, &found)
        let matching = read.flatMap { choice.matches(in: $0.contents.tokens) }
        let kept = matching.filter { $0.kind == .apiKey && invocation.kind != .apiKey }
        let tokens = matching.filter { $0.kind != .apiKey || invocation.kind == .apiKey }
        if tokens.isEmpty, !kept.isEmpty { found.notes.append("an API key goes only with --kind api-key") }
        // The one that is meant is found, so it stands nowhere else.
        if !isEverywhere, !tokens.isEmpty { found.problems = [] }
        guard isEverywhere || tokens.allSatisfy({ $0.address == tokens[0].address && $0.store == tokens[0].store })
        else {
            let list = tokens.map { "\($0.store.rawValue): \($0.subject)" }.joined(separator: "; ")
            throw CommandError(
                .conflict, "\(tokens.count) tokens fit: \(list)", hint: "pick one with --store or --domain")
        }
        for reading in read {
            let going = reading.contents.tokens.filter { token in
                tokens.contains {
                    $0.store == token.store && $0.path == token.path && $0.address == token.address
                        // A copy has an address of its own, but is the same token.
                        || isEverywhere && $0.secret.matches(token.secret)
                }
            }
            guard !going.isEmpty else { continue }
            let isPicked = going.contains { choice.matches($0) }
            found.removals.append(Removal(reading: reading, tokens: going, isPicked: isPicked))
        }
        if isEverywhere {
            addKept(beside: stores, read, to: &found, isAll: false) { token in
                choice.matches(token) || tokens.contains { $0.secret.matches(token.secret) }
            }
        }
        if found.removals.isEmpty {
            found.present = read.flatMap(\.contents.tokens)
            found.elsewhere = isEverywhere ? nil : choice.elsewhere(session)
        }
        return found
    }
}

extension Unicode.Scalar {
    /// Whether a message shows it as it is.
    fileprivate var isShown: Bool {
        // A backslash may stand for a byte that is no UTF-8.
        value >= 0x20 && value != 0x7F && !(0x80..<0xA0).contains(value) && self != "\\"
    }
}
