import HostPlatform
import LosslessYAML
import Testing

@testable import Condarc

@Suite struct `Environment variables` {
    @Test(
        arguments: [
            ("CONDA_CHANNELS", " a , b,,c", "channels", ["a", "b", "c"] as YAMLValue),
            ("CONDA_PINNED_PACKAGES", "a,b & c", "pinned_packages", ["a,b", "c"]),
            ("CONDA_ENVS_PATH", "/e1:/e2", "envs_dirs", ["/e1", "/e2"]),
            ("CONDA_PKGS_DIRS", "/p1:/p2", "pkgs_dirs", ["/p1:/p2"]),
            ("CONDA_Always_Yes", " yes ", "always_yes", true), ("CONDA_YES", "none", "always_yes", .null),
            ("CONDA_CHANGEPS1", "", "changeps1", false), ("CONDA__VERBOSITY", "2", "verbosity", 2),
            ("CONDA_ENV_PROMPT", "  x ", "env_prompt", "x"),
            ("CONDA_CHANNEL_PRIORITY", "STRICT!important", "channel_priority", "strict"),
        ] as [(String, String, String, YAMLValue)])
    func `a variable sets its parameter`(_ name: String, _ text: String, _ key: String, _ expected: YAMLValue) throws {
        #expect(try Configuration.made([:], environment: [name: text]).value(key) == expected)
    }

    @Test(
        arguments: [
            ("CONDA_ENVS_PATH", "https://u:made-up-pass@h/x:/a", ["https", "//u", "…@h/x", "/a"]),
            ("CONDA_ENVS_PATH", "https://u:made:up@h:8443/x", ["https", "//u", "…", "…@h", "8443/x"]),
            ("CONDA_ENVS_PATH", "https://h:8443/t/made-up/x:/a", ["https", "//h", "8443/t/…/x", "/a"]),
            ("CONDA_ENVS_PATH", "//u:made-up-pass@h/x", ["//u", "…@h/x"]),
            ("CONDA_ENVS_PATH", "/a:/b@2/c:~/t/x", ["/a", "/b@2/c", "~/t/x"]),
            // A password may hold slashes: it is rather too much.
            ("CONDA_ENVS_PATH", "https://h/x:/b@2/c", ["https", "//h/x", "…@2/c"]),
            ("CONDA_CHANNELS", "https://u:made,up-pass@h/x,c", ["https://u:…", "…@h/x", "c"]),
            ("CONDA_CHANNELS", "https://h/t/x-1,https://u:p@h/x,c", ["https://h/t/x-1", "https://u:p@h/x", "c"]),
            // A whole URL is none, whatever the next item holds.
            ("CONDA_CHANNELS", "https://u:p@h/c,/opt/x@1.2/c", ["https://u:p@h/c", "/opt/x@1.2/c"]),
            ("CONDA_CHANNELS", "https://u:p@h/c,//u2:q@h2/d", ["https://u:p@h/c", "//u2:q@h2/d"]),
            ("CONDA_PINNED_PACKAGES", "https://u:made&up@h", ["https://u:…", "…@h"]),
        ] as [(String, String, [String])])
    func `pieces of a secret are none of a list's items`(_ name: String, _ text: String, _ items: [String]) throws {
        let host = Host(
            platform: .linux, environment: .init([name: text]), home: "/", currentDirectory: "/")
        func value(reveals: Bool) -> YAMLValue? {
            Source.environment(host, reveals: reveals).settings.first?.value.value
        }
        #expect(value(reveals: false) == .sequence(items.map { .string($0) }))
        let joined = try #require(value(reveals: true)).items?.map(\.pythonText).joined()
        #expect(joined == text.filter { !(name == "CONDA_ENVS_PATH" ? ":" : ",&").contains($0) })
    }

    @Test func `lower-case variables and those of no parameter set nothing`() {
        let configuration = Configuration.made(
            [:], environment: ["conda_always_yes": "1", "CONDA_EXE": "/c", "CONDA_": ""])
        #expect(configuration.sources.allSatisfy { $0.settings.isEmpty })
    }

    @Test func `important makes a variable final for what comes after it`() throws {
        let option = Source.commandLine([("quiet", "--quiet", false)])
        let configuration = Configuration.made(
            [:], environment: ["CONDA_QUIET": "true !important"], commandLine: option)
        #expect(try configuration.value("quiet") == true)
        #expect(try configuration.traced("quiet").origin == .variable("CONDA_QUIET"))
    }

    @Test(arguments: ["", "http=http://x.example"])
    func `a map cannot come from a variable, not even an empty one`(_ text: String) {
        let configuration = Configuration.made([:], environment: ["CONDA_PROXY_SERVERS": text])
        #expect(throws: CondarcProblems.self) { try configuration.value("proxy_servers") }
    }

    @Test func `a name and an alias together are a conflict`() throws {
        let configuration = Configuration.made([:], environment: ["CONDA_SSL_VERIFY": "no", "CONDA_VERIFY_SSL": "no"])
        let problems = configuration.problems()
        #expect(problems.map(\.code) == [.aliasConflict])
    }
}
