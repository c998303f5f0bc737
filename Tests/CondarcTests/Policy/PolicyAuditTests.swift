import HostPlatform
import LosslessYAML
import Testing

@testable import Condarc

/// Each case: a policy, the files, weakest first, and what is made of them.
@Suite struct PolicyAuditTests {
    private static let host = CheckingText.host

    private func scope(
        _ kind: PolicyScope.Kind, _ files: [(path: String, text: String)], beyond: Set<String> = [],
        environment: [String: String] = [:]
    ) -> PolicyScope {
        var members = files.map { path, text in
            PolicyScope.Member(
                source: SourceReader.source(path: path, bytes: Array(text.utf8)), bytes: Array(text.utf8),
                isEditable: !beyond.contains(path))
        }
        if !environment.isEmpty {
            let host = Host(
                platform: .linux, environment: Environment(environment), home: "/home/kim", currentDirectory: "/")
            members.append(.init(source: .environment(host), isEditable: false))
        }
        let target = files.last { !beyond.contains($0.path) }?.path
        return PolicyScope(
            kind, host: Self.host, facts: CheckingText.facts, members: members, target: target, pinTarget: target)
    }

    private func outcome(
        _ policy: String, _ scope: PolicyScope
    ) throws -> (files: [String], rules: [String], outcome: PolicyAudit.Outcome) {
        let outcome = PolicyAudit.outcome(
            of: scope, under: try Policy(Array("version: 1\n\(policy)\n".utf8), path: "p.yml"))
        return (
            outcome.scope.members.filter { $0.path != nil }.map { String(decoding: $0.bytes, as: UTF8.self) },
            outcome.violations.map { "\($0.rule.rawValue)\($0.mendedIn == nil ? "!" : "")" }, outcome
        )
    }

    @Test(
        arguments: [
            ("require: {offline: true}", "a: 1\n", "a: 1\noffline: true\n", ["required"]),
            ("require: {offline: true}", "offline: on\n", "offline: on\n", []),
            ("require: {channels: [b]}", "channels:\n  - a # x\n", "channels:\n  - a # x\n  - b\n", ["required"]),
            (
                "require: {channels: [a]}", "channels: ['https://conda.anaconda.org/a']\n",
                "channels: ['https://conda.anaconda.org/a']\n", []
            ),
            (
                "require: {proxy_servers: {http: p}}", "proxy_servers:\n  https: q\n",
                "proxy_servers:\n  https: q\n  http: p\n", ["required"]
            ),
            ("pin: {offline: true}", "offline: true\n", "offline: true  #!final\n", ["pinned"]),
            ("pin: {offline: true}", "offline: true  #!final\n", "offline: true  #!final\n", []),
            ("pin: {channels: [a]}", "channels: [a, b]\n", "channels: [a]  #!final\n", ["pinned"]),
            ("forbid: {keys: [ssl_verify]}", "verify_ssl: false\na: 1\n", "a: 1\n", ["forbidden-key"]),
            (
                "forbid: {keys: [proxy_servers.ftp]}", "proxy_servers: {ftp: p, http: q}\n",
                "proxy_servers: {http: q}\n", ["forbidden-key"]
            ),
            (
                "forbid: {channels: [b]}", "channels:\n  - a\n  # own\n  - b # x\n", "channels:\n  - a\n  # own\n",
                ["forbidden-channel"]
            ),
            ("forbid: {channels: [defaults]}", "", "default_channels: []\n", ["forbidden-channel"]),
            (
                "forbid: {channels: [defaults]}\nrequire: {channels: [a]}", "channels: [defaults]\n", "channels: [a]\n",
                ["required", "forbidden-channel"]
            ),
        ] as [(String, String, String, [String])])
    func `what is wrong is mended, and nothing else`(policy: String, before: String, after: String, rules: [String])
        throws
    {
        let scope = scope(.home, [("/f", before)])
        let result = try outcome(policy, scope)
        #expect(result.files == [after])
        #expect(result.rules == rules)
        // What is reported as mended is, and stays so.
        let again = PolicyAudit.outcome(
            of: result.outcome.scope, under: try Policy(Array("version: 1\n\(policy)\n".utf8), path: "p.yml"))
        #expect(again.violations.isEmpty && again.edits.isEmpty)
    }

    @Test func `a stronger file that cannot be reached is told, and not worked around`() throws {
        let scope = scope(.home, [("/weak", "offline: true\n"), ("/strong", "offline: false\n")], beyond: ["/strong"])
        let result = try outcome("pin: {offline: true}", scope)
        #expect(result.files == ["offline: true  #!final\n", "offline: false\n"])
        let final = self.scope(.home, [("/weak", "offline: false  #!final\n"), ("/strong", "")], beyond: ["/weak"])
        #expect(try outcome("require: {offline: true}", final).rules == ["required!"])
    }

    @Test func `of several final values the weakest counts, so one below the target goes`() throws {
        let scope = scope(.home, [("/weak", "offline: false  #!final\na: 1\n"), ("/strong", "")])
        #expect(try outcome("pin: {offline: true}", scope).files == ["a: 1\n", "offline: true  #!final\n"])
    }

    @Test func `a variable is beyond every edit`() throws {
        let scope = scope(
            .searchPath, [("/f", "channels: [a]\n")], environment: ["CONDA_CHANNELS": "b", "CONDA_OFFLINE": "1"])
        let result = try outcome("forbid: {channels: [b], keys: [offline]}", scope)
        #expect(result.rules == ["forbidden-key!", "forbidden-channel!"] && result.outcome.edits.isEmpty)
        // It is one process's own, and requires nothing.
        #expect(try outcome("require: {offline: true}", scope).rules == ["required"])
    }

    @Test func `an environment need set nothing, and may set nothing else`() throws {
        #expect(try outcome("require: {offline: true}", scope(.environment, [("/f", "")])).rules == [])
        let other = scope(.environment, [("/f", "offline: false\n")])
        #expect(try outcome("require: {offline: true}", other).files == ["offline: true\n"])
        #expect(
            try outcome("pin: {offline: true}", other).files == ["{}\n"]
                || outcome("pin: {offline: true}", other).files == [""])
    }

    @Test func `a file that cannot be read is told once, and not written`() throws {
        let result = try outcome("require: {offline: true}\npin: {ssl_verify: true}", scope(.home, [("/f", "a: [\n")]))
        #expect(result.rules == ["invalid!"] && result.files == ["a: [\n"] && result.outcome.edits.isEmpty)
        #expect(result.outcome.violations[0].line == 2 || result.outcome.violations[0].line == 1)
    }

    @Test func `what cannot be mended keeps nothing else from being mended`() throws {
        let text = "custom_channels: {a: https://bad.example/x}\nchannels: &c [bad, good, bad2]\ndefault_channels: *c\n"
        let found = try outcome(
            "forbid: {channels: ['bad*', 'https://bad.example/*']}", scope(.home, [("/home/kim/.condarc", text)]))
        #expect(found.files == [text.replacing("{a: https://bad.example/x}", with: "{}")])
        #expect(found.rules == ["forbidden-channel"] + [String](repeating: "forbidden-channel!", count: 4))
        #expect(
            found.outcome.violations.dropFirst().allSatisfy { $0.message.contains("it cannot be mended: ") })
    }
}
