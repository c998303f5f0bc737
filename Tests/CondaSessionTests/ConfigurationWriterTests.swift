import CommandLineKit
import CondaSession
import HostPlatform
import SecureFileStore
import TestSupport
import Testing

/// Writes `TEXT` into `f`, and tells what came of it.
private enum PutCommand: Command {
    static let heading = CommandHeading("put", summary: "write a file")
    static let announced = Option("announced", help: "Send the beginning of the result first.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.text("TEXT"), help: "What is to be in it.")],
            options: [.backup, announced] + Option.forWriting, description: ["Writes it."])
    }

    static func run(_ invocation: Invocation) throws -> CommandLineKit.ExitStatus {
        let writer = ConfigurationWriter(invocation, Session(invocation.context), announces: invocation.has(announced))
        let path = invocation.context.workingDirectory + "/f"
        let update = try writer.update(path, closesSecrets: true) { before in
            FileChange(Array((invocation.operands[0] + "\n").utf8), telling: before.exists)
        }
        invocation.console.writeLine(
            "changed \(update.changed), was there \(update.told), kept \(update.backups.count)")
        return .success
    }
}

private let putter = Program(
    name: "putter", version: "1", summary: "write", description: [], commands: [PutCommand.self])

@Suite struct ConfigurationWriterTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func put(_ arguments: String...) -> String {
        let process = RecordedProcess()
        let status = process.run(
            putter, ["put"] + arguments, environment: ["HOME": directory.path], workingDirectory: directory.path)
        return status == .success ? process.output : process.errors
    }

    @Test(arguments: ["--dry-run", "--check"])
    func `a rehearsal writes nothing and tells what it would`(option: String) throws {
        #expect(put("offline: true", option) == "changed true, was there false, kept 0\n")
        #expect(directory.names.isEmpty)
    }

    @Test func `the old content is kept where that is asked for`() throws {
        #expect(put("offline: true") == "changed true, was there false, kept 0\n")
        #expect(put("offline: false", "--backup") == "changed true, was there true, kept 1\n")
        #expect(directory.text(of: "f") == "offline: false\n" && directory.names.count == 2)
    }

    @Test func `a file that is made for a secret is its owner's alone, another is not`() throws {
        _ = put("channels: [https://h.example/t/ab-0123456789abcdef/c]")
        #expect(directory.mode(of: "f") == 0o600)
        try directory.write("", to: "f", mode: 0o644)
        _ = put("channels: [https://h.example/t/ab-0123456789abcdef/c]")
        #expect(directory.mode(of: "f") == 0o644)
    }

    @Test func `nothing is written where the result could not be told`() throws {
        let errors = RecordedProcess()
        for (option, text) in [("--announced", "old\n"), ("--quiet", "offline: true\n")] {
            try directory.write("old\n", to: "f")
            let context = ProcessContext(
                arguments: ["put", "offline: true", option, "--json"],
                environment: Environment(["HOME": directory.path]),
                standardInput: InputStream { _ in [] },
                standardOutput: OutputStream { _ throws(StreamError) in throw StreamError("closed") },
                standardError: errors.errorStream(), workingDirectory: directory.path)
            #expect(putter.run(context) == .system)
            #expect(directory.text(of: "f") == text, "\(option)")
        }
    }
}
