import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import KeyringTool

/// A secret of any shape, in any place that is looked at, is in no answer.
@Suite struct KeyringToolSecretsTests {
    /// Files with a secret, `§` in its place; a text that begins with `{{` is an entry's payload.
    private static let files: [(name: String, text: String)] = [
        (
            ".anaconda/keyring",
            "{{\"domain\":\"anaconda.com\",\"repo_tokens\":[{\"token\":\"§\",\"org_name\":\"a\"}],\"version\":2}"
        ),
        (".anaconda/keyring", "{{\"domain\":\"anaconda.com\",\"api_key\":\"e30.§.x\",\"username\":\"u\"}"),
        (".anaconda/keyring", "{{\"domain\":\"anaconda.com\",\"api_key\":[\"§\"],\"other\":{\"password\":\"§\"}}"),
        (".anaconda/keyring", "{{\"domain\":\"§\",\"repo_tokens\":\"§\",\"refresh_token\":\"§\"}"),
        (".anaconda/keyring", "{{\"repo_tokens\":[{\"token\":\"§\"},{\"token\":\"§ b\"}], \"api_key\": \"§"),
        (".anaconda/keyring", "{\"Anaconda Cloud\": {\"anaconda.com\": \"§\"}, \"other\": {\"u\": \"§\"}}"),
        (".anaconda/keyring", "{\"Anaconda Cloud\": \"§\", \"other\": {\"u\": \"§\"}"),
        (".anaconda/keyring", "§"), (".anaconda/keyring", "{\"Anaconda Cloud\": {\"a\": \"§"),
        (".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token", "tk-§"),
        (".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token", " §\n"),
        (".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token", "§ §\n"),
        (".config/binstar/https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token", "§\u{0}ü"),
        (".config/binstar/https%3A%2F%2Fu%3A§%40h.example%2F.token", "x"),
        (".config/binstar/https%3A%2F%2Fh.example%2Ft%2Ftk-§%2Fc%2F.token", "x"),
        (".config/binstar/https%3a%2f%2Fu%3A§@h.example.token", "x"),
        (".anaconda/keyring", "{\"Anaconda Cloud\": {\"a\": \"e30=\", \"u:§@h.example\": \"e30"),
        (".condarc", "channels: ['https://user:§#x@h/c', 'https:/u:§@h/c']\nchannel_alias: https://u:§?x@h/c\n"),
        (".condarc", "channels:\n  - https://h.example/t/tk-§/c\n  - https://u:§@h.example/c\n"),
        (".condarc", "channels: [https://h.example/t/§/c, {\nproxy_servers: {http: 'u:§@p:1'}\n"),
        (
            ".condarc",
            "channel_settings:\n  - channel: https://repo.anaconda.cloud/*\n    auth: anaconda-auth\n    token: §\n"
        ),
        (".mamba/auth/authentication.json", "{\"h.example\": {\"type\": \"CondaToken\", \"token\": \"§\"}}"),
        (
            ".mamba/auth/authentication.json",
            "{\"u:§@h\": {\"type\": \"BasicHTTPAuthentication\", \"user\": \"u\", \"password\": \"§\"}}"
        ),
        (".mamba/auth/authentication.json", "{\"h\": \"§\", \"g\": {\"type\": \"§\"}"),
        (
            ".rattler/credentials.json",
            "{\"h.example\": {\"CondaToken\": \"§\"}, \"g\": {\"BasicHTTP\": {\"username\": \"u\", \"password\": \"§\"}}}"
        ),
        (".rattler/credentials.json", "{\"h.example\": {\"BearerToken\": \"§\""),
        (".anaconda/config.toml", "[plugin.auth]\napi_key = \"§\"\n"), (".anaconda/config.toml", "api_key = §\n"),
        (".anaconda/config.toml", "[plugin.auth]\nkeyring = { \"Anaconda Cloud\" = { a = \"§\" } }\n"),
        (".env", "ANACONDA_AUTH_API_KEY=§\n"), (".env", "ANACONDA_AUTH_KEYRING={\"Anaconda Cloud\": {\"a\": \"§\"\n"),
        (".netrc", "machine repo.anaconda.cloud login u password §\n"), (".netrc", "machine h.example password \"§\n"),
        (".continuum/anaconda-client/tokens/https%3A%2F%2Fapi.anaconda.org.token", "§"),
        // A token in the place of a name.
        (".config/binstar/§.token", "x"), (".anaconda/keyring", "{\"Anaconda Cloud\": {\"§\": \"e30=\"}}"),
        (".config/binstar/https%3A%2F%2Fh.example%2Ft%2Fa_§%2Fc%2F.token", "x"),
        (".rattler/credentials.json", "{\"§\": {\"CondaToken\": \"x\"}, \"u:§@h\": {}}"),
        (
            ".condarc",
            "channel_alias: https://h.example/t/t/§\nchannel_settings:\n  - channel: https://h.example/*\n    auth: §\n"
        ),
        (".anaconda/keyring.damaged", "{\"Anaconda Cloud\": {\"a\": \"§\"}, \"other\": {\"u\": \"§"),
    ]

    private static let calls: [[String]] = [
        ["report"], ["report", "--json"], ["report", "--format", "prometheus"], ["doctor"], ["doctor", "--json"],
        ["doctor", "--fix", "--configure-condarc", "-n", "--diff"], ["doctor", "--fix", "--json", "--diff"], ["paths"],
        ["paths", "--json"], ["get", "--org", "b"], ["get", "--json", "--org", "b", "--store", "keyring"],
        ["set", "--org", "b", "--token-env", "NEW", "--diff"],
        ["set", "--url", "https://h.example/c/", "--token-env", "NEW", "--diff"],
        ["rotate", "--org", "a", "--token-env", "NEW", "-n", "--diff"],
        ["rotate", "--org", "a", "--token-env", "NEW", "--json"],
        ["remove", "--org", "a", "-n", "--diff"], ["remove", "--org", "a", "--everywhere", "--json", "--diff"],
        ["remove", "--all", "--store", "keyring", "--diff"], ["logout", "-n", "--diff"], ["logout", "--json"],
        ["logout"],
        ["migrate", "--org", "b", "-n", "--diff"],
        ["migrate", "--org", "b", "--remove-source", "--configure-condarc", "--json"],
        ["migrate", "--from", "keyring", "--to", "conda-token", "--on-conflict", "replace", "--diff"],
        ["sync", "--to", "mamba,rattler", "--org", "a", "--diff"],
        ["sync", "--from", "rattler", "--to", "conda-token", "--url", "https://h.example/", "--json"],
        ["which", "https://repo.anaconda.cloud/repo/a/main"], ["which", "https://h.example/c", "--json"],
        ["which", "https://u:NEW@h.example/t/NEW/c"],
    ]

    private static func secret(_ random: inout SeededGenerator) -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ")
        return String((0..<21).map { $0 % 3 == 2 ? random.pick(Array("23456789")) : random.pick(letters) })
    }

    @Test(arguments: files.indices)
    func `no answer has a secret of a store, a setting or a configuration`(index: Int) throws {
        let file = Self.files[index]
        var random = SeededGenerator(seed: UInt64(index) + 77)
        let (secret, new) = (Self.secret(&random), Self.secret(&random))
        // Its last four may be seen, and in base64 it is a secret, too.
        let bodies = [secret, new].flatMap { text in
            [String(text.dropLast(5)), String(Data(text.dropLast(5).utf8).base64EncodedString().dropLast(4))]
        }
        for call in Self.calls {
            let home = try ToolHome()
            home.environment["NEW"] = new
            let text = file.text.replacing("§", with: secret)
            try home.write(
                text.hasPrefix("{{") ? MadeUp.keyring([("anaconda.com", String(text.dropFirst()))]) : text,
                to: file.name.replacing("§", with: secret))
            let arguments = call.map { $0.replacing("NEW", with: $0 == "NEW" ? "NEW" : new) }
            for outcome in [home.run(arguments), home.run(arguments)] {
                let text = (outcome.output + outcome.errors).lowercased()
                for body in bodies {
                    #expect(!text.contains(body.lowercased()), "\(call) of \(file): \(text)")
                }
            }
        }
    }
}
