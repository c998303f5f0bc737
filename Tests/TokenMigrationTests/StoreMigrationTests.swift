import CondaCredentials
import Foundation
import TestSupport
import Testing
import TokenMigration

/// Migrations between the real stores.
@Suite struct StoreMigrationTests {
    private let home: TemporaryDirectory
    private let keyring: KeyringStore
    private let files: CondaTokenStore

    init() throws {
        home = try TemporaryDirectory()
        keyring = KeyringStore(path: home(".anaconda/keyring"))
        files = CondaTokenStore(directory: home(".config/binstar"))
    }

    private func migrate(
        _ source: any TokenStore, _ destination: any TokenStore, _ options: MigrationOptions
    ) throws -> MigrationOutcome {
        defer { #expect(openFiles.isEmpty) }
        return try Migration(from: source, to: destination, options: options).execute()
    }

    /// Files that others may read.
    private var openFiles: [String] {
        (FileManager.default.enumerator(atPath: home.path)?.allObjects ?? []).compactMap { $0 as? String }.filter {
            name in
            (home.mode(of: name) ?? 0o777) & 0o077 != 0
        }
    }

    @Test func `a token goes to the keyring and back and ends where it began`() throws {
        let url = TokenAddress.url("https://repo.anaconda.cloud/repo/")
        try files.set(Secret("made-up-token-1"), at: url)
        let file = files.file(for: "https://repo.anaconda.cloud/repo/")
        let options = MigrationOptions(org: "ünï", removesSource: true)
        #expect(try migrate(files, keyring, options).changed)
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try keyring.contents().tokens.map(\.org) == ["ünï"])
        #expect(try !migrate(files, keyring, options).changed)
        #expect(try migrate(keyring, files, options).changed)
        #expect(FileManager.default.contents(atPath: file) == Data("made-up-token-1".utf8))
        #expect(try keyring.contents().tokens.isEmpty)
    }

    @Test func `a damaged keyring stops a migration before anything is written`() throws {
        try files.set(Secret("made-up-token-1"), at: .url("https://repo.anaconda.cloud/repo/"))
        try keyring.set(Secret("made-up-token-2"), at: .repoToken(domain: "anaconda.com", org: "a"))
        let sound = try #require(FileManager.default.contents(atPath: keyring.path))
        for end in 1..<sound.count {
            try sound.prefix(end).write(to: URL(fileURLWithPath: keyring.path))
            let error = #expect(throws: CredentialError.self) {
                try migrate(files, keyring, MigrationOptions(conflictRule: .replace, removesSource: true))
            }
            #expect(error?.code == .syntax)
            #expect(FileManager.default.contents(atPath: keyring.path) == sound.prefix(end))
        }
        #expect(try files.contents().tokens.count == 1)
    }
}
