import LosslessJSON
package import SecureFileStore

/// The Anaconda keyring: one file for every domain and organization.
package struct KeyringStore: FileTokenStore {
    package let name = StoreName.keyring
    package let path: String
    package let addressing = Addressing.domain
    /// Whether anything in it is whole.
    package var isRecoverable: Bool { (try? recover(isRehearsal: true)) != nil }
    package let isNamed: Bool
    package let directoryRemedy: String?
    /// Whether nobody chose its directory, so that what lies beside it is of its client or was put there for it.
    let isAtUsualPlace: Bool
    package let files: FileStore

    package init(
        path: String, isNamed: Bool = false, isAtUsualPlace: Bool = false, directoryRemedy: String? = nil,
        files: FileStore = FileStore()
    ) {
        self.path = path
        self.isNamed = isNamed
        self.isAtUsualPlace = isAtUsualPlace
        self.directoryRemedy = directoryRemedy
        self.files = files
    }

    package func text(of snapshot: FileSnapshot) throws(CredentialError) -> KeyringFile {
        try keyring(snapshot.bytes)
    }

    package func contents(of keyring: KeyringFile, _ snapshot: FileSnapshot) -> StoreContents {
        snapshot.exists ? keyring.contents(mode: snapshot.mode) : StoreContents()
    }

    package func mend(_ problem: StoreProblem, isRehearsal: Bool) throws(CredentialError) -> StoreMend? {
        switch problem.code {
        case .damagedFile, .damagedEntry: try recover(isRehearsal: isRehearsal)?.mend
        case .legacyDomain:
            try mended("the entry under a former name now stands under \(AnacondaDomains.main)", isRehearsal) {
                keyring throws(CredentialError) in try keyring.movingLegacyEntry()
            }
        case .domainName:
            try mended("each entry under a URL or in capitals now stands under its domain", isRehearsal) {
                keyring throws(CredentialError) in try keyring.namingDomains()
            }
        case .byteOrderMark:
            try mended("byte order mark taken out of \(path)", isRehearsal) { keyring throws(CredentialError) in
                try keyring.removingByteOrderMark()
            }
        default: nil
        }
    }

    package func kept() throws(CredentialError) -> [any TokenStore] { try SavedKeyring.all(beside: self) }

    /// - Parameter change: the new keyring, or nil for none; may run more than once.
    private func mended(
        _ text: String, _ isRehearsal: Bool, _ change: (KeyringFile) throws(CredentialError) -> KeyringFile?
    ) throws(CredentialError) -> StoreMend {
        let change = try files.rewriteStore(
            path, limit: SizeLimit.keyring, isRehearsal: isRehearsal,
            outline: { (try? KeyringFile($0, path: path))?.outline ?? "" },
            { try change(try keyring($0.bytes))?.bytes })
        return StoreMend(text: text, changes: [change])
    }
}

extension StoreSite {
    /// The keyring, even where the settings leave its place in doubt: that is a finding of its own.
    package var keyring: KeyringStore {
        KeyringStore(
            path: places.keyring.path, isNamed: places.keyring.origin.kind == .option,
            isAtUsualPlace: places.keyring.origin.kind == .default,
            directoryRemedy: places.keyring.directoryRemedy("keyring"), files: files)
    }
}

extension StoreName {
    /// anaconda-auth's file.
    public static let keyring = StoreName(rawValue: "keyring")
}

extension StoreKind {
    /// anaconda-auth's own.
    package static let keyring = StoreKind(
        name: .keyring, role: .own, addressing: .domain, user: "anaconda-auth",
        otherNames: ["anaconda", "anaconda-auth", "anaconda-keyring"],
        doubt: { site in
            let decided = site.places.keyring.origin.kind
            guard decided == .configFile || decided == .default,
                let problem = site.places.settings.problems.first(where: \.isFatal)
            else { return nil }
            return CredentialError(
                problem.code == .syntax ? .syntax : problem.code == .unreadable ? .io : .invalid,
                "the place of the keyring is not known: \(problem.message)", path: problem.path, line: problem.line,
                column: problem.column, hint: "mend the file, or name the keyring with --keyring FILE")
        },
        placed: { $0.places.keyring }, cautions: { $0.places.keyringCautions }, store: { $0.keyring })
}

extension TokenPlaces {
    /// What keeps anaconda-auth from a token in the keyring.
    fileprivate var keyringCautions: [(message: String, hint: String?)] {
        var cautions: [(message: String, hint: String?)] = systemStorage.map { [($0, nil)] } ?? []
        if keyring.origin.kind == .dotEnv {
            cautions.append(
                (
                    "\(keyring.origin.text) puts the keyring at \(keyring.path), and only for programs started in this "
                        + "directory", "set keyring_path in \(settings.configPath), or take the line out"
                ))
        }
        if let backend = keyringBackend, let obstacle = backend.obstacle {
            cautions.append(("\(backend.origin.text) \(obstacle)", backend.removal))
        }
        for value in [settings[.apiKey], settings[.keyring]].compactMap({ $0 }) {
            cautions.append(
                ("\(value.origin.text) is set: while it is, anaconda-auth does not look into the keyring", nil))
        }
        return cautions
    }
}
