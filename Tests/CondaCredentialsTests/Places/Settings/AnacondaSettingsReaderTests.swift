import HostPlatform
import Testing

@testable import CondaCredentials

@Suite struct AnacondaSettingsReaderTests {
    /// Every place a setting can stand in, strongest first.
    private static let sources: [(files: [String: String], environment: [String: String], origin: String)] = [
        ([:], ["ANACONDA_AUTH_KEYRING_PATH": "/0"], "ANACONDA_AUTH_KEYRING_PATH"),
        (
            ["/secrets/anaconda_auth_keyring_path": " /1\n"], [:],
            "anaconda_auth_keyring_path (/secrets/anaconda_auth_keyring_path)"
        ),
        (
            ["/project/.env": "export ANACONDA_AUTH_KEYRING_PATH=/2"], [:],
            "ANACONDA_AUTH_KEYRING_PATH (/project/.env:1)"
        ),
        (["config": "[sites.s]\nkeyring_path = '/3'\n"], [:], "[sites.s] keyring_path (/c.toml:2)"),
        ([:], ["ANACONDA_CLOUD_KEYRING_PATH": "/4"], "ANACONDA_CLOUD_KEYRING_PATH"),
        (
            ["/secrets/ANACONDA_CLOUD_KEYRING_PATH": "/5"], [:],
            "ANACONDA_CLOUD_KEYRING_PATH (/secrets/ANACONDA_CLOUD_KEYRING_PATH)"
        ),
        (["/project/.env": "ANACONDA_CLOUD_KEYRING_PATH=/6"], [:], "ANACONDA_CLOUD_KEYRING_PATH (/project/.env:1)"),
        (["config": "[plugin.cloud]\nkeyring_path = '/7'\n"], [:], "[plugin.cloud] keyring_path (/c.toml:2)"),
        (["config": "[plugin.auth]\nkeyring_path = '/8'\n"], [:], "[plugin.auth] keyring_path (/c.toml:2)"),
    ]

    @Test(arguments: sources.indices, sources.indices)
    func `of two settings the stronger one counts and the weaker one is told`(one: Int, other: Int) throws {
        var files: [String: String] = [:]
        var environment = ["ANACONDA_SECRETS_DIR": "/secrets", "ANACONDA_CONFIG_TOML": "/c.toml"]
        for index in Set([one, other]).sorted() {
            for (path, text) in Self.sources[index].files {
                files[path == "config" ? "/c.toml" : path, default: ""] += text + "\n"
            }
            environment.merge(Self.sources[index].environment) { $1 }
        }
        let places = try TokenPlaces(host: .made(.linux, environment), files: .fake(files))
        #expect(places.keyring.path == "/\(min(one, other))")
        if one == other { #expect(places.keyring.origin.text == Self.sources[one].origin) }
        #expect(places.keyring.overridden.map(\.path) == (one == other ? [] : ["/\(max(one, other))"]))
        #expect(places.settings.problems.isEmpty)
    }

    @Test(
        arguments: [
            ("x = nonsense", [:], SettingProblem.Code.syntax, 1),
            ("\ndefault_site = 'z'", [:], .invalid, 2),
            ("default_site = 3", [:], .invalid, 1),
            ("[sites.s]", ["ANACONDA_AUTH_SITE": "z"], .invalid, nil),
            ("[sites]\ns = 1", [:], .invalid, 2),
            ("[plugin.auth]\nkeyring_path = 1", [:], .invalid, 2),
            ("[sites.s]\n[sites.t]", ["ANACONDA_AUTH_DOMAIN": "anaconda.com"], .invalid, nil),
        ] as [(String, [String: String], SettingProblem.Code, Int?)])
    func `settings that make no sense are told with their place`(
        text: String, environment: [String: String], code: SettingProblem.Code, line: Int?
    ) {
        let settings = AnacondaSettings(
            host: .made(.linux, environment), files: .fake(["/home/u/.anaconda/config.toml": text]))
        #expect(settings.problems.map(\.code) == [code])
        #expect(settings.problems.first?.line == line)
        #expect(settings.problems.first?.isFatal == true)
    }

    @Test func `a file that cannot be read is told, not passed over`() {
        let files = SettingFiles(read: { _ in .failed("a directory") }, names: { _ in ["anaconda_auth_api_key"] })
        let settings = AnacondaSettings(host: .made(), files: files)
        #expect(settings.problems.map(\.code) == [.unreadable, .unreadable, .unreadable])
    }

    @Test func `the default domain and the preferred storage come from the same sources`() throws {
        let config = "[plugin.auth]\ndomain='https://x.example/y'\npreferred_token_storage='system'\n"
        let places = try TokenPlaces(host: .made(), files: .fake(["/home/u/.anaconda/config.toml": config]))
        #expect(places.settings.defaultDomain == "x.example")
        #expect(places.preferredStorage?.string == "system")
        #expect(places.preferredStorage?.origin.line == 3)
        #expect(try TokenPlaces(host: .made(), files: .fake([:])).settings.defaultDomain == "anaconda.com")
    }
}
