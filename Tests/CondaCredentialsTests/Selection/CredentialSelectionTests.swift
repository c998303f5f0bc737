import HostPlatform
import Testing

import CondaURL
@testable import CondaCredentials

@Suite struct CredentialSelectionTests {
    private static func keyring(_ address: TokenAddress, _ secret: String) -> StoredToken {
        StoredToken(store: .keyring, address: address, secret: Secret(secret), path: "/k")
    }

    private static func file(_ url: String, _ secret: String) -> StoredToken {
        StoredToken(store: .condaToken, address: .url(url), secret: Secret(secret), path: "/d/\(secret)")
    }

    private static let both = [
        keyring(.apiKey(domain: "anaconda.com"), "key"),
        keyring(.repoToken(domain: "anaconda.com", org: "one"), "first"),
        keyring(.repoToken(domain: "anaconda.com", org: "two"), "second"),
        keyring(.apiKey(domain: "own.example"), "own"),
    ]

    private func choose(
        _ url: String, environment: [String: String] = [:], keyring: [StoredToken] = both,
        files: [StoredToken] = [file("https://repo.anaconda.cloud/repo/", "file")], settings: [ChannelSetting] = [],
        adds: Bool = true
    ) throws -> CredentialChoice {
        let address = try #require(ChannelURL(url))
        return CredentialSelection.choose(
            for: address,
            CredentialSelection.Inputs(
                settings: AnacondaSettings(host: .made(.linux, environment), files: .fake([:])),
                keyring: .init(place: "/k", reading: .tokens(keyring)),
                condaTokens: .init(place: "/d", reading: .tokens(files)), channelSettings: settings,
                addAnacondaToken: adds))
    }

    private func secret(_ choice: CredentialChoice) -> String? { choice.credential?.secret.withRevealed { $0 } }

    @Test(
        arguments: [
            ("https://repo.anaconda.cloud/repo/two/main", CredentialChoice.Rule.keyringOrganization, "second"),
            ("https://repo.anaconda.cloud/repo/main", .keyringFirst, "first"),
            ("https://REPO.anaconda.cloud/repo/one/main", .keyringOrganization, "first"),
            ("https://repo.anaconda.com/pkgs/main", .keyringAPIKey, "key"),
            ("https://own.example/c", .none, nil),
            ("https://conda.anaconda.org/x", .none, nil),
        ] as [(String, CredentialChoice.Rule, String?)])
    func `the host decides the kind, the path the organization`(
        url: String, rule: CredentialChoice.Rule, expected: String?
    ) throws {
        let choice = try choose(url)
        #expect(choice.rule == rule)
        #expect(secret(choice) == expected)
    }

    @Test func `an API key in the environment goes before everything`() throws {
        let choice = try choose(
            "https://repo.anaconda.cloud/repo/two/main", environment: ["ANACONDA_AUTH_API_KEY": "env"])
        #expect(choice.rule == .environmentAPIKey)
        #expect(secret(choice) == "env")
        #expect(try choose("https://h.example/x", environment: ["ANACONDA_AUTH_API_KEY": "env"]).rule == .none)
    }

    @Test func `the unified key and the channel's settings override the kind`() throws {
        let url = "https://repo.anaconda.cloud/repo/two/main"
        let unified = try choose(url, environment: ["ANACONDA_AUTH_USE_UNIFIED_REPO_API_KEY": "1"])
        #expect(secret(unified) == "key")
        func setting(_ kind: TokenKind?, domain: String? = nil) -> ChannelSetting {
            ChannelSetting(
                channel: "https://repo.anaconda.cloud/*", auth: "anaconda-auth", authDomain: domain,
                credentialType: kind, source: "test")
        }
        #expect(secret(try choose(url, settings: [setting(.apiKey)])) == "key")
        #expect(secret(try choose(url, settings: [setting(.apiKey), setting(nil)])) == "second")
        #expect(secret(try choose(url, settings: [setting(.apiKey, domain: "own.example")])) == "own")
    }

    @Test func `an entry without an API key gives its repo token`() throws {
        let choice = try choose("https://repo.anaconda.com/pkgs/main", keyring: [Self.both[1]])
        #expect(choice.rule == .keyringFirst)
    }

    @Test func `an empty keyring leaves it to the files of the same host`() throws {
        let choice = try choose("https://repo.anaconda.cloud/elsewhere", keyring: [])
        #expect(choice.rule == .condaTokenHost)
        #expect(secret(choice) == "file")
        #expect(try choose("https://repo.anaconda.com/x", keyring: []).rule == .none)
    }

    @Test func `without a handler the stored URL must be the start of the channel's`() throws {
        let files = [
            Self.file("https://h.example/a", "a"), Self.file("https://api.anaconda.org", "org"),
            Self.file("https://h.example/", "h"),
        ]
        #expect(secret(try choose("https://h.example/a/b", files: files)) == "a")
        #expect(secret(try choose("https://h.example", files: files)) == "h")
        #expect(secret(try choose("https://conda.anaconda.org/x", files: files)) == "org")
        #expect(try choose("http://h.example/a", files: files).rule == .none)
        let off = try choose("https://h.example/a/b", files: files, adds: false)
        #expect(off.rule == .none)
        #expect(off.considered.last?.place == "add_anaconda_token")
    }

    @Test func `a secret in the URL is found and never shown`() throws {
        for url in ["https://h.example/t/tk-0123456789/a", "https://u:tk-0123456789@h.example/a"] {
            let choice = try choose(url)
            #expect(choice.rule == .url)
            #expect(!"\(choice)".contains("tk-0123456789"))
        }
    }

    @Test(arguments: [
        ("https://h.example/*", true), ("http://h.example/*", false), ("h.example/*", false), ("*", false),
        ("https://h.example/a", true), ("https://h.example/a/", true), ("https://h.example/a/*", true),
        ("https://h.example/b*", false), ("https://*.example/?", true),
    ])
    func `a setting counts for a channel by name or by pattern with the same scheme`(channel: String, counts: Bool)
        throws
    {
        let setting = ChannelSetting(channel: channel, auth: "other", source: "test")
        #expect((try choose("https://h.example/a", settings: [setting]).rule == .otherHandler) == counts)
    }

    @Test func `a store that cannot be read is told and the next one asked`() throws {
        let address = try #require(ChannelURL("https://repo.anaconda.cloud/repo/main"))
        let choice = CredentialSelection.choose(
            for: address,
            CredentialSelection.Inputs(
                settings: AnacondaSettings(host: .made(), files: .fake([:])),
                keyring: .init(place: "/k", reading: .failed("damaged")),
                condaTokens: .init(place: "/d", reading: .failed("no permission"))))
        #expect(choice.rule == .none)
        #expect(choice.considered.map(\.place).suffix(2) == ["/k", "/d"])
    }
}
