import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform
import SecureFileStore

/// Tokens that stand only where conda and anaconda-auth do not look.
enum OtherPlaceCheck {
    /// - Parameter all: the tokens of every store.
    static func findings(_ session: ToolSession, tokens all: [StoredToken]) -> [DoctorFinding] {
        session.places.otherTokenDirectories.flatMap { findings(in: $0, session, all) } + saved(session)
            + copies(session, among: all)
    }

    /// Keyrings that `doctor --fix` saved.
    private static func saved(_ session: ToolSession) -> [DoctorFinding] {
        session.stores.presentStores.flatMap { (try? $0.kept()) ?? [] }.flatMap { store -> [DoctorFinding] in
            let contents = try? store.contents()
            let tokens = contents?.tokens.map(\.redacted) ?? []
            let rest = contents?.problems.first { $0.code == .damagedEntry }?.message
            let what =
                (tokens.isEmpty ? [] : ["tokens (\(tokens.joined(separator: ", ")))"]) + (rest.map { [$0] } ?? [])
            return (contents?.problems.filter { $0.code == .mode }.map { DoctorFinding($0) } ?? [])
                + [
                    DoctorFinding(
                        "saved-keyring", .note, path: store.path,
                        "a damaged keyring that was kept when the keyring was recovered"
                            + (what.isEmpty ? "" : ": " + what.joined(separator: "; ")),
                        advice: "once nothing in it is needed any more: rm \(ShellWord.quoted(store.path))")
                ]
        }
    }

    private static func findings(
        in directory: TokenPlaces.OtherDirectory, _ session: ToolSession, _ all: [StoredToken]
    ) -> [DoctorFinding] {
        let own = all.filter(\.isOwn)
        // One that is a store of its own has been read, and what is wrong with it told.
        if let reported = session.stores.presentStores.first(where: { $0.path == directory.path }) {
            return all.filter { $0.store == reported.name }.compactMap { finding($0, in: directory, own) }
        }
        do throws(CredentialError) {
            let store = session.stores.store(in: directory)
            let contents = try store.contents()
            let problems = contents.problems + store.strays(all)
            return problems.filter { $0.code == .mode }.map { DoctorFinding($0) }
                + contents.tokens.compactMap { finding($0, in: directory, own) }
        } catch {
            return [DoctorFinding("unreadable", .note, path: error.path ?? directory.path, error.message)]
        }
    }

    private static func finding(
        _ token: StoredToken, in directory: TokenPlaces.OtherDirectory, _ own: [StoredToken]
    ) -> DoctorFinding? {
        guard let url = token.url, let shown = token.address.shownURL else { return nil }
        if let here = own.first(where: { $0.url.map { URLText.isSameSite($0, url) } == true }) {
            if here.secret.matches(token.secret) { return nil }
            return DoctorFinding(
                "older-token-differs", .note, path: token.path,
                "the token for \(shown) (\(token.redacted)) is another one than conda uses (\(here.redacted))")
        }
        // What can be no token is not to be taken over.
        guard token.secret.mistake == nil else { return nil }
        // A directory that a variable was to leave behind, or a login of anaconda-client, may be meant so.
        let isForgotten = directory.user == .olderConda
        return DoctorFinding(
            "older-directory-only", isForgotten ? .warning : .note, path: token.path,
            "the token for \(shown) (\(token.redacted)) stands only where \(directory.user.reader) looks",
            mend: isForgotten ? .copyToken(token) : nil,
            advice:
                "keyring-tool set --store \(StoreKind.condaToken.name.rawValue) --url \(ShellWord.quoted(shown)) --token-file \(ShellWord.quoted(token.shownPath))"
        )
    }

    /// Tokens of another client's store that no own store has.
    private static func copies(_ session: ToolSession, among tokens: [StoredToken]) -> [DoctorFinding] {
        let own = tokens.filter(\.isOwn)
        // What a directory of conda-token files is to another program has been told.
        let told = session.places.otherTokenDirectories.map(\.user.rawValue)
        return tokens.compactMap { token in
            let (client, kind, subject) = (token.store.rawValue, token.kind, token.subject)
            guard !token.isOwn, !told.contains(client), !own.contains(where: { $0.secret.matches(token.secret) })
            else { return nil }
            if let rival = rival(of: token, kind, in: own, session) {
                let place = rival.choosingOptions
                // What can be no token is never the right one.
                let commands = [
                    (rival, "keyring-tool sync --to \(client) \(place)"), (token, "keyring-tool remove \(place)"),
                ].filter { $0.0.secret.mistake == nil }.map(\.1)
                return DoctorFinding(
                    "other-client-differs", path: token.path,
                    "the token for \(subject) (\(token.redacted)) in the file of \(client) is another one than that of "
                        + "\(rival.store.rawValue) (\(rival.redacted))",
                    advice: commands.isEmpty ? nil : "keep the right one: \(commands.joined(separator: ", or "))")
            }
            guard token.secret.mistake == nil else { return nil }
            return DoctorFinding(
                "other-client-only", path: token.path,
                "the token for \(subject) (\(token.redacted)) stands only in the file of \(client)",
                advice: subject.utf8.contains(UInt8(ascii: "*"))
                    ? "store it with keyring-tool set for each channel that needs it"
                    : "keyring-tool sync --from \(client) --to "
                        + "\(StoreKind.usual(kind == .apiKey ? .domain : .url).name.rawValue) --url "
                        + ShellWord.quoted(token.address.shownURL ?? subject))
        }
    }

    /// The token that conda's own stores have in the place to which a client's would be copied, or that stands for it there.
    private static func rival(
        of token: StoredToken, _ kind: TokenKind, in own: [StoredToken], _ session: ToolSession
    ) -> StoredToken? {
        guard let url = token.address.shownURL.flatMap({ ChannelURL($0) }) else { return nil }
        let place = session.ownPlace(of: url)
        let entries = own.filter { $0.kind == kind && $0.domain == place.domain }
        if kind == .apiKey { return entries.first }
        return own.first { $0.url.map { URLText.isSameSite($0, place.url) } == true }
            ?? (entries.count == 1 ? entries[0] : nil)
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
