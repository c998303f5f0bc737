import HostPlatform
import SecureFileStore

/// What is wrong with the files of a conda-token directory that conda passes over: a token in one is looked at by nothing
/// else.
struct CondaTokenStrays {
    private let store: CondaTokenStore
    private let known: [StoredToken]
    private(set) var problems: [StoreProblem] = []

    /// - Parameter known: the tokens of every store.
    init(in store: CondaTokenStore, _ known: [StoredToken]) {
        self.store = store
        self.known = known
        let names = (try? store.files.names(in: store.path)) ?? []
        for name in names where !CondaTokenFile.isName(name) { lookAt(name) }
    }

    private mutating func lookAt(_ name: String) {
        let file = Platform.current.join(store.path, name)
        let metadata = (try? store.files.metadata(file)) ?? nil
        guard metadata != nil || !UnreadableName.isPossible(name) else {
            return problems.append(
                StoreProblem(
                    .fileName, path: file, message: "the name is not UTF-8: the file is not read, by conda neither",
                    hidesToken: true))
        }
        let snapshot = metadata?.kind == .file ? try? store.snapshot(name) : nil
        let token = snapshot.flatMap { CondaTokenFile.plainToken(in: $0.bytes) }
        let meant = CondaTokenFile.name(nearTo: name)
        if let meant { note(file, meant, hidesToken: token != nil) }
        guard let metadata, let token else { return }
        if meant == nil, token.isOfKnownForm { tell(token, in: file) }
        guard metadata.mode.isOpenToOthers else { return }
        problems.append(
            StoreProblem(
                .mode, path: file,
                message: "others may read the file (mode \(metadata.mode.octal)), which holds what looks like a token "
                    + "(\(token.redacted))", isFixable: true))
    }

    /// A file that was most likely meant for one of conda's own.
    private mutating func note(_ file: String, _ meant: String, hidesToken: Bool) {
        let other = Platform.current.join(store.path, meant)
        // What the name holds of a secret is not shown.
        let isShown = TokenPlaces.shown(path: other) == other
        problems.append(
            StoreProblem(
                .fileName, path: isShown ? file : store.path,
                message: "conda reads files alone whose names end in '.token', and "
                    + (isShown ? "this looks like one" : "one in it does not"),
                remedy: isShown ? "mv -n \(ShellWord.quoted(file)) \(ShellWord.quoted(other))" : "rename it",
                hidesToken: hidesToken))
    }

    private mutating func tell(_ token: Secret, in file: String) {
        let copied = known.first { $0.store == store.name && $0.secret.matches(token) }?.address.shownURL
        problems.append(
            StoreProblem(
                .strayToken, path: file,
                message:
                    "conda does not read the file: it goes by names that are URLs, and this one holds what looks like "
                    + "a token (\(token.redacted))" + (copied.map { ", that for \($0)" } ?? ""),
                remedy: copied == nil || TokenPlaces.shown(path: file) != file
                    ? store.storing(file, for: "URL") : "rm \(ShellWord.quoted(file))"))
    }
}
