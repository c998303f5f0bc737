import CommandLineKit
import TestSupport
import Testing

/// A secret of any shape, anywhere in a configuration, is in no answer.
@Suite struct CondarcToolSecretsTests {
    /// Texts with a secret, `§` in its place.
    private static let urls = [
        "https://user:§@h.example/c", "https://h.example/t/tk-§/c", "HTTPS://u:§@H.example/c",
        "https://u:§%40h.example/c", "https://u%3A§@h.example/c", "https://h.example/t%2Ftk-§/c",
        "http:///user:§@p.example:1", "https://u:§＠h.example/c",
        "https://h.example/c?token=§", "https://§@h.example/c", "user:§@proxy.example:8080",
    ]

    /// What is no URL, or none that conda could ask for, and was meant to be one.
    private static let oddURLs = [
        "https://user:§#x@h.example/c", "https://user:§?x@h.example/c", "https:/user:§@h.example/c",
        "https://user: §@h.example/c", "https://h.example//t//tk§//c", "https://h.example/%74/§/c",
        "https://h.example/T/§/c", "https%3A%2F%2Fuser%3A§%40h.example%2Fc", "t/§/c", "user:§@h.example/c",
        "https://h.example/t/${X}§/c", "https://h.example/t/ §/c", "token §", "Bearer §",
        // What conda takes for a token is not all of it.
        "https://h.example/t/t/§/c", "https://h.example/t//§/c", "https://h.example/t/a_§/c",
        "https://h.example/t/a.§/c",
        "https://u：§＠h.example/c", "https://u:$X\\n§@h.example/c", "https://u:${X:-§}@h.example/c",
    ]

    /// Files with a text, `U` in its place.
    private static let places = [
        "channels:\n  - U\n", "channels: [\"U\"]\n", "channels: ['U', b]\n", "channel_alias: U\n",
        "custom_channels:\n  x: U\n", "custom_channels:\n  U: https://a.example\n",
        "custom_multichannels:\n  m: [U]\n", "proxy_servers: {http: \"U\"}\n", "proxy_servers:\n  \"U\": \"U\"\n",
        "# U\nchannels: [a]\n", "channels: [a]  # see U\n", "always_yes: U\n", "ssl_verify:\n  - U\n", "\"U\": a\n",
        "? U\n: a\n", "channels:\n  - U\n  - {a: [\n", "channels: \"U\n",
        "channel_settings:\n  - channel: U\n    auth: x\n",
        "channels: &a\n  - U\nallowlist_channels: *a\n", "channels: [a]\nchannels: [U]\n", "unknown_key: U\n",
        "channel_alias: |\n  U\n", "channel_alias: >-\n  U\n",
    ]

    /// Whole files whose secret no line shows to be one.
    private static let files = [
        "channel_alias: \"https://user:\\\n   §@h.example\"\n", "channel_alias: \"https://user:§\\\n   @h.example\"\n",
        "channel_alias: https://user:aaa\n  §@h.example\n", "channels: [\"https://u:§\\n@h/c\"]\n",
        "channels: [\"https:\\u002f\\x2fuser:§@h\"]\n", "proxy_servers: {http: \"http:/user:§@p\"}\n",
        "? \"https://user:\\\n   §@h.example\"\n: a\n", "anaconda_token: §\n", "plugins: {anaconda_token: §}\n",
        "plugins:\n  password:\n    §\n", "channel_settings:\n  - channel: a\n    token: §\n",
        "# token: §\nchannels: [a]\n",
        "channels: [a] # Authorization: Bearer §\n", "api_key: '§'\nchannels: [a]\n", "x: {\"secret\": \"§\"}\n",
        "channels: [https://h.example/t/t/§/c]\n", "# https://h.example/t/t/§/c\nchannels: [a\n",
        "curl -u me:§ https://h.example/c\nchannels: [a\n", "curl --user \"me:§\" https://h.example\n a: b: c\n",
        "# curl --user=me:§ https://h.example/c\nchannels: [a\n", "x: ['-u', 'me:§']\nchannels: [a\n",
        "§\n", "\n  §\r\n", "token: §\nchannels: [a\n",
        "channel_alias: \"https://user:\\\n   §@h.example\"\nchannels: [a\n",
    ]

    private static let calls: [[String]] = [
        ["get"], ["get", "--json"], ["show"], ["show", "--json"], ["show", "--origin"], ["show", "--origin", "--json"],
        ["sources"], ["sources", "--json"], ["check", "--select", "all"],
        ["check", "--select", "all", "HOME/.condarc"],
        ["check", "--select", "all", "--json"], ["check", "--select", "all", "--forbid-channel", "*", "HOME/.condarc"],
        ["check", "--format", "github"], ["check", "--format", "sarif"], ["check", "--fix", "-n", "--diff"],
        ["diff", "/dev/null", "HOME/.condarc"], ["diff", "/dev/null", "HOME/.condarc", "--json"],
        ["explain", "channels"], ["explain", "channels", "--json"], ["explain", "channel_alias", "--json"],
        ["explain", "--channel", "x"], ["explain", "--channel", "m", "--json"], ["explain", "proxy_servers"],
        ["show", "--flat"], ["config", "--show"], ["config", "--get"],
        ["config", "--show-sources"], ["config", "--show", "--json"], ["config", "--get", "--json"],
        ["append", "channels", "z", "-n", "--diff"], ["append", "channels", "z", "-n", "--diff", "--json"],
        ["set", "channel_alias", "https://x.example", "-n", "--diff"], ["unset", "channel_alias", "-n", "--diff"],
        ["clear", "channels", "-n", "--diff"], ["remove", "channels", "z", "-n", "--diff"], ["paths"],
    ]

    private static func secret(_ random: inout SeededGenerator) -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ")
        let digits = Array("23456789")
        return String(
            (0..<20).map { ($0 % 3 == 2 ? digits : letters).randomElement(using: &random) ?? "a" })
    }

    private func expectHidden(_ secret: String, in file: String) throws {
        for arguments in Self.calls {
            let home = try ToolHome(condarc: file)
            let outcome = home.run(arguments)
            let body = secret.dropLast(5).lowercased()
            #expect(!outcome.output.lowercased().contains(body), "\(arguments) of \(file): \(outcome.output)")
            #expect(!outcome.errors.lowercased().contains(body), "\(arguments) of \(file): \(outcome.errors)")
        }
    }

    @Test(arguments: places)
    func `no answer has a secret of a URL`(place: String) throws {
        var random = SeededGenerator(seed: UInt64(place.utf8.reduce(7) { $0 * 31 % 65521 + Int($1) }))
        for shape in Self.urls.shuffled(using: &random).prefix(4) {
            let secret = Self.secret(&random)
            let url = shape.replacing("§", with: secret)
            try expectHidden(secret, in: place.replacing("U", with: url))
        }
    }

    @Test(arguments: oddURLs)
    func `no answer has a secret of what was meant to be a URL`(shape: String) throws {
        var random = SeededGenerator(seed: 11)
        for place in [
            "channel_alias: \"U\"\n",
            "channels: [a, \"U\"]\ncustom_channels: {x: \"U\"}\ncustom_multichannels: {m: [\"U\"]}\n",
        ] {
            let secret = Self.secret(&random)
            try expectHidden(secret, in: place.replacing("U", with: shape.replacing("§", with: secret)))
        }
    }

    @Test func `an argument is not repeated with its secret`() throws {
        let home = try ToolHome(condarc: "channels: [a]\n")
        for argument in ["user:made-up@h.example/c", "https:/user:made-up@h.example/c", "https://user:made-up#x@h/c"] {
            for call in [["explain"], ["set", "channel_alias"], ["append", "channels"], ["config", "--get"]] {
                let outcome = home.run(call + [argument])
                #expect(!(outcome.output + outcome.errors).contains("made-up"), "\(call) \(outcome)")
            }
        }
    }

    @Test func `a token that was given for a configuration is told, and not shown`() throws {
        let home = try ToolHome()
        try home.write("01234567-89ab-cdef-0123-456789abcdef\n", to: "token")
        for call in [
            ["check", "HOME/token"], ["get", "--file", "HOME/token"], ["diff", "HOME/token", "/dev/null"],
            ["apply", "HOME/token"], ["enforce", "HOME/token"], ["append", "channels", "a", "--file", "HOME/token"],
        ] {
            let outcome = home.run(call)
            let text = outcome.output + outcome.errors
            #expect(text.contains("looks like a token") && text.contains("is it the right file?"), "\(call) \(text)")
            #expect(!text.contains("01234567"), "\(call) \(text)")
        }
        // One long word is none.
        try home.write("https-everywhere-in-this-file\n", to: "word")
        #expect(!home.run(["check", "HOME/word"]).output.contains("token"))
    }

    @Test(arguments: files)
    func `no answer has a secret that no line shows to be one`(file: String) throws {
        var random = SeededGenerator(seed: UInt64(file.utf8.reduce(7) { $0 * 31 % 65521 + Int($1) }))
        let secret = Self.secret(&random)
        try expectHidden(secret, in: file.replacing("§", with: secret))
    }

    @Test func `what stands for a secret is shown`() throws {
        let home = try ToolHome(condarc: "anaconda_token: ${TOKEN}\nproxy_servers: {http: \"http://u:${PW}@p:1\"}\n")
        let diff = home.run(["append", "channels", "z", "-n", "--diff"]).output
        #expect(diff.contains("anaconda_token: ${TOKEN}") && diff.contains("u:${PW}@p"))
    }

    @Test func `a folded password is found`() throws {
        let home = try ToolHome(condarc: "channel_alias: \"https://user:\\\n   made-up-word@h.example\"\n")
        #expect(home.run(["check", "HOME/.condarc"]).output.contains("secret-in-url"))
    }
}
