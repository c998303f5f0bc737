import HostPlatform
import Testing

@testable import CondaCredentials

@Suite struct TokenPlacesTests {
    @Test(
        arguments: [
            (Platform.linux, [:], "/home/u/.anaconda/keyring", "/home/u/.config/binstar"),
            (.macos, [:], "/Users/u/.anaconda/keyring", "/Users/u/Library/Application Support/binstar"),
            (.windows, [:], #"C:\Users\u\.anaconda\keyring"#, #"C:\Users\u\AppData\Local\ContinuumIO\binstar"#),
            (.linux, ["XDG_CONFIG_HOME": "/x"], "/home/u/.anaconda/keyring", "/x/binstar"),
            (.linux, ["XDG_CONFIG_HOME": " "], "/home/u/.anaconda/keyring", "/home/u/.config/binstar"),
            (
                .macos, ["XDG_CONFIG_HOME": "/x"], "/Users/u/.anaconda/keyring",
                "/x/binstar"
            ),
            (.windows, ["localappdata": #"D:\L"#], #"C:\Users\u\.anaconda\keyring"#, #"D:\L\ContinuumIO\binstar"#),
            (.linux, ["BINSTAR_CONFIG_DIR": "/b"], "/home/u/.anaconda/keyring", "/b/data"),
            (.windows, ["BINSTAR_CONFIG_DIR": #"D:\b"#], #"C:\Users\u\.anaconda\keyring"#, #"D:\b\data"#),
            (.linux, ["ANACONDA_AUTH_KEYRING_PATH": "~/k", "X": "y"], "/home/u/k", "/home/u/.config/binstar"),
            (.linux, ["ANACONDA_AUTH_KEYRING_PATH": "$X/${X}/k", "X": "/y"], "/y//y/k", "/home/u/.config/binstar"),
            (.linux, ["ANACONDA_AUTH_KEYRING_PATH": "$UNSET/k"], "/project/$UNSET/k", "/home/u/.config/binstar"),
            (.linux, ["anaconda_auth_keyring_path": "k"], "/project/k", "/home/u/.config/binstar"),
            (.linux, ["ANACONDA_AUTH_KEYRING_PATH": ""], "/project", "/home/u/.config/binstar"),
            (.linux, ["ANACONDA_CLOUD_KEYRING_PATH": "/c"], "/c", "/home/u/.config/binstar"),
            (
                .linux, ["ANACONDA_CLOUD_KEYRING_PATH": "/c", "ANACONDA_AUTH_KEYRING_PATH": "/a"], "/a",
                "/home/u/.config/binstar"
            ),
            (
                .windows, ["ANACONDA_AUTH_KEYRING_PATH": #"%X%\k"#, "X": #"D:\y"#], #"D:\y\k"#,
                #"C:\Users\u\AppData\Local\ContinuumIO\binstar"#
            ),
        ] as [(Platform, [String: String], String, String)])
    func `platform and environment say where both stores are`(
        platform: Platform, environment: [String: String], keyring: String, tokens: String
    ) throws {
        let places = try TokenPlaces(host: .made(platform, environment), files: .fake([:]))
        #expect(places.keyring.path == keyring)
        #expect(places.condaTokens.path == tokens)
    }

    @Test(
        arguments: [
            ("4.7.0", #"D:\o"#, nil), ("4.8.0", #"D:\o"#, #"D:\o"#), ("4.8.0", "o", #"C:\work\o"#),
            ("4.12.0", "o", nil),
            (nil, #"D:\o"#, #"D:\o"#), (nil, " ", nil),
        ] as [(String?, String, String?)])
    func `on Windows a variable of platformdirs moves the directory`(version: String?, value: String, base: String?)
        throws
    {
        let places = try TokenPlaces(
            host: .made(.windows, ["WIN_PD_OVERRIDE_LOCAL_APPDATA": value]), files: .fake([:]),
            platformdirs: version.flatMap { ReleaseVersion($0) })
        let usual = #"C:\Users\u\AppData\Local"#
        #expect(places.condaTokens.path == (base ?? usual) + #"\ContinuumIO\binstar"#)
    }

    @Test func `another user's home is that of the user database`() throws {
        func places(_ path: String) throws -> TokenPlaces {
            let host = Host(
                platform: .linux, environment: Environment(["ANACONDA_AUTH_KEYRING_PATH": path], platform: .linux),
                home: "/home/u", currentDirectory: "/project", homeOfUser: { $0 == "kim" ? "/h/kim" : nil })
            return try TokenPlaces(host: host, files: .fake([:]))
        }
        let known = try places("~kim/k")
        #expect(known.keyring.path == "/h/kim/k" && known.keyringUserIsKnown)
        #expect(try !places("~nosuchuser/k").keyringUserIsKnown)
    }

    @Test(
        arguments: [
            ("", [:], "/a", Optional("a")),
            ("default_site = 'b'", [:], "/b", "b"),
            ("default_site = 'b.example'", [:], "/b", "b"),
            ("default_site = 'b'", ["ANACONDA_DEFAULT_SITE": "c"], "/home/u/.anaconda/keyring", "c"),
            ("", ["ANACONDA_AUTH_SITE": "b"], "/b", "b"),
            ("", ["ANACONDA_AUTH_DOMAIN": "b.example"], "/b", "b"),
            ("", ["ANACONDA_AUTH_DOMAIN": "other.example"], "/home/u/.anaconda/keyring", nil),
        ] as [(String, [String: String], String, String?)])
    func `the chosen site decides, the first one where none is chosen`(
        start: String, environment: [String: String], path: String, site: String?
    ) throws {
        let text = """
            \(start)
            [sites.a]
            keyring_path = "/a"
            domain = "a.example"
            [sites.b]
            keyring_path = "/b"
            domain = "https://b.example/"
            [sites.c]
            """
        let places = try TokenPlaces(
            host: .made(.linux, environment), files: .fake(["/home/u/.anaconda/config.toml": text]))
        #expect(places.keyring.path == path)
        #expect(places.settings.site == site)
        #expect(places.settings.problems.isEmpty)
    }

    @Test func `the options win over every setting`() throws {
        let places = try TokenPlaces(
            host: .made(.linux, ["ANACONDA_AUTH_KEYRING_PATH": "/a", "BINSTAR_CONFIG_DIR": "/b"]), files: .fake([:]),
            keyringOption: "k", tokenDirectoryOption: "~t")
        #expect(places.keyring.path == "/project/k")
        #expect(places.keyring.origin.text == "--keyring")
        #expect(places.keyring.overridden.map(\.path) == ["/a"])
        #expect(places.condaTokens.path == "/project/~t")
        #expect(places.condaTokens.overridden.map(\.path) == ["/b/data"])
    }

    @Test(
        arguments: [
            (Platform.linux, [:], ["/home/u/.local/share/binstar", "/home/u/.continuum/anaconda-client/tokens"]),
            (
                .linux, ["BINSTAR_CONFIG_DIR": "/b", "XDG_DATA_HOME": "/d"],
                [
                    "/home/u/.config/binstar", "/b/data/tokens", "/d/binstar",
                    "/home/u/.continuum/anaconda-client/tokens",
                ]
            ),
            (.macos, [:], ["/Users/u/.continuum/anaconda-client/tokens"]),
            (.windows, [:], [#"C:\Users\u\.continuum\anaconda-client\tokens"#]),
        ] as [(Platform, [String: String], [String])])
    func `other programs and older versions have directories of their own`(
        platform: Platform, environment: [String: String], paths: [String]
    ) throws {
        let places = try TokenPlaces(host: .made(platform, environment), files: .fake([:]))
        #expect(places.otherTokenDirectories.map(\.path) == paths)
    }

    @Test func `the places of others name the setting that decides them, too`() throws {
        let places = try TokenPlaces(
            host: .made(.linux, ["BINSTAR_CONFIG_DIR": "/b", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"]),
            files: .fake([:]))
        #expect(
            places.otherTokenDirectories.map(\.place.origin.text) == [
                "XDG_CONFIG_HOME", "BINSTAR_CONFIG_DIR", "XDG_DATA_HOME", "default",
            ])
    }

    @Test func `the stores of other clients have their places`() throws {
        let usual = try StoreSite.made()
        #expect(ClientFormat.rattler.place(usual).path == "/home/u/.rattler/credentials.json")
        #expect(ClientFormat.mamba.place(usual).path == "/home/u/.mamba/auth/authentication.json")
        #expect(usual.places.anaKeyring == nil)
        let moved = try StoreSite.made(.linux, ["RATTLER_AUTH_FILE": "r", "ANA_KEYRING_PATH": "~/ana"])
        #expect(ClientFormat.rattler.place(moved).path == "/project/r")
        #expect(moved.places.anaKeyring?.path == "/home/u/ana")
    }

    @Test func `where nobody knows the home directory there is no place for tokens, not one below a directory ~`() {
        let host = Host(environment: Environment([:]), home: nil, currentDirectory: "/project")
        let error = #expect(throws: CredentialError.self) { try TokenPlaces(host: host, files: .fake([:])) }
        #expect(error?.code == .io && error?.message == "the home directory is not known")
    }
}
