import CondaCredentials
import LosslessJSON
import Testing
import TokenMigration

@Suite struct MigrationPlanTests {
    private static let site = TokenAddress.url("https://repo.anaconda.cloud/repo/")

    private static func org(_ org: String?, _ domain: String = "anaconda.com") -> TokenAddress {
        .repoToken(domain: domain, org: org)
    }

    private func lines(
        _ files: [(TokenAddress, String)], _ keyring: [(TokenAddress, String)], reversed: Bool = false,
        _ options: MigrationOptions = MigrationOptions()
    ) throws -> [String] {
        let (files, keyring) = (FaultyStore(.condaToken, files), FaultyStore(.keyring, keyring))
        return try MigrationPlan(
            from: reversed ? keyring : files, to: reversed ? files : keyring, options: options
        ).lines
    }

    @Test(
        arguments: [
            (
                [(site, "made-up-1")], [], nil,
                ["copy https://repo.anaconda.cloud/repo/ … to keyring (anaconda.com, site token)"]
            ),
            (
                [(site, "made-up-1")], [], "acme",
                ["copy https://repo.anaconda.cloud/repo/ … to keyring (anaconda.com, organization acme)"]
            ),
            (
                [(.url("https://repo.anaconda.cloud/repo/acme/main"), "made-up-t")], [], nil,
                ["copy https://repo.anaconda.cloud/repo/acme/main … to keyring (anaconda.com, organization acme)"]
            ),
            (
                [(.url("https://repo.anaconda.cloud/repo/acme"), "made-up-t")], [], "other",
                ["leave https://repo.anaconda.cloud/repo/acme: its URL names the organization acme, not other"]
            ),
            (
                [(site, "made-up-t")], [(org("acme"), "made-up-t")], nil,
                ["leave https://repo.anaconda.cloud/repo/: keyring has it already"]
            ),
            (
                [(site, "made-up-t")], [(org(nil), "made-up-u")], nil,
                ["conflict: keyring holds another token (…) than https://repo.anaconda.cloud/repo/ (…)"]
            ),
            (
                [(.url("https://api.anaconda.org"), "made-up-t"), (.url("https://conda.anaconda.org"), "made-up-t")],
                [], nil,
                [
                    "leave https://api.anaconda.org: a login to anaconda.org is not a repo token",
                    "leave https://conda.anaconda.org: a login to anaconda.org is not a repo token",
                ]
            ),
            (
                [
                    (.url("https://repo.anaconda.cloud/repository/"), "made-up-t"),
                    (.url("https://repo.anaconda.cloud.evil.example/repo/"), "made-up-t"),
                ], [], nil,
                [
                    "leave https://repo.anaconda.cloud/repository/: the keyring has no repo tokens of this site",
                    "leave https://repo.anaconda.cloud.evil.example/repo/: the keyring has no repo tokens of this site",
                ]
            ),
            (
                [(.url("https://repo.anaconda.cloud"), "made-up-t")], [], nil,
                [
                    "leave https://repo.anaconda.cloud: repo tokens are those for https://repo.anaconda.cloud/repo/: "
                        + "keyring-tool get --url https://repo.anaconda.cloud | keyring-tool set --store conda-token "
                        + "--url https://repo.anaconda.cloud/repo/"
                ]
            ),
            (
                [(site, "made-up-t"), (.url("https://repo.anaconda.cloud/repo"), "made-up-u")], [], nil,
                [
                    "copy https://repo.anaconda.cloud/repo/ … to keyring (anaconda.com, site token)",
                    "conflict: https://repo.anaconda.cloud/repo/ and https://repo.anaconda.cloud/repo have different tokens and the same destination",
                ]
            ),
            (
                [(site, "made-up-t"), (.url("https://repo.anaconda.cloud/repo"), "made-up-t")], [], nil,
                [
                    "copy https://repo.anaconda.cloud/repo/ … to keyring (anaconda.com, site token)",
                    "leave https://repo.anaconda.cloud/repo: keyring has it already",
                ]
            ),
            (
                [(site, "two words")], [], nil,
                ["leave https://repo.anaconda.cloud/repo/: it is no token: a blank is in it"]
            ),
        ] as [([(TokenAddress, String)], [(TokenAddress, String)], String?, [String])])
    func `files go to the keyring where they have a place there`(
        files: [(TokenAddress, String)], keyring: [(TokenAddress, String)], org: String?, expected: [String]
    ) throws {
        #expect(try lines(files, keyring, MigrationOptions(org: org)) == expected)
    }

    @Test(
        arguments: [
            (
                [(org("acme"), "made-up-t")], nil,
                ["copy organization acme of anaconda.com … to conda-token (https://repo.anaconda.cloud/repo/)"]
            ),
            (
                [(org("a"), "made-up-t"), (org("b"), "made-up-u")], nil,
                [
                    "copy organization a of anaconda.com … to conda-token (https://repo.anaconda.cloud/repo/)",
                    "conflict: organization a of anaconda.com and organization b of anaconda.com have different tokens and the same destination",
                ]
            ),
            (
                [(org("a"), "made-up-t"), (org("b"), "made-up-u")], "b",
                ["copy organization b of anaconda.com … to conda-token (https://repo.anaconda.cloud/repo/)"]
            ),
            (
                [(org("a"), "made-up-t")], "z",
                ["leave organization z of anaconda.com: there is no such token in keyring"]
            ),
            (
                [(.apiKey(domain: "anaconda.com"), "k"), (org("a", "x.example"), "made-up-t")], nil,
                [
                    "leave the API key of anaconda.com: an API key has no place in conda-token files",
                    "leave organization a of x.example: it belongs to another domain than anaconda.com",
                ]
            ),
        ] as [([(TokenAddress, String)], String?, [String])])
    func `one organization's token goes back to the site's file`(
        keyring: [(TokenAddress, String)], org: String?, expected: [String]
    ) throws {
        #expect(try lines([], keyring, reversed: true, MigrationOptions(org: org)) == expected)
    }

    @Test func `conflicts are decided by the rule`() throws {
        let (files, keyring) = ([(Self.site, "made-up-t")], [(Self.org("a"), "made-up-u")])
        #expect(
            try lines(files, keyring, MigrationOptions(org: "a", conflictRule: .keep))
                == ["leave https://repo.anaconda.cloud/repo/: keyring holds another token (…)"])
        #expect(
            try lines(files, keyring, MigrationOptions(org: "a", conflictRule: .replace))
                == ["replace with https://repo.anaconda.cloud/repo/ … to keyring (anaconda.com, organization a)"])
    }

    @Test func `a URL picks one, and one that is not there is said so`() throws {
        let files = [(Self.site, "made-up-t"), (TokenAddress.url("https://repo.anaconda.cloud/repo"), "made-up-u")]
        #expect(
            try lines(files, [], MigrationOptions(url: "https://repo.anaconda.cloud/repo"))
                == ["copy https://repo.anaconda.cloud/repo … to keyring (anaconda.com, site token)"])
        #expect(
            try lines(files, [], MigrationOptions(url: "https://x.example"))
                == ["leave https://x.example: there is no such token in conda-token"])
    }

    @Test func `an on-prem domain needs its URL on the way back`() throws {
        let keyring = [(Self.org("a", "x.example"), "made-up-t")]
        #expect(
            try lines([], keyring, reversed: true, MigrationOptions(domain: "x.example"))
                == ["leave organization a of x.example: the URL of its site is not known; --url names it"])
        #expect(
            try lines(
                [], keyring, reversed: true, MigrationOptions(url: "https://x.example/repo/", domain: "x.example"))
                == ["copy organization a of x.example … to conda-token (https://x.example/repo/)"])
    }

    @Test func `secrets of a URL are neither shown nor taken for an organization`() throws {
        let files = [
            (TokenAddress.url("https://u:hidden-1@repo.anaconda.cloud/t/hidden-2/repo/acme"), "made-up-t"),
            (TokenAddress.url("https://u:hidden-3@x.example/t/hidden-4/"), "made-up-t"),
        ]
        let lines = try lines(files, [])
        #expect(
            lines == [
                "copy https://u:…@repo.anaconda.cloud/t/…/repo/acme … to keyring (anaconda.com, organization acme)",
                "leave https://u:…@x.example/t/…/: the keyring has no repo tokens of this site",
            ])
        let plan = try MigrationPlan(
            from: FaultyStore(.condaToken, files), to: FaultyStore(.keyring), options: MigrationOptions())
        #expect(!plan.json.text().contains("hidden"))
    }

    @Test func `a plan as JSON has no token in it`() throws {
        let files = FaultyStore(.condaToken, [(Self.site, "made-up-token-0123456789-a1b2")])
        let plan = try MigrationPlan(from: files, to: FaultyStore(.keyring), options: MigrationOptions(org: "a"))
        #expect(
            plan.json.text()
                == #"[{"from": "conda-token", "to": "keyring", "org": "a", "url": "https://repo.anaconda.cloud/repo/", "action": "write", "redacted": "…a1b2", "removes": false}]"#
        )
        #expect(files.writes.isEmpty)
    }

    @Test func `a store is not migrated into itself`() {
        let error = #expect(throws: CredentialError.self) {
            try MigrationPlan(from: FaultyStore(.keyring), to: FaultyStore(.keyring), options: MigrationOptions())
        }
        #expect(error?.code == .usage)
    }
}

extension MigrationPlan {
    fileprivate init(
        from source: any TokenStore, to destination: any TokenStore, options: MigrationOptions
    ) throws(CredentialError) {
        try self.init(from: source.read(), to: destination.read(), options: options)
    }
}
