import CommandLineKit
import LosslessJSON
import Testing

@Suite struct ScopeReaderTests: EnforceSuite {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `pins in the system's file, which counts more than a user's and a variable`() throws {
        try policy("pin: {ssl_verify: truststore}\n")
        try home.write("ssl_verify: false  #!final\n", to: ".condarc")
        try home.write("", to: "root/conda-meta/history")
        let variables = ["CONDA_ROOT": "HOME/root", "CONDA_SSL_VERIFY": "no"]
        _ = try enforce(environment: variables)
        #expect(home.text(of: "root/.condarc") == "ssl_verify: truststore  #!final\n")
        #expect(home.text() == "ssl_verify: false  #!final\n")
        let shown = home.run(["show", "ssl_verify"], environment: variables)
        #expect(shown.output == "ssl_verify: truststore\n")
        // A home below it needs nothing then.
        #expect(try enforce(["--home", "HOME", "--root", "HOME/root"])["violations"] == [])
    }

    @Test func `keeps an environment's files from setting something else`() throws {
        try policy("require: {channel_priority: strict, offline: true}\nforbid: {channels: [defaults]}\n")
        try home.write("channel_priority: flexible\nchannels: [defaults]\n", to: "env/.condarc")
        _ = try enforce(["--env", "HOME/env"])
        #expect(home.text(of: "env/.condarc") == "channel_priority: strict\nchannels: []\n")
    }

    @Test func `holds several homes, named in a row, and tells those that cannot be read`() throws {
        try policy("require: {offline: true}\n")
        for name in ["a", "b"] { try home.write("channels: [x]\n", to: "\(name)/.condarc") }
        try home.write("a: [\n", to: "c/.condarc")
        let result = try enforce(["--home", "HOME/a", "HOME/b", "HOME/c", "HOME/none"], leaves: 2)
        #expect(home.text(of: "a/.condarc") == "channels: [x]\noffline: true\n")
        #expect(home.text(of: "b/.condarc") == "channels: [x]\noffline: true\n")
        #expect(home.text(of: "c/.condarc") == "a: [\n")
        #expect(facts(result, "rule") == ["required", "required", "invalid", "unreadable"])
        #expect(facts(result, "path").last == "HOME/none")
    }

    @Test func `asks the system for nothing where homes have it and no base installation is known`() throws {
        try policy("require: {offline: true}\n")
        try home.write("channels: [x]\n", to: "a/.condarc")
        #expect(facts(try enforce(["--system", "--home", "HOME/a"]), "path") == ["HOME/a/.condarc"])
        // Alone, it would hold nothing.
        #expect(facts(try enforce(["--system"], leaves: 1), "repaired") == [false])
    }
}
