import TestSupport
import Testing
import TokenMigration

@testable import CondaCredentials

@Suite struct RotationTests {
    private static let old = "made-up-token-0123456789-old1"
    private static let new = "made-up-token-0123456789-new1"
    private static let acme = TokenAddress.repoToken(domain: "anaconda.com", org: "acme")
    private static let other = TokenAddress.repoToken(domain: "anaconda.com", org: "other")
    private static let url = TokenAddress.url("https://repo.anaconda.cloud/repo/")
    private static let host = TokenAddress.host("repo.anaconda.cloud", .repoToken)

    /// Six places with the same token, and in some of them another one, which is to stay.
    private func sixStores() -> [FaultyStore] {
        [
            FaultyStore(.keyring, [(Self.other, "made-up-other"), (Self.acme, Self.old)]),
            FaultyStore(.condaToken, [(Self.url, Self.old), (.url("https://x.example/"), "made-up-other")]),
            FaultyStore(StoreName(rawValue: "system"), [(Self.acme, Self.old)]),
            FaultyStore(StoreName(rawValue: "anaconda-client"), [(Self.url, Self.old)], addressing: .url),
            FaultyStore(StoreName(rawValue: "mamba"), [(Self.host, Self.old)], addressing: .host),
            FaultyStore(StoreName(rawValue: "rattler"), [(Self.host, Self.old)], addressing: .host),
        ]
    }

    private func holds(_ store: FaultyStore, _ token: String) -> Bool { store.values.contains(token) }

    /// What the command does: reads all, finds the present token by its organization, rotates.
    private func rotate(_ stores: [FaultyStore]) -> Rotation.Outcome? {
        let (read, unread) = (stores as [any TokenStore]).readings()
        let chosen = read.flatMap(\.contents.tokens).filter { $0.address == Self.acme }
        guard let present = chosen.first(where: { !$0.secret.matches(Secret(Self.new)) }) else { return nil }
        let rotation = Rotation(from: present.secret, to: Secret(Self.new), read: read, unread: unread) {
            $0.address == Self.acme
        }
        return rotation.execute()
    }

    @Test func `every place of the present token gets the new one, and other tokens stay`() {
        let stores = sixStores()
        let outcome = rotate(stores)
        #expect(outcome?.replaced.count == 6)
        #expect(outcome?.failed.isEmpty == true)
        #expect(stores.allSatisfy { holds($0, Self.new) && !holds($0, Self.old) })
        #expect(holds(stores[0], "made-up-other") && holds(stores[1], "made-up-other"))
        #expect(rotate(stores) == nil)
    }

    @Test(arguments: 0..<6, [0, 1])
    func `a place that fails is told, and one more run finishes`(place: Int, call: Int) {
        for fault in [FaultyStore.Fault.before(call), .after(call)] {
            let stores = sixStores()
            stores[place].fail(fault)
            let outcome = rotate(stores)
            #expect(outcome?.failed.isEmpty == false)
            #expect(outcome?.failed.contains { $0.store == stores[place].name } == true)
            #expect(stores.allSatisfy { holds($0, Self.old) != holds($0, Self.new) })
            // A failing place that the choice finds again keeps no other from the new token.
            if [0, 2].contains(place), case .before(1) = fault {
                #expect(stores.count { holds($0, Self.old) } == 1, "\(place) \(fault)")
            }
            stores[place].fail(nil)
            _ = rotate(stores)
            #expect(stores.allSatisfy { holds($0, Self.new) && !holds($0, Self.old) }, "\(place) \(call) \(fault)")
        }
    }

    @Test(arguments: [
        (acme, StoreName.keyring, url, StoreName.condaToken, true), (url, .condaToken, acme, .keyring, true),
        (acme, .keyring, other, .keyring, false), (acme, .keyring, acme, StoreName(rawValue: "system"), true),
        (acme, .keyring, other, StoreName(rawValue: "system"), false),
        (acme, .keyring, .url("https://repo.anaconda.cloud/repo/other/"), .condaToken, false),
        (acme, .keyring, .url("https://repo.anaconda.cloud/repo/acme/"), .condaToken, true),
        (acme, .keyring, .url("https://api.anaconda.org"), .condaToken, false),
        (url, .condaToken, .url("https://api.anaconda.org"), .condaToken, false),
        (.repoToken(domain: "own.example", org: nil), .keyring, .url("https://own.example/conda"), .condaToken, true),
        (.repoToken(domain: "own.example", org: nil), .keyring, url, .condaToken, false),
    ])
    func `a failure leaves the present token only where the new one is for the same use`(
        left: TokenAddress, store: StoreName, right: TokenAddress, other: StoreName, isLeftover: Bool
    ) {
        let present = StoredToken(store: store, address: left, secret: Secret(Self.old), path: "a")
        let written = StoredToken(store: other, address: right, secret: Secret(Self.new), path: "b")
        #expect(Rotation.isLeftover([present], besides: [written], site: RepoSite()) == isLeftover)
    }

    @Test func `a place that another program changed meanwhile keeps what it has`() throws {
        let stores = sixStores()
        let read = try stores.map { try $0.read() }
        try stores[4].set(Secret("made-up-newer"), at: Self.host)
        let outcome = Rotation(from: Secret(Self.old), to: Secret(Self.new), read: read, unread: []) {
            $0.address == Self.acme
        }.execute()
        #expect(outcome.failed.map(\.store.rawValue).contains("mamba"))
        #expect(stores[4].values == ["made-up-newer"])
    }
}
