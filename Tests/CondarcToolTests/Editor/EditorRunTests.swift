import CommandLineKit
import CondarcTool
import Foundation
import TestSupport
import Testing

@Suite struct EditorRunTests {
    private let home: TemporaryDirectory

    init() throws { home = try TemporaryDirectory() }

    private struct Outcome {
        var status: ExitStatus
        var errors: String
        var output: String
    }

    /// Runs `edit` with an editor that does what a closure does to the copy, whose text it gets and returns.
    private func edit(
        _ arguments: [String] = [], answers: String = "", terminalWidth: Int? = nil, status: Int32 = 0,
        _ editor: @escaping @Sendable (String, String) -> String?
    ) -> Outcome {
        let process = RecordedProcess(input: answers)
        let launcher = Launcher { (call, _) throws(StreamError) in
            let path = call[4]
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            if let after = editor(text, path) { try? after.write(toFile: path, atomically: false, encoding: .utf8) }
            return status
        }
        let status = process.run(
            CondarcTool.program, ["edit"] + arguments,
            environment: ["HOME": home.path, "TMPDIR": home.path, "EDITOR": "made-up --key secret"],
            workingDirectory: home.path,
            terminalWidth: terminalWidth, launcher: launcher)
        return Outcome(status: status, errors: process.errors, output: process.output)
    }

    private var leftCopies: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: home.path).filter { $0.hasPrefix("condarc-tool-") }
        }
    }

    @Test func `what was saved takes the file's place, and no copy is left`() throws {
        try home.write("channels: [a]\n", to: ".condarc")
        let outcome = edit { text, path in
            let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            return mode == 0o600 ? text + "offline: true\n" : nil
        }
        #expect(outcome.status == .success)
        #expect(home.text(of: ".condarc") == "channels: [a]\noffline: true\n")
        #expect(try leftCopies.isEmpty)
    }

    @Test func `a file that is not there starts empty`() throws {
        #expect(edit { text, _ in text + "offline: true\n" }.status == .success)
        #expect(home.text(of: ".condarc") == "offline: true\n")
        #expect(edit(["--json"]) { text, _ in text }.output.contains("\"changed\": false"))
    }

    @Test func `what is no error is shown with its line, and written`() throws {
        try home.write("channels: [a]\n", to: ".condarc")
        let outcome = edit(["--diff"]) { _, _ in "chanels: [a]\n" }
        #expect(outcome.status == .success && home.text(of: ".condarc") == "chanels: [a]\n")
        #expect(
            outcome.errors.contains(
                "unknown-parameter: conda has no parameter 'chanels'\n 1 | chanels: [a]\n   | ^^^^^^^\n"))
        #expect(outcome.errors.contains("hint: did you mean 'channels'?\ncondarc-tool: wrote "))
    }

    @Test func `errors are shown, and where nobody can be asked nothing changes`() throws {
        try home.write("channels: [a]\n", to: ".condarc")
        let outcome = edit { _, _ in "channels: [a\n" }
        #expect(outcome.status == .badData)
        #expect(outcome.errors.contains("condarc:2:1: syntax: "))
        #expect(home.text(of: ".condarc") == "channels: [a]\n")
        #expect(try leftCopies.isEmpty)
    }

    @Test func `at a terminal one may discard or edit again`() throws {
        try home.write("channels: [a]\n", to: ".condarc")
        let discarded = edit(answers: "d\n", terminalWidth: 80) { _, _ in "channels: [a\n" }
        #expect(discarded.status == .negative)
        #expect(home.text(of: ".condarc") == "channels: [a]\n")
        let again = edit(answers: "e\n", terminalWidth: 80) { text, _ in
            text == "channels: [a\n" ? "channels: [b]\n" : "channels: [a\n"
        }
        #expect(again.status == .success)
        #expect(home.text(of: ".condarc") == "channels: [b]\n")
    }

    @Test func `an editor that fails changes nothing`() throws {
        try home.write("channels: [a]\n", to: ".condarc")
        let outcome = edit(status: 7) { _, _ in "offline: true\n" }
        #expect(outcome.status == .system)
        #expect(outcome.errors.contains("the editor 'made-up' failed with status 7"))
        #expect(!outcome.errors.contains("secret"))
        #expect(home.text(of: ".condarc") == "channels: [a]\n")
    }

    @Test func `an editor that moves or removes the copy changes nothing`() throws {
        try home.write("channels: [a]\n", to: ".condarc")
        let outcome = edit { _, path in
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
        #expect(outcome.status == .system)
        #expect(outcome.errors.contains("the editor left no file"))
        #expect(home.text(of: ".condarc") == "channels: [a]\n")
        #expect(try leftCopies.isEmpty)
    }

    @Test func `a file that changed meanwhile is not overwritten, and the copy is kept and named`() throws {
        try home.write("channels: [a]\n", to: ".condarc")
        let home = home
        let outcome = edit { text, _ in
            try? home.write("channels: [theirs]\n", to: ".condarc")
            return text + "offline: true\n"
        }
        #expect(outcome.status == .system)
        #expect(home.text(of: ".condarc") == "channels: [theirs]\n")
        let copy = try #require(try leftCopies.first)
        #expect(outcome.errors.contains(copy))
        #expect(home.text(of: "\(copy)/condarc.yml") == "channels: [a]\noffline: true\n")
    }
}
