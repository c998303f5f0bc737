import Foundation
import Testing

/// No command but `get` shows a secret or its base64, whatever it is given and on either stream.
@Suite struct KeyringLeakTests {
    let program: BuiltProgram

    init() throws { program = try BuiltProgram("keyring-tool") }

    /// Every call that the program knows, with each of its options somewhere.
    private static let calls: [[String]] = [
        ["report"], ["report", "--json"], ["list"], ["paths"], ["paths", "--json"], ["paths", "--platform", "windows"],
        ["doctor"], ["doctor", "--json"], ["doctor", "--fix", "-n"], ["doctor", "--fix", "-n", "--json"],
        ["doctor", "--fix", "--check", "--diff"], ["which", "https://repo.anaconda.cloud/repo/acme/main"],
        ["which", "https://repo.anaconda.com/pkgs/main", "--json"], ["which", "https://h.example/x"],
        ["which", "https://h.example/t/\(secrets[0])/x"], ["which", "https://u:\(secrets[0])@h.example/x", "--json"],
        ["set", "--org", "acme", "-n"], ["set", "--org", "acme", "--check", "--json"],
        ["set", "--org", "acme", "--diff"], ["set", "--org", "new", "--json", "--diff"],
        ["set", "--no-org", "--token-file", "HOME/token"], ["set", "--no-org", "--token-env", "A_TOKEN", "--json"],
        ["set", "--kind", "api-key", "--diff"], ["set", "--url", "https://h.example/new/", "--diff"],
        ["set", secrets[0]], ["get", secrets[0]], ["which", "https://h.example/", secrets[0], "--json"],
        ["remove", secrets[0]], ["report", "--", secrets[0]], ["set", "--token", secrets[0]],
        ["set", "--token=\(secrets[0])", "--json"],
        ["set", "--url", "https://h/t/\(secrets[0])/", "--json"],
        ["set", "--domain", "u:\(secrets[0])@x", "--org", "a"],
        ["set", "--url", "https://u:\(secrets[0])@h/"],
        ["set", "--org", "a", "--token-file", "HOME/.anaconda/keyring"],
        ["set", "--org", "a", "--token-file", "HOME/.condarc", "--json"],
        ["migrate", "-n"], ["migrate", "--check", "--json"], ["migrate", "--org", "acme"],
        ["migrate", "--org", "acme", "--on-conflict", "keep", "--diff"],
        ["migrate", "--org", "acme", "--on-conflict", "replace", "--diff", "--json", "-n"],
        ["migrate", "--org", "fresh", "--diff", "--configure-condarc", "--default-channels"],
        ["migrate", "--from", "keyring", "--diff"],
        ["migrate", "--from", "keyring", "--org", "two", "--on-conflict", "replace"],
        ["migrate", "--url", "https://h/t/\(secrets[0])/", "--json"], ["migrate", "--domain", "own.example", "--diff"],
        ["sync", "--to", "mamba,rattler", "--org", "two", "--diff"],
        ["sync", "--to", "mamba", "--url", "https://repo.anaconda.cloud/repo/", "--json", "--diff"],
        ["sync", "--to", "rattler"], ["sync", "--to", secrets[0]],
        ["sync", "--from", "mamba", "--to", "keyring,conda-token", "--url", "https://m.example/", "--diff"],
        ["get"], ["get", "--org", "nobody", "--json"], ["get", "--store", "keyring"],
        ["remove", "--org", "two", "--diff", "--json"], ["remove", "--all", "--store", "conda-token", "--diff", "-n"],
        ["remove", "--all", "--store", "keyring", "--json", "--diff"], ["remove", "--kind", "api-key", "--diff"],
        ["remove", "--url", "https://h.example/", "--diff"],
        ["remove", "--url", "https://u:\(secrets[6])@h.example/t/\(secrets[5])/x/", "--diff"],
        ["sync", "--to", "mamba", "--url", "https://u:\(secrets[6])@h.example/t/\(secrets[5])/x/", "--diff"],
        ["doctor", "--fix", "--diff"],
        ["doctor", "--fix", "--json"],
        ["report", "--keyring", "HOME/.condarc"], ["report", "--token-dir", "HOME/.anaconda"],
        ["set", "--org", "a", "--keyring", "HOME/.condarc"], ["report", "--keyring", "HOME/token", "--json"],
        ["completion", "bash"], ["completion", "zsh"], ["completion", "fish"], ["help"], ["--version"],
        ["set", "--help"],
        ["--json"], ["repotr"], ["doctor", "--color", "always"], ["report", "--color", "always"],
    ]

    private static let secrets = [
        "made-up-token-0123456789-aaaa", "made-up-token-1123456789-bbbb", "made-up-token-2123456789-cccc",
        "Zq7kiwiXw3Vy",
        "made-up-token-3123456789-dddd", "made-up-token-4123456789-eeee", "made-up-password-51234",
        "made-up-token-6123456789-gggg",
        "made-up-token-7123456789-hhhh", "made-up-token-8123456789-iiii", "made-up-token-9123456789-jjjj",
    ]

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    /// Everything by which a reader could learn a secret: itself, its greater part, and what of it shows in base64 at each
    /// of the three alignments.
    private static let forbidden: [String] =
        secrets.flatMap { secret -> [String] in
            let shifted = (0..<3).map { shift in
                // Without the characters that the neighbours would decide.
                let text = base64(String(repeating: "?", count: shift) + secret)
                return String(text.dropFirst(shift == 0 ? 0 : 4).prefix(secret.count - 4))
            }
            return [secret, String(secret.prefix(secret.count - 5)), String(secret.dropFirst(5))] + shifted
        } + [apiKey]

    private static let apiKey: String = {
        [
            #"{"alg":"RS256"}"#, #"{"exp":1700000000,"name":"made-up-token-9123456789-jjjj"}"#,
            "made-up-token-8123456789-iiii",
        ]
        .map { base64($0).replacingOccurrences(of: "=", with: "") }.joined(separator: ".")
    }()

    private static let keyring: String = {
        let main = """
            {"domain":"anaconda.com","api_key":"\(apiKey)","later":"\(secrets[3])","repo_tokens":[
            {"token":"\(secrets[1])","org_name":"acme"},{"token":"\(secrets[2])","org_name":"two","hint":"\(secrets[7])"}],
            "version":2}
            """
        let legacy = #"{"domain":"anaconda.cloud","repo_tokens":[{"token":"\#(secrets[4])"}]}"#
        let entries = ["anaconda.com": main, "anaconda.cloud": legacy].mapValues(base64).sorted { $0.key > $1.key }
            .map { "\"\($0.key)\": \"\($0.value)\"" }.joined(separator: ", ")
        return "{\"Anaconda Cloud\": {\(entries)}, \"other\": {\"x\": \"\(secrets[5])\"}}"
    }()

    /// Ways in which the keyring can be damaged.
    enum State: String, CaseIterable {
        case good, cut, unquoted, base64, payload, list, binary
    }

    private func text(_ state: State) -> [UInt8] {
        let good = Array(Self.keyring.utf8)
        switch state {
        case .good: return good
        case .cut: return Array(good.prefix(good.count / 2))
        case .unquoted: return Array(Self.keyring.replacingOccurrences(of: "\": \"", with: "\": ").utf8)
        case .base64: return Array(Self.keyring.replacingOccurrences(of: "==", with: "=!").utf8) + [0x20]
        case .payload:
            let broken = Self.base64("{\"repo_tokens\":[{\"token\":\"\(Self.secrets[1])\" \(Self.secrets[2])")
            return Array("{\"Anaconda Cloud\": {\"anaconda.com\": \"\(broken)\"}}".utf8)
        case .list: return Array("[\"\(Self.secrets[1])\", \(Self.secrets[2])]".utf8)
        case .binary: return [0xFF, 0x00] + good
        }
    }

    private func fill(_ home: ScratchHome, _ state: State) throws {
        for directory in [".anaconda", ".config/binstar", ".local/share/binstar", ".mamba/auth", ".rattler"] {
            try FileManager.default.createDirectory(
                atPath: "\(home.path)/\(directory)", withIntermediateDirectories: true)
        }
        let secrets = Self.secrets
        let isGood = state == .good
        try home.write(text(state), to: ".anaconda/keyring")
        let premium = "https%3A%2F%2Frepo.anaconda.cloud%2Frepo%2F.token"
        try home.write(
            Array((isGood ? secrets[0] : "\(secrets[0])\n\(secrets[1]) \u{1}").utf8), to: ".config/binstar/\(premium)")
        try home.write(Array("\(secrets[3])\n".utf8), to: ".config/binstar/https%3A%2F%2Fh.example%2F.token")
        let odd = "https%3A%2F%2Fu%3A\(secrets[6])%40h.example%2Ft%2F\(secrets[5])%2Fx%2F.token"
        for directory in [".config/binstar", ".local/share/binstar"] {
            try home.write(Array((secrets[5] + "\n").utf8), to: "\(directory)/\(odd)")
        }
        try home.write(Array(secrets[4].utf8), to: ".local/share/binstar/https%3A%2F%2Fold.example%2F.token")
        let mamba =
            #"{"m.example": {"type": "CondaToken", "token": "\#(secrets[7])"}, "b": {"type": "#
            + #""BasicHTTPAuthentication", "user": "u", "password": "\#(Self.base64(secrets[6]))"}, "x": "\#(secrets[5])""#
        try home.write(Array((mamba + (isGood ? "}" : ", ")).utf8), to: ".mamba/auth/authentication.json")
        let rattler =
            #"{"r.example": {"BearerToken": "\#(secrets[8])"}, "s": {"BasicHTTP": {"password": "\#(secrets[6])"}}"#
        try home.write(Array((rattler + (isGood ? "}" : " \(secrets[5])}")).utf8), to: ".rattler/credentials.json")
        let condarc = """
            channels:
              - https://c.example/t/\(secrets[9])/x
              - https://user:\(secrets[6])@p.example/y
            proxy_servers:
              https: http://user:\(secrets[6])@proxy.example
            \(isGood ? "" : "channels: [https://c.example/t/\(secrets[9])/x")
            """
        try home.write(Array(condarc.utf8), to: ".condarc")
        try home.write(Array("\(secrets[0])\n".utf8), to: "token")
        try home.write(Array("ANACONDA_CLOUD_API_KEY='\(secrets[8])\nbad".utf8), to: isGood ? "unused" : ".env")
        let config = "[plugin.auth]\napi_key = \"\(secrets[8])\(isGood ? "\"" : "")\n"
        try home.write(Array(config.utf8), to: ".anaconda/config.toml")
    }

    @Test(arguments: State.allCases)
    func `no call shows a secret`(state: State) throws {
        for arguments in Self.calls {
            let home = try ScratchHome()
            try fill(home, state)
            let outcome = try program.run(
                arguments, in: home,
                input: state == .payload ? "\(Self.secrets[0]) \(Self.secrets[1])" : Self.secrets[0],
                environment: [
                    "A_TOKEN": Self.secrets[1], "BINSTAR_API_TOKEN": Self.secrets[2],
                    "CONDA_CHANNELS": "https://v.example/t/\(Self.secrets[9])/z",
                    "ANACONDA_AUTH_KEYRING": state == .list ? "{\"\(Self.secrets[1])\"" : "",
                ])
            #expect(outcome.status <= 4, "\(arguments): \(outcome)")
            for secret in Self.forbidden {
                #expect(!outcome.output.contains(secret), "\(state) \(arguments) stdout: \(outcome.output)")
                #expect(!outcome.errors.contains(secret), "\(state) \(arguments) stderr: \(outcome.errors)")
            }
        }
    }
}
