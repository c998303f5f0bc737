import CondaURL
import HostPlatform
import SecureFileStore

/// The files of a conda-token directory as they were read, each once.
struct CondaTokenDirectory: Sendable {
    private let store: CondaTokenStore
    /// In the order of the listing.
    private(set) var snapshots: [(url: String, snapshot: FileSnapshot)] = []
    private var places: [[UInt8]: [Int]] = [:]
    private(set) var contents = StoreContents()

    init(_ store: CondaTokenStore) throws(CredentialError) {
        self.store = store
        for name in try store.names() { read(name) }
        if let problem = store.files.problem(ofDirectory: store.path) { contents.problems.append(problem) }
    }

    private mutating func read(_ name: String) {
        let file = Platform.current.join(store.path, name)
        guard let url = CondaTokenFile.url(fromName: name) else {
            guard name.utf8.count == CondaTokenFile.suffix.utf8.count else {
                return add(.fileName, file, "the name is not an encoded URL", hidesToken: true)
            }
            return add(
                .emptyName, file, "the name has no URL: conda sends this token to every server",
                remedy: store.storing(file, for: "URL"))
        }
        let snapshot: FileSnapshot
        do { snapshot = try store.files.snapshot(file, limit: SizeLimit.token) } catch {
            // Its message names the path, and with it what a URL may hide.
            let why = error.errno?.meaning ?? CondaTokenDirectory.reason(error.code)
            return add(
                .unreadable, file,
                "the file cannot be read: \(why); while it is there conda can read no token of the directory",
                remedy: error.code == .notARegularFile ? "move it out of the directory" : error.hint)
        }
        guard snapshot.exists else {
            // Either it has just gone, or it is listed by another name than its own.
            if UnreadableName.isPossible(name) {
                add(
                    .fileName, file, "the name is not UTF-8: it is no encoded URL, and the file is not read",
                    hidesToken: true)
            }
            return
        }
        if places[Array(url.utf8)] != nil {
            add(.duplicateEntry, file, "another file is for the same URL")
        } else if name != CondaTokenFile.name(for: url) || !isAddress(url) {
            let (message, remedy) = naming(file, url)
            add(.fileName, file, message, remedy: remedy)
        }
        places[Array(url.utf8), default: []].append(snapshots.count)
        snapshots.append((url, snapshot))
        if let problem = store.files.problem(ofFile: file, mode: snapshot.mode) { contents.problems.append(problem) }
        readToken(of: url, in: snapshot)
    }

    private func isAddress(_ url: String) -> Bool { url.hasPrefix("https://") || url.hasPrefix("http://") }

    /// What is wrong with a name that conda would not give, and what to do.
    private func naming(_ file: String, _ url: String) -> (message: String, remedy: String?) {
        guard !isAddress(url) else {
            return (
                "the name is not encoded as conda does it",
                ChannelURL.shown(url) == url
                    ? "mv -n \(ShellWord.quoted(file)) \(ShellWord.quoted(store.file(for: url)))" : nil
            )
        }
        let host = url.replacing("https:", with: "").split(separator: "/").first.map(String.init)
        let meant =
            host == ChannelURL(AnacondaDomains.premiumURL)?.host ? AnacondaDomains.premiumURL : "URL"
        return (
            "the name is no URL as conda encodes it, and conda goes by it", store.storing(file, for: meant)
        )
    }

    private mutating func readToken(of url: String, in snapshot: FileSnapshot) {
        let (secret, hasStrayBlank) = CondaTokenFile.token(in: snapshot.bytes)
        let again =
            "store the token again: keyring-tool set --store \(store.name.rawValue) --url "
            + ShellWord.quoted(ChannelURL.shown(url))
        if secret.isEmpty { return add(.emptyToken, snapshot.path, "the file holds no token", remedy: again) }
        guard secret.isPlainToken else {
            let isText = String(validating: snapshot.bytes, as: UTF8.self) != nil
            return add(
                .invalidToken, snapshot.path,
                isText
                    ? "the file holds more than one token, or none" : "the file is not UTF-8 text: conda stops at it",
                remedy: again)
        }
        if hasStrayBlank {
            add(
                .strayBlank, snapshot.path, "a blank or newline stands by the token, and conda sends it along",
                isFixable: true)
        }
        contents.tokens.append(
            StoredToken(
                store: store.name, address: .url(url), secret: secret, expires: JSONWebToken.expiry(of: secret),
                path: snapshot.path, mode: snapshot.mode))
    }

    /// Why the store refused a file, where no system call did.
    private static func reason(_ code: FileError.Code) -> String {
        switch code {
        case .permission: "it is a link, or a second name, of a user who does not own what it leads to"
        case .tooLarge: "it is larger than \(SizeLimit.token) bytes"
        case .notARegularFile: "it is no file"
        case .loop: "its links lead to each other"
        case .locked, .changed: "another program is writing it"
        case .notFound, .io, .invalidPath: code.rawValue
        }
    }

    private mutating func add(
        _ code: StoreProblem.Code, _ path: String, _ message: String, isFixable: Bool = false, remedy: String? = nil,
        hidesToken: Bool? = nil
    ) {
        contents.problems.append(
            StoreProblem(
                code, path: path, message: message, isFixable: isFixable,
                url: CondaTokenFile.url(fromName: Platform.current.baseName(of: path)), remedy: remedy,
                hidesToken: hidesToken))
    }

    /// The files for an address: one, unless somebody encoded the URL in another way too.
    func snapshots(at address: TokenAddress) -> [FileSnapshot] {
        guard case .url(let url) = address else { return [] }
        return (places[Array(url.utf8)] ?? []).map { snapshots[$0].snapshot }
    }

    func rehearse(_ edits: [TokenEdit]) throws(CredentialError) -> StoreOutcome {
        try store.requireEditable(edits)
        var outcome = StoreOutcome()
        for edit in edits {
            let found = snapshots(at: edit.address)
            let effect = try edit.effect(
                on: found.map { CondaTokenFile.token(in: $0.bytes).secret }.filter { !$0.isEmpty },
                path: found.first?.path ?? store.path)
            outcome.results.append(.success(effect))
            outcome.changes.append(try change(edit, found))
        }
        return outcome
    }

    private func change(_ edit: TokenEdit, _ found: [FileSnapshot]) throws(CredentialError) -> StoreChange {
        let url = try store.url(of: edit.address)
        let before = found.map { CondaTokenFile.outline(of: $0.bytes) }.joined()
        switch edit.action {
        case .set(let secret, _):
            if found.isEmpty { try store.files.requireRoom(for: store.file(for: url)) }
            let isSame =
                found.count == 1 && found[0].path == store.file(for: url)
                && secret.withRevealedBytes { $0.elementsEqual(found[0].bytes) }
            return StoreChange(
                changed: !isSame, path: store.file(for: url), before: before, after: secret.redacted + "\n")
        case .remove:
            return StoreChange(changed: !found.isEmpty, path: found.first?.path ?? store.file(for: url), before: before)
        }
    }
}
