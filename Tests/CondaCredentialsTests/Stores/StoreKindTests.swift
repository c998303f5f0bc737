import CondaCredentials
import HostPlatform
import SecureFileStore
import TestSupport
import Testing

/// What every store has to do, tried on all that are listed: a new one is tried without a line here.
@Suite struct StoreKindTests {
    /// Those that are files: a service is tried behind a made-up one.
    static let kinds = StoreKind.all.filter { !$0.isByNameOnly }

    private let home: TemporaryDirectory
    private let site: StoreSite

    init() throws {
        home = try TemporaryDirectory()
        let files = FileStore()
        let host = Host.current(environment: ["HOME": home.path], currentDirectory: home.path, store: files)
        site = try StoreSite(host: host, files: files, root: nil)
    }

    private let use = TokenUse(kind: .repoToken, url: AnacondaDomains.premiumURL, domain: AnacondaDomains.main)

    @Test func `each has a name of its own`() {
        #expect(Set(StoreKind.all.map(\.name)).count == StoreKind.all.count)
    }

    @Test func `conda's own go by domain or by URL, as migrations do, and those that it reads are the usual ones`() {
        #expect(StoreKind.own.allSatisfy { $0.addressing != .host })
        #expect(StoreKind.usual(.domain).name == .keyring && StoreKind.usual(.url).name == .condaToken)
    }

    @Test(arguments: kinds)
    func `a store tells of itself what its kind does`(_ kind: StoreKind) throws {
        let store = try kind.certainStore(at: site)
        #expect(kind.isPresent(site))
        #expect(store.name == kind.name)
        #expect(store.addressing == kind.addressing)
        #expect(store.path == kind.place(at: site).path)
        #expect(store.path.hasPrefix(home.path))
    }

    @Test(arguments: kinds)
    func `what is stored reads back, for its user alone, and goes again`(_ kind: StoreKind) throws {
        let store = kind.store(site)
        let (first, second) = (Secret("made-up-token-0123456789"), Secret("made-up-token-9876543210"))
        let address = try store.address(for: use, among: try store.contents())
        func edit(_ action: TokenEdit.Action) -> [TokenEdit] { [TokenEdit(address, action)] }
        // A rehearsal writes nothing.
        #expect(try store.read().rehearse(edit(.set(first, replacing: .none))).changed)
        #expect(try store.contents().tokens.isEmpty)

        #expect(try store.apply(edit(.set(first, replacing: .none))).results.map { try $0.get() } == [.added])
        let reading = try store.read()
        let token = try #require(reading.contents.tokens.first)
        #expect(reading.contents.problems.isEmpty)
        #expect(token.store == kind.name)
        #expect(token.address == address)
        #expect(token.secret.matches(first))
        #expect(token.mode == .secretFile)
        try store.flush([address])
        try reading.requireCurrent([address])
        try FileStore().setMode(token.path, FileMode(rawValue: 0o644))
        #expect(try store.contents().problems.map(\.code) == [.mode])
        #expect(store.guardedPaths.isEmpty || store.guardedPaths.contains(store.path))

        // Another token is replaced only where that is meant.
        #expect(throws: CredentialError.self) { try store.apply(edit(.set(second, replacing: .none))) }
        #expect(try store.apply(edit(.set(second, replacing: .only(first)))).changed)
        #expect(throws: CredentialError.self) { try reading.requireCurrent([address]) }
        #expect(throws: CredentialError.self) { try store.apply(edit(.remove(ifMatching: first))) }
        #expect(try store.contents().tokens.map { $0.secret.matches(second) } == [true])

        #expect(try store.apply(edit(.remove(ifMatching: second))).changed)
        #expect(try store.contents().tokens.isEmpty)
        #expect(try !store.apply(edit(.remove(ifMatching: nil))).changed)
        #expect(store.cleanUp() == nil)
    }

    @Test(arguments: kinds)
    func `a rehearsal refuses what the write would: nobody's home, and a link to nothing`(_ kind: StoreKind)
        throws
    {
        try home.link("link", to: home.path + "/nowhere/at/all")
        for path in ["/home/no-such-user-of-ours", home.path + "/link"] {
            let host = Host(
                platform: .current, environment: Environment([:]), home: path, currentDirectory: home.path)
            let store = kind.store(try StoreSite(host: host, files: FileStore(), root: nil))
            let address = try store.address(for: use, among: try store.contents())
            let edits = [TokenEdit(address, .set(Secret("made-up-token-0123456789"), replacing: .none))]
            let refusal = try #require(throws: CredentialError.self) { try store.apply(edits) }
            #expect(throws: refusal) { try store.read().rehearse(edits) }
        }
    }
}
