import Foundation
import HostPlatform
import LosslessJSON
import SecureFileStore
import TestSupport
import Testing

@testable import CondaCredentials

/// anaconda-auth itself says where its keyring is.
@Suite(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"))
struct AnacondaSettingsTests {
    /// What is set, `HOME` standing for the home directory: variables, and files by their path in it.
    struct Setup: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var environment: [String: String] = [:]
        var files: [String: String] = [:]

        init(_ name: String, _ environment: [String: String] = [:], _ files: [String: String] = [:]) {
            (testDescription, self.environment, self.files) = (name, environment, files)
        }
    }

    static let setups = [
        Setup("nothing"), Setup("variable", ["ANACONDA_AUTH_KEYRING_PATH": "$X/${Y}/~/k", "X": "/x"]),
        Setup("home", ["ANACONDA_AUTH_KEYRING_PATH": "~/k"]),
        Setup("lower case", ["anaconda_auth_keyring_path": "/l/k"]),
        Setup(
            "secrets", ["ANACONDA_SECRETS_DIR": "~/s"],
            ["s/ANACONDA_AUTH_KEYRING_PATH": " /s/k \n", ".env": "ANACONDA_AUTH_KEYRING_PATH=/e"]),
        Setup(
            "dot env", [:],
            [".env": "export anaconda_auth_keyring_path='${HOME}/e' # x\n", toml: "[sites.a]\nkeyring_path='/a'"]),
        Setup("first site", [:], [toml: "[sites.b]\nkeyring_path='/b'\n[sites.a]\nkeyring_path='/a'"]),
        Setup(
            "default site", [:], [toml: "default_site='a'\n[sites.b]\nkeyring_path='/b'\n[sites.a]\nkeyring_path='/a'"]),
        Setup(
            "default domain", [:],
            [
                toml:
                    "default_site='a.x'\n[sites.b]\nkeyring_path='/b'\n[sites.a]\ndomain='https://a.x/'\nkeyring_path='/a'"
            ]),
        Setup(
            "site variable", ["ANACONDA_AUTH_SITE": "a"], [toml: "[sites.b]\n[sites.a]\nkeyring_path='/a'\ndomain='d'"]),
        Setup(
            "domain variable", ["ANACONDA_AUTH_DOMAIN": "d"],
            [toml: "[sites.b]\nkeyring_path='/b'\n[sites.a]\nkeyring_path='/a'\ndomain='d'"]),
        Setup("unmatched domain", ["ANACONDA_AUTH_DOMAIN": "z"], [toml: "[sites.b]\nkeyring_path='/b'"]),
        Setup(
            "default site variable", ["ANACONDA_DEFAULT_SITE": "a"],
            [toml: "[sites.b]\nkeyring_path='/b'\n[sites.a]\nkeyring_path='/a'"]),
        Setup("site over cloud", ["ANACONDA_CLOUD_KEYRING_PATH": "/c"], [toml: "[sites.b]\nkeyring_path='/b'"]),
        Setup("cloud variable", ["ANACONDA_CLOUD_KEYRING_PATH": "/c"], [toml: "[plugin.auth]\nkeyring_path='/p'"]),
        Setup("cloud table", [:], [toml: "[plugin.auth]\nkeyring_path='/p'\n[plugin.cloud]\nkeyring_path='/c'"]),
        Setup(
            "cloud dot env", [:], [".env": "ANACONDA_CLOUD_KEYRING_PATH=/e", toml: "[plugin.cloud]\nkeyring_path='/c'"]),
        Setup("auth table", [:], [toml: "[plugin.auth]\nkeyring_path='$HOME/p'\npreferred_token_storage='system'"]),
        Setup(
            "moved config", ["ANACONDA_CONFIG_TOML": "~/$N.toml", "N": "other"],
            ["other.toml": "[plugin]\nauth.keyring_path='/o'"]),
        Setup("storage in site", [:], [toml: "[sites.b]\npreferred_token_storage='system'\ndomain='b.x'"]),
        Setup("anaconda.com by site variable", ["ANACONDA_AUTH_SITE": "anaconda.com"]),
        Setup("unknown site", ["ANACONDA_AUTH_SITE": "z"], [toml: "[sites.b]"]),
        Setup("unknown default site", [:], [toml: "default_site='z'\n[sites.b]"]),
        Setup(
            "two sites of a domain", ["ANACONDA_AUTH_DOMAIN": "d"],
            [toml: "[sites.a]\ndomain='d'\n[sites.b]\ndomain='d'"]),
        Setup("broken", [:], [toml: "[sites"]), Setup("wrong type", [:], [toml: "[plugin.auth]\nkeyring_path=1"]),
    ]
    private static let toml = ".anaconda/config.toml"

    @Test(arguments: setups)
    func `anaconda-auth takes the same place, storage and domain`(setup: Setup) throws {
        let directory = try TemporaryDirectory()
        let home = directory.path
        for (name, text) in setup.files { try directory.write(text, to: name) }
        let script = """
            import json, os, sys, warnings
            warnings.simplefilter("ignore")
            os.chdir(json.load(sys.stdin))
            sys.stdout, out = sys.stderr, sys.stdout
            try:
                from anaconda_auth.config import AnacondaAuthConfig
                c = AnacondaAuthConfig()
                answer = [str(c.keyring_path.absolute()), c.preferred_token_storage, c.domain]
            except Exception as error:
                answer = None
            print(json.dumps(answer), file=out)
            """
        var environment = setup.environment
        environment["HOME"] = home
        let theirs = try PythonPeer.answer(script, to: .string(home), environment: environment)
        let places = try TokenPlaces(
            host: Host(
                platform: .current, environment: Environment(environment), home: home, currentDirectory: home),
            files: .onDisk)
        if theirs == .null {
            #expect(places.settings.problems.contains { $0.isFatal })
        } else {
            #expect(places.settings.problems.isEmpty)
            let ours: JSONValue = [
                .string(places.keyring.path), .string(places.preferredStorage?.string ?? "anaconda-keyring"),
                .string(places.settings.defaultDomain),
            ]
            #expect(ours == theirs)
        }
    }
}

extension SettingFiles {
    fileprivate static let onDiskStore = FileStore()

    fileprivate static var onDisk: SettingFiles {
        SettingFiles(
            read: { path in
                guard let snapshot = try? onDiskStore.snapshot(path), snapshot.exists else { return .missing }
                return .bytes(snapshot.bytes)
            },
            names: { (try? onDiskStore.list($0)) ?? [] })
    }
}
