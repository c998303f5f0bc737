import Testing

@testable import CondaCredentials
@testable import TokenMigration

@Suite struct RoutesTests {
    private func token(_ address: TokenAddress, _ text: String = "made-up-token-0001") -> StoredToken {
        StoredToken(store: .condaToken, address: address, secret: Secret(text), path: "/f")
    }

    /// `goes …`, `stays …` or nothing for what the options do not choose.
    private func shown(_ route: Routes.Route) -> String {
        switch route {
        case .goes(.repoToken(let domain, let org)): "goes \(domain) \(org ?? "-")"
        case .goes(.url(let url)): "goes \(url)"
        case .goes(let address): "goes \(address)"
        case .stays(let reason): "stays \(reason)"
        case .isNotMeant: ""
        }
    }

    private static let premium = "https://repo.anaconda.cloud/repo/"

    @Test(
        arguments: [
            (premium, nil, "goes anaconda.com -"), (premium, "acme", "goes anaconda.com acme"),
            (premium + "acme/main", nil, "goes anaconda.com acme"),
            (premium + "acme", "other", "stays its URL names the organization acme, not other"),
            ("https://api.anaconda.org", nil, "stays a login to anaconda.org is not a repo token"),
            ("https://h.example/", nil, "stays the keyring has no repo tokens of this site"),
            // A file for all of the server, of which the site is a part.
            ("https://repo.anaconda.cloud/", nil, "stays repo tokens are those for \(premium): keyring-tool get --url"),
        ] as [(String, String?, String)])
    func `a file's token goes to the entry that its URL names`(url: String, org: String?, expected: String) {
        let routes = Routes(options: MigrationOptions(org: org), from: .url, to: .domain)
        #expect(shown(routes.route(of: token(.url(url)))).hasPrefix(expected))
    }

    @Test(
        arguments: [
            (.repoToken(domain: "anaconda.com", org: "acme"), nil, "goes \(premium)"),
            (.repoToken(domain: "anaconda.com", org: nil), nil, "goes \(premium)"),
            (.repoToken(domain: "anaconda.com", org: "acme"), "other", ""),
            (
                .repoToken(domain: "own.example", org: "acme"), nil,
                "stays it belongs to another domain than anaconda.com"
            ), (.apiKey(domain: "anaconda.com"), nil, "stays an API key has no place in conda-token files"),
        ] as [(TokenAddress, String?, String)])
    func `a keyring's repo token goes to the file of its site`(address: TokenAddress, org: String?, expected: String) {
        let routes = Routes(options: MigrationOptions(org: org), from: .domain, to: .url)
        #expect(shown(routes.route(of: token(address))) == expected)
    }

    @Test func `an API key in the place of a repo token goes nowhere`() {
        let key = "e30.eyJleHAiOjE4OTM0NTYwMDB9.c2lnbmF0dXJl"
        for (from, to, address) in [
            (Addressing.url, Addressing.domain, TokenAddress.url(Self.premium)),
            (.domain, .url, .repoToken(domain: "anaconda.com", org: "a")),
        ] {
            let route = Routes(options: MigrationOptions(), from: from, to: to).route(of: token(address, key))
            #expect(shown(route).hasPrefix("stays it is an API key"))
        }
    }

    @Test func `another client's store is no end of a migration`() {
        let route = Routes(options: MigrationOptions(), from: .host, to: .domain).route(
            of: token(.host("h", .repoToken)))
        #expect(shown(route).hasPrefix("stays a migration goes between"))
    }

    @Test(
        arguments: [
            (.repoToken(domain: "d", org: "a"), .repoToken(domain: "d", org: nil), true),
            (.repoToken(domain: "d", org: nil), .repoToken(domain: "d", org: "a"), false),
            (.repoToken(domain: "e", org: "a"), .repoToken(domain: "d", org: nil), false),
            (.url("https://h/"), .url("https://h/"), true),
            (.apiKey(domain: "d"), .repoToken(domain: "d", org: nil), false),
        ] as [(TokenAddress, TokenAddress, Bool)])
    func `a token of one organization does what one of all would`(
        present: TokenAddress, wanted: TokenAddress, serves: Bool
    ) {
        #expect(Routes.serves(present, wanted) == serves)
    }
}
