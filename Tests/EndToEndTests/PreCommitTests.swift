import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: PythonCheckers.interpreter != nil, "pre-commit cannot be installed here"))
struct `The hooks for pre-commit` {
    let home: ScratchHome
    let environment: [String: String]

    init() throws {
        home = try ScratchHome()
        let program = try BuiltProgram("condarc-tool")
        let directory = URL(fileURLWithPath: program.path).deletingLastPathComponent().path
        environment = [
            "HOME": home.path, "PRE_COMMIT_HOME": home.path + "/cache", "PATH": "\(directory):/usr/bin:/bin",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "x",
            "GIT_COMMITTER_EMAIL": "x@example.org",
        ]
        for name in ["hooks", "project"] {
            try FileManager.default.createDirectory(atPath: "\(home.path)/\(name)", withIntermediateDirectories: true)
            try git(name, "init", "-q", ".")
        }
        let hooks = try Data(contentsOf: URL(fileURLWithPath: PackagePlaces.root + "/.pre-commit-hooks.yaml"))
        try home.write(Array(hooks), to: "hooks/.pre-commit-hooks.yaml")
        try FileManager.default.createDirectory(
            atPath: "\(home.path)/hooks/Scripts", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: PackagePlaces.root + "/Scripts/hook", toPath: "\(home.path)/hooks/Scripts/hook")
        try git("hooks", "add", "-A")
        try git("hooks", "commit", "-q", "-m", "hooks")
    }

    private func git(_ directory: String, _ arguments: String...) throws {
        let outcome = try PythonCheckers.run(
            "/usr/bin/env", ["git"] + arguments, in: "\(home.path)/\(directory)", environment: environment)
        #expect(outcome.status == 0, "git \(arguments)")
    }

    private func tryHook(_ hook: String) throws -> (status: Int32, output: String) {
        try git("project", "add", "-A")
        return try PythonCheckers.run(
            try #require(PythonCheckers.interpreter),
            ["-m", "pre_commit", "try-repo", "../hooks", hook, "--all-files", "--color", "never"],
            in: home.path + "/project", environment: environment)
    }

    @Test func `check stops a commit with a finding, and looks at no other file`() throws {
        try home.write(Array("ssl_verify: false\n".utf8), to: "project/.condarc")
        try home.write(Array("nope: 1\n".utf8), to: "project/other.yml")
        let outcome = try tryHook("condarc-check")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(".condarc:1:13: insecure-ssl: "))
        #expect(!outcome.output.contains("other.yml"))
        try home.write(Array("ssl_verify: true\n".utf8), to: "project/.condarc")
        #expect(try tryHook("condarc-check").status == 0)
    }

    @Test func `fix mends, and passes the second time`() throws {
        try home.write(Array("channels: [a, a] # x\n".utf8), to: "project/.condarc")
        #expect(try tryHook("condarc-fix").status == 1)
        #expect(home.text(of: "project/.condarc") == "channels: [a] # x\n")
        #expect(try tryHook("condarc-fix").status == 0)
    }
}
