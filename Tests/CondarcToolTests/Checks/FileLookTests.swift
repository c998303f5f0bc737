import CommandLineKit
import Foundation
import Testing

@Suite struct FileLookTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(arguments: [
        ("all", "without a file every source is checked: condarc-tool check"),
        ("insecure-ssl", "condarc-tool check --select insecure-ssl"),
        ("channels", "condarc-tool explain channels"), ("HOME/condarc.yaml", "did you mean 'HOME/condarc.yml'?"),
        ("HOME/no/f", "there is no directory HOME/no"),
        ("https://h.example/condarc", "nothing is downloaded: fetch it first, or pipe it in and write '-'"),
    ])
    func `a file that is not there is told with what may be meant`(name: String, hint: String) throws {
        try home.write("", to: "condarc.yml")
        let outcome = home.run(["check", name])
        #expect(outcome.status == .negative || outcome.status == .system)
        #expect((outcome.output + outcome.errors).contains(hint), "\(outcome)")
    }

    @Test func `a pipe that is named is read, and not mended`() throws {
        #expect(mkfifo(home.path + "/pipe", 0o600) == 0)
        let outcome = home.run(["check", "--fix", "HOME/pipe"])
        #expect(outcome.status != .success && (outcome.output + outcome.errors).contains("pipe"))
        #expect(home.run(["check", "-"], input: "ssl_verify: false\n").output.contains("insecure-ssl"))
    }

    @Test func `secrets that others may read are told by the file's mode`() throws {
        try home.write("channels: ['https://h/t/made-up/a']\n", to: "f")
        #expect(chmod(home.path + "/f", 0o644) == 0)
        #expect(home.run(["check", "HOME/f"]).output.contains("world-readable-secret"))
        #expect(chmod(home.path + "/f", 0o600) == 0)
        #expect(!home.run(["check", "HOME/f"]).output.contains("world-readable-secret"))
    }

    @Test func `a file is held to a policy as to what it sets, not as to what it lacks`() throws {
        try home.write(
            "version: 1\nrequire: {offline: true, channels: [a]}\nforbid: {keys: [ssl_verify]}\n", to: "policy.yml")
        try home.write("offline: false\n", to: "f")
        let outcome = home.run(["check", "HOME/f", "--policy", "HOME/policy.yml", "--json"])
        #expect(outcome.output.contains("offline") && !outcome.output.contains("'a' is required"))
        try home.write("quiet: true\n", to: "f")
        #expect(home.run(["check", "HOME/f", "--policy", "HOME/policy.yml"]).status == .success)
    }
}
