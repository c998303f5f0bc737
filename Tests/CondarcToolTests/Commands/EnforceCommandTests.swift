import CommandLineKit
import LosslessJSON
import Testing

@Suite struct `The command enforce` {
    private let home: ToolHome

    init() throws { home = try ToolHome() }

    private func policy(_ text: String) throws { try home.write("version: 1\n" + text, to: "policy.yml") }

    /// Runs it twice: the second run must find what the first left, and change nothing.
    private func enforce(
        _ arguments: [String] = [], environment: [String: String] = [:], leaves remaining: Int = 0
    ) throws -> JSONValue {
        let command = ["enforce", "HOME/policy.yml", "--json"] + arguments
        let first = try json(home.run(command, environment: environment))
        let second = home.run(command, environment: environment)
        #expect(try json(second)["changed"] == false)
        #expect(try violations(json(second)).count == remaining)
        #expect(second.status == (remaining == 0 ? .success : .negative))
        return first
    }

    private func json(_ outcome: ToolHome.Outcome) throws -> JSONValue {
        try JSONDocument(Array(outcome.output.utf8)).root.value
    }

    private func violations(_ result: JSONValue) -> [JSONValue] {
        if case .array(let violations)? = result["violations"] { violations } else { [] }
    }

    private func facts(_ result: JSONValue, _ name: String) -> [JSONValue] {
        violations(result).map { $0[name] ?? .null }
    }

    @Test func `requires, forbids and pins, and keeps the rest`() throws {
        try policy(
            """
            require: {channel_priority: strict, channels: [conda-forge]}
            forbid:
              channels: [defaults, "https://repo.anaconda.com/*"]
              keys: [proxy_servers]
            pin: {ssl_verify: truststore}

            """)
        try home.write(
            "# mine\nchannels:\n  - defaults\n  # bio\n  - bioconda  # b\nchannel_priority: 'flexible'  # why\n"
                + "proxy_servers:\n  http: http://p\nssl_verify: false\n", to: ".condarc")
        let result = try enforce(["--home", "HOME"])
        #expect(
            home.text()
                == "# mine\nchannels:\n  # bio\n  - bioconda  # b\n  - conda-forge\nchannel_priority: 'strict'  # why\n"
                + "ssl_verify: truststore  #!final\n")
        #expect(
            facts(result, "rule") == ["required", "required", "pinned", "forbidden-key", "forbidden-channel"])
        #expect(facts(result, "line") == [6, 3, 9, 7, 3])
        #expect(facts(result, "repaired") == [true, true, true, true, true])
        #expect(facts(result, "home") == ["HOME", "HOME", "HOME", "HOME", "HOME"])
    }

    @Test func `shows and counts, and changes nothing, with --check`() throws {
        try policy("forbid: {channels: [defaults]}\n")
        try home.write("channels: [defaults, a]\n", to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--home", "HOME", "--check"])
        #expect(outcome.status == .negative)
        #expect(
            outcome.output == """
                HOME/.condarc:1:12: forbidden-channel: channels: 'defaults' is forbidden
                 1 | channels: [defaults, a]
                   |            ^^^^^^^^
                  hint: forbidden by 'defaults', line 2 of the policy
                --- HOME/.condarc
                +++ HOME/.condarc
                @@ -1 +1 @@
                -channels: [defaults, a]
                +channels: [a]

                """)
        #expect(outcome.errors.contains("1 violation, of which 1 can be mended"))
        #expect(home.text() == "channels: [defaults, a]\n")
        #expect(home.run(["enforce", "HOME/policy.yml", "--home", "HOME", "-n"]).status == .success)
    }

    @Test(arguments: [
        ("channels: [a, 'https://repo.anaconda.com/pkgs/main']\n", "channels: [a]\n"),
        ("channels: [a, pkgs/pro]\n", "channels: [a]\n"),
        (
            "channels: [a]\ndefault_channels: ['https://repo.anaconda.com/pkgs/r', b]\n",
            "channels: [a]\ndefault_channels: [b]\n"
        ),
        (
            "channels: [mine]\ncustom_multichannels:\n  mine:\n    - a\n    - https://repo.anaconda.com/pkgs/msys2\n",
            "channels: [mine]\ncustom_multichannels:\n  mine:\n    - a\n"
        ),
        (
            "channels: [a, corp]\ncustom_channels:\n  corp: https://repo.anaconda.com/pkgs\n  b: https://b.example\n",
            "channels: [a, corp]\ncustom_channels:\n  b: https://b.example\n"
        ),
        ("channels: [a]\nchannel_alias: https://repo.anaconda.com\n", "channels: [a]\n"),
        ("channels: [a, https://u:pw@repo.anaconda.com/t/tk-abc/pkgs/main]\n", "channels: [a]\n"),
    ])
    func `finds a forbidden channel in every place that channels come from`(before: String, after: String) throws {
        try policy("forbid: {channels: ['https://repo.anaconda.com/*']}\n")
        try home.write(before, to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--home", "HOME"])
        #expect(home.text() == after)
        #expect(outcome.status == .success)
        #expect(!outcome.output.contains("pw@") && !outcome.output.contains("tk-abc"))
        #expect(try enforce(["--home", "HOME"])["changed"] == false)
    }

    @Test func `puts channels that are required in the place of the implicit defaults`() throws {
        try policy("require: {channels: [conda-forge]}\nforbid: {channels: [defaults]}\n")
        _ = try enforce(["--home", "HOME"])
        #expect(home.text() == "channels:\n  - conda-forge\n")
    }

    @Test func `sets the default channels to none where nothing else is left`() throws {
        try policy("forbid: {channels: [defaults]}\n")
        try home.write("channels:\n  - defaults\n", to: ".condarc")
        let result = try enforce(["--home", "HOME"])
        #expect(home.text() == "channels: []\ndefault_channels: []\n")
        #expect(facts(result, "channel") == ["defaults", "defaults"])
    }

    @Test func `lets defaults that lead elsewhere pass where only their servers are forbidden`() throws {
        try policy("forbid: {channels: ['https://repo.anaconda.com/*']}\n")
        try home.write("channels: [defaults]\ndefault_channels: ['https://mirror.example/main']\n", to: ".condarc")
        #expect(try enforce(["--home", "HOME"])["violations"] == [])
    }

    @Test func `says that a variable is beyond an edit`() throws {
        try policy("forbid: {channels: [defaults], keys: [ssl_verify]}\n")
        try home.write("channels: [a]\n", to: ".condarc")
        let result = try enforce(
            environment: ["CONDA_CHANNELS": "defaults,a", "CONDA_SSL_VERIFY": "false"], leaves: 2)
        #expect(facts(result, "path") == ["$CONDA_SSL_VERIFY", "$CONDA_CHANNELS"])
        #expect(facts(result, "repaired") == [false, false])
        let text = home.run(["enforce", "HOME/policy.yml"], environment: ["CONDA_CHANNELS": "defaults"])
        #expect(text.output.contains("which no edit of a file reaches"))
        #expect(text.errors.contains("'conda install -c CHANNEL'"))
    }

    @Test func `takes a final value below the pinned one away`() throws {
        try policy("pin: {offline: true}\n")
        try home.write("offline: false  #!final\na: 1\n", to: ".conda/.condarc")
        _ = try enforce(["--home", "HOME"])
        #expect(home.text() == "offline: true  #!final\n")
        #expect(home.text(of: ".conda/.condarc") == "a: 1\n")
    }

    @Test func `edits the line that decides, and adds no second one`() throws {
        try policy("require: {channel_priority: strict, channels: [b]}\n")
        try home.write("channel_priority: disabled\nchannels: [a]\n", to: ".config/conda/condarc")
        _ = try enforce(["--home", "HOME"])
        #expect(home.text(of: ".config/conda/condarc") == "channel_priority: strict\nchannels: [a, b]\n")
        #expect(home.text() == nil)
    }

    @Test func `takes a channel's URL for its name in what is required`() throws {
        try policy("require: {channels: [conda-forge]}\n")
        try home.write("channels: ['https://conda.anaconda.org/conda-forge/']\n", to: ".condarc")
        #expect(try enforce(["--home", "HOME"])["violations"] == [])
    }

    @Test func `refuses a policy that contradicts itself with status 3`() throws {
        try policy("require: {channels: [defaults]}\nforbid: {channels: [defaults]}\n")
        let outcome = home.run(["enforce", "HOME/policy.yml"])
        #expect(outcome.status == .badData)
        #expect(outcome.errors.contains("(lines 2 and 3)"))
        #expect(outcome.output.isEmpty)
    }

    @Test(
        arguments: [
            ("forbid: {keys: [ssl_verify.false]}\n", "`pin: {ssl_verify: true}`"),
            ("forbid: {keys: [verify_ssl.true]}\n", "`pin: {ssl_verify: truststore}`"),
            ("forbid: {keys: [channels.defaults]}\n", "write `channels: [defaults]` below forbid"),
            ("forbid: {keys: [channel_settings.auth]}\n", "write `- channel_settings`"),
            (
                "forbid: {keys: [proxy_server]}\n",
                "did you mean 'proxy_servers'? In quotes, a key is forbidden as it stands"
            ),
            ("forbid: {keys: ['proxy_*']}\n", "name each key"),
            ("forbid: {channels: [{defaults: true}]}\n", "write `- defaults`"),
            ("pin: {ssl_verify: ''}\n", "write true or false, or leave the line out"),
            ("require: {channels: ['a b']}\n", "write each channel as an item of its own, as in [a, b]"),
            ("require: {proxy_servers: {http_proxy: 'http://p'}}\n", "write http"),
            ("require: {channels: [!x a]}\n", "write the value without a tag"),
            ("require: {plugins: {x: 1}}\n", "`forbid: {keys: [plugins.NAME]}`"),
            ("forbid: {channels: {defaults: true}}\n", "write `channels: [defaults]`"),
            (
                "forbid: {channels: ['defaults, main']}\n",
                "write each channel as an item of its own, as in [defaults, main]"
            ),
            ("forbid: {channels: ['{{ c }}']}\n", "render the file first"),
            ("require: {channels: '{{ c }}'}\n", "render the file first"),
            ("require: {create_default_packages: ['{{ c }}']}\n", "render the file first"),
            ("forbid: {channels: ['^https://a\\.example/.*']}\n", "write https://a.example/*"),
            ("forbid: {channels: ['a/(b|c)']}\n", "write a/b, a/c"),
            ("forbid: {channels: ['a+(b|c)?']}\n", "such as https://repo.anaconda.com/*"),
            ("allow: {channels: [conda-forge]}\n", "`pin: {allowlist_channels: [conda-forge]}`"),
        ])
    func `refuses what could never be with status 3, and changes nothing`(text: String, hint: String) throws {
        try policy(text)
        try home.write("channels: [a]\n", to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--home", "HOME"])
        #expect(outcome.status == .badData)
        #expect(outcome.errors.contains("error: HOME/policy.yml:2:") && outcome.errors.contains(hint))
        #expect(home.text() == "channels: [a]\n")
    }

    @Test func `takes no base installation that is not there`() throws {
        try policy("forbid: {channels: [defaults]}\n")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--system", "--root", "HOME/minicnda"])
        #expect(outcome.status == .system)
        #expect(outcome.errors.contains("is --root right?"))
    }

    @Test func `tells all that is wrong in a policy at once`() throws {
        try policy("require: {chanels: [a], always_yes: maybe}\nforbid: {keys: [ssl_verify.x], channels: ['!a']}\n")
        let outcome = home.run(["enforce", "HOME/policy.yml"])
        #expect(outcome.status == .badData)
        #expect(outcome.errors.split(separator: "\n").count { $0.contains("error: ") } == 4)
    }

    @Test(
        arguments: [
            ("forbid: {keys: [offline_mode]}\n", "17: conda has no parameter 'offline_mode'"),
            ("forbid: {keys: [proxy_servers.htp]}\n", "17: conda asks for no proxy by the name 'htp'"),
            ("forbid: {keys: [corp_thing]}\n", "17: conda has no parameter 'corp_thing'"),
            ("forbid: {keys: ['proxy_server']}\n", "17: conda has no parameter 'proxy_server'"),
            ("forbid: {channels: [default]}\n", "21: 'default' is nearly the name of a well-known channel"),
            ("forbid: {channels: ['https://anaconda.org/*']}\n", "21: anaconda.org has web pages"),
            ("require: {channels: [conda_forge]}\n", "22: channels: 'conda_forge' is nearly the name"),
            ("pin: {solver: mamba}\n", "15: solver: no solver is known as 'mamba'"),
        ])
    func `warns of what is hardly meant, and is content then with no tick`(text: String, message: String) throws {
        try policy(text)
        try home.write("channels: [conda_forge]\nsolver: mamba  #!final\n", to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--home", "HOME", "--check"])
        #expect(outcome.status == .success)
        #expect(outcome.errors.hasPrefix("condarc-tool: warning: HOME/policy.yml:2:\(message)"), "\(outcome.errors)")
        #expect(outcome.errors.contains("no violations, but 1 warning about the policy"))
        #expect(!outcome.errors.contains("✓"))
        let notes = try json(home.run(["enforce", "HOME/policy.yml", "--home", "HOME", "--check", "--json"]))["notes"]
        guard case .array(let texts)? = notes, case .string(let first)? = texts.first else {
            Issue.record("no notes")
            return
        }
        #expect(first.hasPrefix("HOME/policy.yml:2:\(message)"))
    }

    @Test(
        arguments: [
            "forbid:\n  keys:\n    - a_thing  # condarc-tool: ignore[unknown-parameter]\n",
            "forbid:\n  channels:\n    - default  # condarc-tool: ignore[invalid-channel-name]\n",
            "forbid: {keys: ['corp_thing', remote_password]}\n",
            "forbid: {keys: [plugins.auto_accept_tos, proxy_servers.http, use_lockfiles]}\n",
            "forbid: {channels: [repo.anaconda.com, 'https://repo.anaconda.com/*', '*anaconda*', acme/label/dev, /srv/ch, ~/ch, 'http://*', 'https://conda.anaconda.org/']}\n",
        ])
    func `says nothing of what is meant`(text: String) throws {
        try policy(text)
        try home.write(
            "offline: true\nchannels: [b]\ndefault_channels: []\nchannel_alias: https://x.example\n", to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--home", "HOME", "--check"])
        #expect(outcome.errors.hasPrefix("condarc-tool: ✓ "), "\(outcome.errors)")
    }

    @Test func `takes a setting of a plugin away`() throws {
        try policy("forbid: {keys: [plugins.auto_accept_tos]}\n")
        try home.write("plugins:\n  auto_accept_tos: true\n  x: 1\n", to: ".condarc")
        #expect(facts(try enforce(["--home", "HOME"]), "rule") == ["forbidden-key"])
        #expect(home.text() == "plugins:\n  x: 1\n")
    }

    @Test func `writes the text of a value, and not what YAML reads in it`() throws {
        try policy("pin: {default_python: 3.10}\nrequire: {override_virtual_packages: {cuda: 12.10}}\n")
        try home.write("quiet: true\n", to: ".condarc")
        _ = try enforce(["--home", "HOME"])
        #expect(home.text()?.contains("default_python: '3.10'  #!final\n") == true)
        #expect(home.text()?.contains("cuda: '12.10'") == true)
    }

    @Test func `takes a damaged policy for bad data, and changes nothing`() throws {
        try home.write("version: 1\nrequire: [\n", to: "policy.yml")
        try home.write("channels: [defaults]\n", to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--json"])
        #expect(outcome.status == .badData)
        #expect(try json(outcome)["error"]?["code"] == "syntax")
    }

    @Test func `refuses an edit that an alias stands against, and says so`() throws {
        try policy("forbid: {channels: [b]}\n")
        let text = "channels: &c [a, b]\ndefault_channels: *c\n"
        try home.write(text, to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--home", "HOME"])
        #expect(outcome.status == .negative)
        #expect(outcome.output.contains("cannot be mended"))
        #expect(home.text() == text)
    }

}
