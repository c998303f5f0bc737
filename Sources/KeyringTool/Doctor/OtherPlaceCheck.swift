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
            + besideKeyring(session, tokens: all)
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

    /// Files beside the keyring that hold tokens, and that nobody reads.
    private static func besideKeyring(_ session: ToolSession, tokens all: [StoredToken]) -> [DoctorFinding] {
        let (place, platform) = (session.places.keyring, session.host.platform)
        // A directory of somebody's choice may hold anything.
        guard place.origin.kind == .default else { return [] }
        let directory = platform.parent(of: place.path)
        let kept = ((try? session.stores.keyring.kept()) ?? []).map(\.path) + [place.path]
        let files = session.settingFiles.names(directory).prefix(100).map { platform.join(directory, $0) }
        return files.filter { !kept.contains($0) }.compactMap { file in
            guard case .bytes(let bytes) = session.settingFiles.read(file) else { return nil }
            let tokens = (try? KeyringFile(bytes, path: file))?.contents().tokens ?? []
            let token = CondaTokenFile.plainToken(in: bytes).flatMap { $0.isOfKnownForm ? $0 : nil }
            let secrets = tokens.map(\.secret) + (token.map { [$0] } ?? [])
            guard !secrets.isEmpty else { return nil }
            let isCopied = secrets.allSatisfy { secret in all.contains { $0.secret.matches(secret) } }
            let path = ShellWord.quoted(file)
            let isFree = ((try? session.files.metadata(place.path)) ?? nil) == nil
            return DoctorFinding(
                "stray-token", isCopied ? .note : .warning, path: file,
                "nobody reads the file, which holds what looks like "
                    + "\(secrets.count == 1 ? "a token" : "tokens") (\(secrets.map(\.redacted).joined(separator: ", ")))",
                advice: isCopied
                    ? "once nothing in it is needed any more: rm \(path)"
                    : token != nil
                        ? "keyring-tool set --store keyring --org ORG --token-file \(path) && rm \(path)"
                        : isFree
                            ? "mv -n \(path) \(ShellWord.quoted(place.path))"
                            : "keyring-tool get --keyring \(path) --org ORG | keyring-tool set --store keyring --org ORG"
            )
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
            let reading = try session.stores.store(in: directory).read()
            let problems = reading.contents.problems + reading.strays()
            return problems.filter { $0.code == .mode }.map { DoctorFinding($0) }
                + reading.contents.tokens.compactMap { finding($0, in: directory, own) }
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
                "keyring-tool set --store conda-token --url \(ShellWord.quoted(shown)) --token-file \(ShellWord.quoted(token.shownPath))"
        )
    }

    /// Tokens of another client's file that no own store has.
    private static func copies(_ session: ToolSession, among tokens: [StoredToken]) -> [DoctorFinding] {
        let own = tokens.filter(\.isOwn)
        return tokens.compactMap { token in
            guard case .host(let key, let kind) = token.address,
                !own.contains(where: { $0.secret.matches(token.secret) })
            else { return nil }
            let client = token.store.rawValue
            if let rival = rival(of: token, kind, in: own, session) {
                let place = rival.choosingOptions
                // What can be no token is never the right one.
                let commands = [
                    (rival, "keyring-tool sync --to \(client) \(place)"), (token, "keyring-tool remove \(place)"),
                ].filter { $0.0.secret.mistake == nil }.map(\.1)
                return DoctorFinding(
                    "other-client-differs", path: token.path,
                    "the token for \(MisplacedToken.shown(key)) (\(token.redacted)) in the file of \(client) is another one than that of "
                        + "\(rival.store.rawValue) (\(rival.redacted))",
                    advice: commands.isEmpty ? nil : "keep the right one: \(commands.joined(separator: ", or "))")
            }
            guard token.secret.mistake == nil else { return nil }
            return DoctorFinding(
                "other-client-only", path: token.path,
                "the token for \(MisplacedToken.shown(key)) (\(token.redacted)) stands only in the file of \(client)",
                advice: key.utf8.contains(UInt8(ascii: "*"))
                    ? "store it with keyring-tool set for each channel that needs it"
                    : "keyring-tool sync --from \(client) --to "
                        + "\(StoreKind.usual(kind == .apiKey ? .domain : .url).name.rawValue) --url "
                        + ShellWord.quoted(token.address.shownURL ?? key))
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

extension StoredToken {
    /// Whether it stands in one of conda's own stores, and not in another client's.
    var isOwn: Bool { StoreKind.own.contains { $0.name == store } }
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
