import CondaURL
import HostPlatform
import SecureFileStore
import Testing

@testable import CondaCredentials

/// Rules that no recording shows by itself, or that belong to versions that none was made with.
@Suite struct CredentialSelectionTests {
    private let scratch: TokenScratch

    init() throws { scratch = try TokenScratch() }

    private func entry(_ payload: String) -> String { Base64.encode(Array(payload.utf8)) }

    private func keyring(_ entries: [(String, String)]) -> KeyringLookup {
        let members = entries.map { "\"\($0.0)\": \"\(entry($0.1))\"" }.joined(separator: ", ")
        return KeyringLookup(
            place: "/k", content: .layers([.file(Array("{\"Anaconda Cloud\": {\(members)}}".utf8))]))
    }

    private var usual: KeyringLookup {
        keyring([
            (
                "anaconda.com",
                #"{"api_key": "key", "repo_tokens": [{"token": "first", "org_name": "one"}, {"token": "second", "org_name": "two"}]}"#
            ), ("own.example", #"{"api_key": "own"}"#),
        ])
    }

    private static let premium = ChannelSetting(
        channel: "https://repo.anaconda.cloud/*", auth: "anaconda-auth", source: "/c:1")

    private func request(_ url: String, name: String? = nil, auth: String? = nil, token: String? = nil)
        -> ChannelRequest
    {
        let bare = url.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let path = bare.dropFirst(2).joined(separator: "/")
        return ChannelRequest(
            canonicalName: name ?? url, scheme: String(bare[0].dropLast()), auth: auth, location: bare[1],
            token: token, name: path)
    }

    private func choose(
        _ request: ChannelRequest, version: String? = "0.15.3", environment: [String: String] = [:],
        toml: String = "", keyring: KeyringLookup? = nil, settings: [ChannelSetting] = [premium], adds: Bool = true,
        netrc: String? = nil
    ) throws -> CredentialChoice {
        let host = Host.made(.linux, environment)
        var files = ["/home/u/.anaconda/config.toml": toml]
        if let netrc { files["/home/u/.netrc"] = netrc }
        let fake = SettingFiles.fake(files)
        let directory = scratch.condaTokens.path
        let lookup = keyring ?? usual
        return CredentialSelection.choose(
            for: request,
            CredentialSelection.Inputs(
                host: host, client: AuthClient(version: version), channelSettings: settings,
                tokenAdding: adds ? .on : .off(by: "test"),
                settings: { AnacondaSettings(host: host, files: fake, domain: $0) },
                keyring: { lookup },
                condaTokens: {
                    Result { () throws(CondaTokenListing.Unreadable) in
                        try CondaTokenListing(directory: directory, files: FileStore())
                    }
                }, netrc: fake))
    }

    private func secret(_ choice: CredentialChoice) -> String? {
        choice.credential.map { credential in
            "\(credential.transport.scheme ?? "url") \(credential.secret.withRevealed { $0 })"
        }
    }

    @Test(
        arguments: [
            ("0.15.3", "/repo/two/main", "Bearer key"), ("0.15.2", "/repo/two/main", "token second"),
            ("0.14.4", "/repo/Main-X/noarch", "Bearer key"), ("0.14.3", "/repo/main-x/noarch", "token first"),
            ("0.13.0", "/repo/two/main", "token second"), ("0.12.1", "/repo/two/main", "token second"),
            ("0.9.0", "/repo/two/main", "token second"), ("0.7.2", "/repo/two/main", nil), (nil, "/repo/two/main", nil),
        ] as [(String?, String, String?)])
    func `versions choose differently for the premium channels`(version: String?, path: String, sent: String?) throws {
        let choice = try choose(request("https://repo.anaconda.cloud\(path)"), version: version)
        #expect(secret(choice) == sent)
    }

    @Test func `before channels had types, one setting chose the scheme of all`() throws {
        let com = ChannelSetting(channel: "https://repo.anaconda.com/*", auth: "anaconda-auth", source: "/c:1")
        let main = request("https://repo.anaconda.com/pkgs/main")
        #expect(secret(try choose(main, version: "0.12.1", settings: [com])) == "token key")
        let unified = ["ANACONDA_AUTH_USE_UNIFIED_REPO_API_KEY": "1"]
        #expect(secret(try choose(main, version: "0.12.1", environment: unified, settings: [com])) == "Bearer key")
        #expect(secret(try choose(main, version: "0.11.0", settings: [com])) == "token first")
        #expect(secret(try choose(main, version: "0.11.0", environment: unified, settings: [com])) == "Bearer key")
        #expect(secret(try choose(main, version: "0.10.0", settings: [com])) == nil)
    }

    @Test func `the one version with hosts of its own adds them to the settings`() throws {
        let main = request("https://repo.anaconda.com/pkgs/main")
        #expect(secret(try choose(main, version: "0.12.0", settings: [])) == "token key")
        #expect(secret(try choose(main, version: "0.12.1", settings: [])) == nil)
        let site = request("https://own.example/repo/x")
        let toml = "[sites.a]\ndomain = 'own.example'\nuse_unified_repo_api_key = true"
        #expect(secret(try choose(site, version: "0.12.0", toml: toml, settings: [])) == "Bearer own")
        let other = ChannelSetting(channel: "https://repo.anaconda.com/*", auth: "other", source: "/c:1")
        #expect(secret(try choose(main, version: "0.12.0", settings: [other])) == nil)
    }

    @Test func `an error stops conda or sends nothing, by version`() throws {
        let broken = keyring([("anaconda.com", "[]")])
        let channel = request("https://repo.anaconda.cloud/repo/one")
        let forgiving = try choose(channel, keyring: broken)
        #expect(forgiving.rule == .handlerFailed && forgiving.credential == nil && forgiving.aborts == nil)
        for version in ["0.14.4", "0.13.0", "0.12.1", "0.9.0"] {
            let strict = try choose(channel, version: version, keyring: broken)
            #expect(strict.rule == .aborted && strict.aborts?.contains("no JSON object") == true, "\(version)")
        }
        #expect(try choose(channel, version: "0.12.2", keyring: broken).aborts == nil)
        let empty = KeyringLookup(place: "/k", content: .nothing)
        #expect(try choose(channel, version: "0.9.0", keyring: empty).aborts != nil)
        #expect(try choose(channel, version: "0.11.0", keyring: empty).rule == .none)
    }

    @Test func `the variable goes first only from 0.14.2 on`() throws {
        let channel = request("https://repo.anaconda.cloud/repo/one")
        let variable = ["ANACONDA_AUTH_API_KEY": "environment"]
        #expect(secret(try choose(channel, version: "0.14.2", environment: variable)) == "Bearer environment")
        #expect(secret(try choose(channel, version: "0.14.1", environment: variable)) == "token first")
    }

    @Test func `a refused key is followed by the repo token, and only there`() throws {
        let choice = try choose(request("https://repo.anaconda.cloud/repo/two/main"))
        #expect(choice.retry?.secret.withRevealed { $0 } == "second" && choice.retry?.transport == .token)
        #expect(try choose(request("https://repo.anaconda.cloud/repo/two/main"), version: "0.15.2").retry == nil)
        let own = ChannelSetting(channel: "https://own.example/*", auth: "anaconda-auth", source: "/c:1")
        #expect(try choose(request("https://own.example/x"), settings: [own]).retry == nil)
    }

    @Test func `header and URL may both carry one`() throws {
        let netrc = "machine h.example login joe password netrc-password\n"
        let choice = try choose(request("https://h.example/x", token: "own-token"), netrc: netrc)
        #expect(secret(choice) == "Basic netrc-password" && choice.also?.transport == .path)
        #expect(choice.credential?.user == "joe" && choice.credential?.line == 1)
        let handled = try choose(request("https://repo.anaconda.cloud/x", token: "own-token"), netrc: netrc)
        #expect(secret(handled) == "Bearer key" && handled.also?.transport == .path)
    }

    @Test func `a secret in the URL is found and never shown`() throws {
        for made in [
            request("https://h.example/a", token: "tk-0123456789"),
            request("https://h.example/a", auth: "joe:tk-0123456789"),
        ] {
            let choice = try choose(made)
            #expect(choice.rule == .url && choice.credential != nil)
            var dumped = ""
            dump(choice, to: &dumped)
            dump(made, to: &dumped)
            #expect(!dumped.contains("tk-0123456789") && !choice.url.contains("tk-0123456789"))
        }
    }

    @Test(
        arguments: [
            ("file:///opt/channel", nil), ("https://h.example:x/a", "a port that is no number"),
            ("https://h.example:70000/a", "a port that is no number"), ("https://[::1/a", "a bracket"),
        ] as [(String, String?)])
    func `what cannot be asked is not asked`(url: String, why: String?) throws {
        let choice = try choose(request(url, name: "x"))
        #expect(choice.credential == nil)
        #expect(why.map { choice.aborts?.contains($0) == true } ?? (choice.aborts == nil))
    }

    @Test(arguments: ["https://h.example:*/x", "https://[h/x", "https://h[12].example/*", "https:///x"])
    func `a setting that cannot be read stops conda`(channel: String) throws {
        let setting = ChannelSetting(channel: channel, auth: "anaconda-auth", source: "/c:7")
        let choice = try choose(request("https://h.example/a"), settings: [setting])
        #expect(choice.aborts?.contains("/c:7") == true)
    }

    @Test func `every answer says which setting and which version it went by`() throws {
        let choice = try choose(request("https://repo.anaconda.cloud/repo/two/main"))
        #expect(choice.handler?.source == "/c:1" && choice.handler?.domain == "anaconda.com")
        #expect(choice.handler?.kind == .apiKey && choice.client.version == "0.15.3")
        #expect(choice.credential?.place == "/k" && choice.credential?.domain == "anaconda.com")
    }
}
