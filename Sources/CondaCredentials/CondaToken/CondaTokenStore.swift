import HostPlatform
package import SecureFileStore

/// A directory of conda-token files: one token a URL. Files with other names are nobody's business.
package struct CondaTokenStore: TokenStore {
    package let name: StoreName
    package let path: String
    package let addressing = Addressing.url
    let files: FileStore
    /// The directory in which its client looks first.
    private let first: String?

    package init(
        directory: String, name: StoreName = .condaToken, readAfter first: String? = nil, files: FileStore = FileStore()
    ) {
        path = directory
        self.name = name
        self.first = first
        self.files = files
    }

    /// The file in which a URL's token belongs.
    package func file(for url: String) -> String { Platform.current.join(path, CondaTokenFile.name(for: url)) }

    package func read() throws(CredentialError) -> StoreReading {
        let directory = try CondaTokenDirectory(self)
        return StoreReading(
            store: self, contents: directory.contents, files: directory.snapshots.map(\.snapshot),
            rehearse: { edits throws(CredentialError) in try directory.rehearse(edits) },
            requireCurrent: { addresses throws(CredentialError) in
                for address in addresses {
                    for snapshot in directory.snapshots(at: address) { try files.requireCurrent(snapshot) }
                }
            })
    }

    package func address(for use: TokenUse, among contents: StoreContents) throws(CredentialError) -> TokenAddress {
        guard use.kind == .repoToken else {
            throw CredentialError(
                .usage, "a conda-token file holds no API key", path: path,
                hint: "--to \(StoreKind.usual(.domain).name.rawValue)")
        }
        return .url(use.url)
    }

    package func obstacle(to secret: Secret, at address: TokenAddress) throws(CredentialError) -> CredentialError? {
        guard let first, let rival = try CondaTokenStore(directory: first, files: files).token(at: address),
            !rival.secret.matches(secret)
        else { return nil }
        return CredentialError(
            .conflict,
            "\(rival.store.rawValue) holds another token for \(address.shownURL ?? "that URL") (\(rival.redacted)), which "
                + "\(name.rawValue) reads first", path: rival.path,
            hint:
                "replace it first: keyring-tool set --store conda-token --url \(ShellWord.quoted(address.shownURL ?? "URL"))"
        )
    }

    package func mend(_ problem: StoreProblem, isRehearsal: Bool) throws(CredentialError) -> StoreMend? {
        guard problem.code == .strayBlank else { return nil }
        return StoreMend(
            text: "blanks around the token taken out of \(problem.shownPath)",
            changes: [try trimBlanks(ofFile: problem.path, isRehearsal: isRehearsal)])
    }

    package var guardedPaths: [String] {
        [path] + ((try? names()) ?? []).map { Platform.current.join(path, $0) }
    }

    package func strays(_ known: [StoredToken]) -> [StoreProblem] { CondaTokenStrays(in: self, known).problems }

    package func cleanUp() -> String? { files.cleanUp(in: path) }

    package func flush(_ addresses: [TokenAddress]) throws(CredentialError) {
        for case .url(let url) in addresses {
            try files.flushStore(file(for: url))
        }
    }

    /// Takes blanks and newlines around a token out of its file.
    package func trimBlanks(ofFile file: String, isRehearsal: Bool = false) throws(CredentialError) -> StoreChange {
        try files.rewriteStore(
            file, limit: SizeLimit.token, isRehearsal: isRehearsal, outline: CondaTokenFile.outline(of:)
        ) { snapshot in
            let token = CondaTokenFile.token(in: snapshot.bytes).secret
            return token.isEmpty ? nil : token.withRevealedBytes { Array($0) }
        }
    }

    // MARK: files

    /// Names that end like a token file's; none where there is no directory.
    func names() throws(CredentialError) -> [String] {
        try files.names(in: path).filter(CondaTokenFile.isName)
    }

    /// How the token of a file is stored where conda finds it; nil where its name is not to be shown, and of another
    /// client's directory.
    func storing(_ file: String, for url: String) -> String? {
        guard name == .condaToken, TokenPlaces.shown(path: file) == file else { return nil }
        let path = ShellWord.quoted(file)
        return "keyring-tool set --store \(name.rawValue) --url \(url) --token-file \(path) && rm \(path)"
    }

    func snapshot(_ name: String) throws(CredentialError) -> FileSnapshot {
        try files.read(Platform.current.join(path, name), limit: SizeLimit.token)
    }

    func url(of address: TokenAddress) throws(CredentialError) -> String {
        guard case .url(let url) = address else {
            throw CredentialError(.usage, "a conda-token file belongs to a URL, not to a domain", path: path)
        }
        return url
    }
}

extension StoreName {
    /// conda-token's directory.
    public static let condaToken = StoreName(rawValue: "conda-token")
}

extension StoreKind {
    /// What conda itself reads.
    package static let condaToken = StoreKind(
        name: .condaToken, role: .own, addressing: .url, user: "conda",
        otherNames: ["conda", "binstar", "token", "tokens", "conda_token", "condatoken"],
        doubt: { $0.doubt(about: $0.places.condaTokens) }, placed: { $0.places.condaTokens },
        store: { CondaTokenStore(directory: $0.places.condaTokens.path, files: $0.files) })
}

extension StoreSite {
    /// The store in a directory that other programs and older versions use.
    package func store(in directory: TokenPlaces.OtherDirectory) -> any TokenStore {
        CondaTokenStore(directory: directory.path, name: StoreName(rawValue: directory.user.rawValue), files: files)
    }
}

extension CondaTokenFile {
    /// A token file as text for a diff, its token redacted.
    static func outline(of bytes: [UInt8]) -> String {
        bytes.isEmpty ? "" : token(in: bytes).secret.redacted + "\n"
    }
}
