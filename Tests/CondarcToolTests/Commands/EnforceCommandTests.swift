import CommandLineKit
import LosslessJSON
import Testing

@Suite struct `The command enforce`: EnforceSuite {
    let home: ToolHome

    init() throws { home = try ToolHome() }

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

    @Test func `takes a damaged policy for bad data, and changes nothing`() throws {
        try home.write("version: 1\nrequire: [\n", to: "policy.yml")
        try home.write("channels: [defaults]\n", to: ".condarc")
        let outcome = home.run(["enforce", "HOME/policy.yml", "--json"])
        #expect(outcome.status == .badData)
        #expect(try json(outcome)["error"]?["code"] == "syntax")
    }

}
