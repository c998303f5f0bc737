import CondaCredentials
import TestSupport

/// A directory of one test's own, removed with it, for stores.
struct TokenScratch {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    var path: String { directory.path }
    var keyring: KeyringStore { KeyringStore(path: path + "/.anaconda/keyring") }
    var condaTokens: CondaTokenStore { CondaTokenStore(directory: path + "/.config/binstar") }

    func write(_ bytes: [UInt8], to file: String, mode: Int = 0o600) throws {
        try directory.write(bytes, to: file, mode: mode, directoryMode: 0o700)
    }

    func bytes(of file: String) -> [UInt8]? { directory.bytes(of: file) }
    func mode(of file: String) -> Int? { directory.mode(of: file) }
    func names(in directory: String) -> [String] { self.directory.names(in: directory) }
}

extension TokenAddress {
    static func org(_ org: String?, domain: String = "anaconda.com") -> TokenAddress {
        .repoToken(domain: domain, org: org)
    }
}

extension StoredToken {
    /// `domain/org=token` and the like, in the clear: for comparisons.
    var summary: String {
        let place = url ?? (kind == .apiKey ? "\(domain ?? "")/key" : "\(domain ?? "")/\(org ?? "-")")
        return secret.withRevealed { "\(place)=\($0)" }
    }
}

extension TokenStore {
    /// Whether the mend of problems of a sort changed anything.
    func mend(_ code: StoreProblem.Code) throws -> Bool {
        let problem = StoreProblem(code, path: path, message: "")
        return try mend(problem, isRehearsal: false)?.changes.contains(where: \.changed) == true
    }
}
