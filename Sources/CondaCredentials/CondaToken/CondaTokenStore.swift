import HostPlatform
package import SecureFileStore

/// The directory of conda-token files: one token a URL. Files with other names are nobody's business.
package struct CondaTokenStore: TokenStore {
    package let name = StoreName.condaToken
    package let path: String
    let files: FileStore
    /// Most bytes of a token's file.
    static let limit = 64 << 10

    package init(directory: String, files: FileStore = FileStore()) {
        path = directory
        self.files = files
    }

    /// The file in which a URL's token belongs.
    package func file(for url: String) -> String { Platform.current.join(path, CondaTokenFile.name(for: url)) }

    package func contents() throws(CredentialError) -> StoreContents {
        var contents = StoreContents()
        var seen: Set<TokenAddress> = []
        for name in try names() {
            let file = Platform.current.join(path, name)
            guard let url = CondaTokenFile.url(fromName: name) else {
                contents.problems.append(
                    StoreProblem(.fileName, path: file, message: "the name is not an encoded URL"))
                continue
            }
            let snapshot: FileSnapshot
            do { snapshot = try files.snapshot(file, limit: CondaTokenStore.limit) } catch {
                // Its message names the path, and with it what a URL may hide.
                let why = error.errno?.meaning ?? error.code.rawValue
                contents.problems.append(
                    StoreProblem(.unreadable, path: file, message: "the file cannot be read: \(why)"))
                continue
            }
            guard snapshot.exists else { continue }
            if !seen.insert(.url(url)).inserted {
                contents.problems.append(
                    StoreProblem(.duplicateEntry, path: file, message: "another file is for the same URL"))
            } else if name != CondaTokenFile.name(for: url) {
                contents.problems.append(
                    StoreProblem(.fileName, path: file, message: "the name is not encoded as conda does it"))
            }
            if let problem = files.problem(ofFile: file, mode: snapshot.mode) { contents.problems.append(problem) }
            let (secret, problem) = CondaTokenStore.token(in: snapshot)
            if let problem { contents.problems.append(problem) }
            if let secret {
                contents.tokens.append(
                    StoredToken(
                        store: .condaToken, address: .url(url), secret: secret, path: file, mode: snapshot.mode))
            }
        }
        if let problem = files.problem(ofDirectory: path) { contents.problems.append(problem) }
        return contents
    }

    package func set(_ tokens: [TokenAssignment], writing: Bool) throws(CredentialError) -> StoreChange {
        for token in tokens {
            try token.secret.requirePlainToken(for: path)
            _ = try url(of: token.address)
        }
        var changes: [StoreChange] = []
        for token in tokens { changes.append(try set(token, writing: writing)) }
        return StoreChange(
            changed: changes.contains { $0.changed }, path: changes.count == 1 ? changes[0].path : path,
            before: changes.map(\.before).joined(), after: changes.map(\.after).joined(),
            isFlushed: changes.allSatisfy(\.isFlushed), warnings: changes.flatMap(\.warnings))
    }

    private func set(_ token: TokenAssignment, writing: Bool) throws(CredentialError) -> StoreChange {
        let url = try url(of: token.address)
        let file = file(for: url)
        // Before anything is written, for it can fail.
        let others = try otherNames(for: url)
        let change = try edit(file, writing: writing) { bytes throws(CredentialError) in
            let present = CondaTokenFile.token(in: bytes).secret
            if !token.mayReplace, !present.isEmpty, !present.matches(token.secret) {
                throw CredentialError.otherToken(at: file)
            }
            return token.secret.withRevealedBytes { Array($0) }
        }
        if writing {
            for name in others { try remove(try read(name)) }
        }
        return StoreChange(
            changed: change.changed || !others.isEmpty, path: file, before: change.before, after: change.after,
            isFlushed: change.isFlushed, warnings: change.warnings)
    }

    package func remove(
        _ address: TokenAddress, ifMatching expected: Secret?, writing: Bool
    ) throws(CredentialError) -> StoreChange {
        let url = try url(of: address)
        var found: [FileSnapshot] = []
        for name in try names(for: url) {
            let snapshot = try read(name)
            if snapshot.exists { found.append(snapshot) }
        }
        if let expected {
            for snapshot in found where !CondaTokenFile.token(in: snapshot.bytes).secret.matches(expected) {
                throw CredentialError.otherToken(at: snapshot.path)
            }
        }
        var isFlushed = true
        if writing {
            for snapshot in found { isFlushed = try remove(snapshot) && isFlushed }
        }
        return StoreChange(
            changed: !found.isEmpty, path: found.first?.path ?? file(for: url),
            before: found.map { CondaTokenStore.outline(of: $0.bytes) }.joined(), isFlushed: isFlushed)
    }

    /// Takes blanks and newlines around a token out of its file.
    package func trimBlanks(ofFile file: String, writing: Bool = true) throws(CredentialError) -> StoreChange {
        try edit(file, writing: writing) { bytes in
            let token = CondaTokenFile.token(in: bytes).secret
            return token.isEmpty ? nil : token.withRevealedBytes { Array($0) }
        }
    }

    // MARK: files

    /// Names that end like a token file's; none where there is no directory.
    private func names() throws(CredentialError) -> [String] {
        do { return try files.list(path).filter { CondaTokenFile.isName($0) } } catch {
            if error.code == .notFound { return [] }
            throw CredentialError(error)
        }
    }

    /// Names of the files for a URL: one, unless somebody encoded it in another way too.
    private func names(for url: String) throws(CredentialError) -> [String] {
        try names().filter { CondaTokenFile.url(fromName: $0)?.utf8.elementsEqual(url.utf8) == true }
    }

    /// Names that stand for a URL beside the one that conda writes: which one it reads is chance, so they must not stay.
    private func otherNames(for url: String) throws(CredentialError) -> [String] {
        let names = try names(for: url)
        let own = CondaTokenFile.name(for: url)
        // Where case does not count, another spelling can be the same file.
        let isSpelledOtherwise = names.contains(own) ? false : try read(own).exists
        return isSpelledOtherwise ? [] : names.filter { $0 != own }
    }

    private func read(_ name: String) throws(CredentialError) -> FileSnapshot {
        try files.read(Platform.current.join(path, name), limit: CondaTokenStore.limit)
    }

    private func url(of address: TokenAddress) throws(CredentialError) -> String {
        guard let url = address.url else {
            throw CredentialError(.usage, "a conda-token file belongs to a URL, not to a domain", path: path)
        }
        return url
    }

    private static func token(in snapshot: FileSnapshot) -> (Secret?, StoreProblem?) {
        func problem(_ code: StoreProblem.Code, _ message: String, isFixable: Bool = false) -> StoreProblem {
            StoreProblem(code, path: snapshot.path, message: message, isFixable: isFixable)
        }
        let (secret, hasStrayBlank) = CondaTokenFile.token(in: snapshot.bytes)
        if secret.isEmpty { return (nil, problem(.emptyToken, "the file holds no token")) }
        guard secret.isPlainToken else {
            return (nil, problem(.invalidToken, "the file holds more than one token, or none"))
        }
        guard hasStrayBlank else { return (secret, nil) }
        return (
            secret,
            problem(.strayBlank, "a blank or newline stands by the token, and conda sends it along", isFixable: true)
        )
    }

    private func edit(
        _ file: String, writing: Bool, _ change: ([UInt8]) throws(CredentialError) -> [UInt8]?
    ) throws(CredentialError) -> StoreChange {
        guard writing else {
            let snapshot = try files.read(file, limit: CondaTokenStore.limit)
            let after = try change(snapshot.bytes) ?? snapshot.bytes
            return StoreChange(
                changed: after != snapshot.bytes, path: file, before: CondaTokenStore.outline(of: snapshot.bytes),
                after: CondaTokenStore.outline(of: after))
        }
        do {
            let update = try files.update(file, policy: .secret, limit: CondaTokenStore.limit) { try change($0.bytes) }
            return StoreChange(
                changed: update.changed, path: file, before: CondaTokenStore.outline(of: update.before.bytes),
                after: CondaTokenStore.outline(of: update.after), isFlushed: update.isFlushed,
                warnings: update.warnings)
        } catch { throw CredentialError(updating: error, path: file) }
    }

    @discardableResult
    private func remove(_ snapshot: FileSnapshot) throws(CredentialError) -> Bool {
        do { return try files.remove(snapshot.path, expecting: snapshot) } catch { throw CredentialError(error) }
    }

    private static func outline(of bytes: [UInt8]) -> String {
        bytes.isEmpty ? "" : CondaTokenFile.token(in: bytes).secret.redacted + "\n"
    }
}
