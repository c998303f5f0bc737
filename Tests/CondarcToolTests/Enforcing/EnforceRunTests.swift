import CommandLineKit
import LosslessJSON
import Testing

@Suite struct EnforceRunTests: EnforceSuite {
    let home: ToolHome

    init() throws { home = try ToolHome() }

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
