import CondaCredentials
import Foundation
import TestSupport
import Testing
import TokenMigration

/// Migrations between the real stores.
@Suite struct MigrationStoresTests {
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

    private enum Place: CaseIterable { case keyring, condaToken, system }

    private static let pairs = Place.allCases.flatMap { from in
        Place.allCases.filter { $0 != from }.map { (from, $0) }
    }

    /// The token that moves, and where it stands.
    private static let token = "made-up-token-0123456789-hidden"
    private static let url = "https://repo.anaconda.cloud/repo/"

    @Test(arguments: pairs)
    private func `between any two real stores a call that fails loses no token and shows none`(
        from: Place, to: Place
    ) throws {
        for fault in FakeSecretTool.Fault.allCases {
            for number in 0..<14 {
                let home = try TemporaryDirectory()
                let tool = FakeSecretTool()
                let stores: [Place: any TokenStore] = [
                    .keyring: KeyringStore(path: home(".anaconda/keyring")),
                    .condaToken: CondaTokenStore(directory: home(".config/binstar")), .system: tool.store,
                ]
                let (source, destination) = try (#require(stores[from]), #require(stores[to]))
                let address: TokenAddress =
                    from == .condaToken ? .url(Self.url) : .repoToken(domain: "anaconda.com", org: "acme")
                try source.set(Secret(Self.token), at: address)
                let options = MigrationOptions(org: "acme", removesSource: true)
                tool.fail(fault, at: number)
                var said = ""
                do {
                    let outcome = try Migration(from: source, to: destination, options: options).execute()
                    said = "\(outcome.failure?.message ?? "") \(outcome.failure?.hint ?? "") \(outcome.warnings)"
                    tool.fail(nil)
                    if outcome.failure == nil { #expect(try holders(stores) == [to], "\(fault) \(number)") }
                } catch { said = "\(error)" }
                tool.fail(nil)
                #expect(!said.contains("0123456789-hidden"))
                #expect(try !holders(stores).isEmpty, "\(fault) at \(number)")
                _ = try? Migration(from: source, to: destination, options: options).execute()
                // An entry that is no text any more keeps the move from being made, and the token where it was.
                let left = try holders(stores)
                #expect(left == [to] || left == [from] && tool.items.values.contains([]), "\(fault) at \(number)")
            }
        }
    }

    @Test func `an entry of the system's keyring that holds nothing more goes, for it would hide the file's`() throws {
        let tool = FakeSecretTool()
        let orgs = ["acme", "other"].map { TokenAddress.repoToken(domain: "anaconda.com", org: $0) }
        for address in orgs { try tool.store.set(Secret(Self.token), at: address) }
        let options = MigrationOptions(org: "acme", removesSource: true)
        #expect(try migrate(tool.store, keyring, options).changed)
        #expect(try tool.store.contents().tokens.map(\.org) == ["other"])
        #expect(try migrate(tool.store, keyring, MigrationOptions(removesSource: true)).changed)
        #expect(tool.items.isEmpty)
        #expect(try keyring.contents().tokens.count == 2)
        // In the file it stays, as with anaconda-auth.
        for address in orgs { try keyring.remove(address) }
        #expect(home.text(of: ".anaconda/keyring")?.contains("anaconda.com") == true)
    }

    /// The places that hold the token; one that cannot be read holds none.
    private func holders(_ stores: [Place: any TokenStore]) throws -> Set<Place> {
        Set(
            stores.filter { _, store in
                (try? store.contents().tokens.contains { $0.secret.matches(Secret(Self.token)) }) ?? false
            }.keys)
    }
}
