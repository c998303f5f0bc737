import Foundation
import Testing

@Suite struct CondarcEditingTests {
    let program: BuiltProgram

    init() throws { program = try BuiltProgram("condarc-tool") }

    @Test func `twenty processes that each append a channel leave twenty channels`() throws {
        let home = try ScratchHome()
        let calls = try (1...20).map { try program.start(["append", "channels", "channel-\($0)"], in: home) }
        #expect(calls.map { $0.outcome() } == Array(repeating: .init(status: 0, output: "", errors: ""), count: 20))
        let lines = home.text()?.split(separator: "\n").map(String.init) ?? []
        #expect(lines.first == "channels:")
        #expect(Set(lines.dropFirst()) == Set((1...20).map { "  - channel-\($0)" }))
        #expect(lines.count == 21)
        #expect(home.names == [".condarc"])
    }

    @Test(arguments: [
        ["append", "channels", "b"], ["set", "quiet", "true"], ["unset", "offline"], ["clear", "channels"],
        ["set-channels", "x", "a"], ["remove", "channels", "a"], ["prepend", "channels", "b", "a"],
    ])
    func `a second run changes neither the bytes nor the time of change`(arguments: [String]) throws {
        let home = try ScratchHome(condarc: "# note\nchannels: [a, c]\noffline: true\n")
        #expect(try program.run(arguments, in: home).status == 0)
        let (bytes, status) = (home.bytes(), home.status())
        #expect(try program.run(arguments, in: home).status == 0)
        #expect(home.bytes() == bytes && home.status() == status)
        #expect(try program.run(arguments + ["--check"], in: home).status == 0)
    }

    @Test(arguments: [
        ("channels:\r\n  - a\r\n", "channels:\r\n  - a\r\n  - b\r\n"),
        ("\u{FEFF}channels:\n  - a\n", "\u{FEFF}channels:\n  - a\n  - b\n"),
        ("channels:\n  - a", "channels:\n  - a\n  - b"),
        ("channels: [a] # one\n\n\n# end", "channels: [a, b] # one\n\n\n# end"),
        ("channels:\n- 'a'   # x\n\n# next\nquiet: true\n", "channels:\n- 'a'   # x\n- b\n\n# next\nquiet: true\n"),
    ])
    func `what was not asked for stays to the byte`(before: String, after: String) throws {
        let home = try ScratchHome(condarc: before)
        #expect(try program.run(["append", "channels", "b"], in: home) == .init(status: 0, output: "", errors: ""))
        #expect(home.text() == after)
    }

    @Test func `a symbolic link stays one, and the mode of its target too`() throws {
        let home = try ScratchHome()
        try home.write(Array("channels: [a]\n".utf8), to: "real")
        chmod(home.path + "/real", 0o640)
        try FileManager.default.createSymbolicLink(atPath: home.path + "/.condarc", withDestinationPath: "real")
        #expect(try program.run(["append", "channels", "b"], in: home).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: home.path + "/.condarc") == "real")
        #expect(home.text(of: "real") == "channels: [a, b]\n")
        #expect(home.status(of: "real")?.mode == UInt32(S_IFREG) | 0o640)
    }

    @Test func `--check and --dry-run tell without touching anything`() throws {
        let home = try ScratchHome(condarc: "channels: [a]\n")
        let status = home.status()
        #expect(try program.run(["append", "channels", "b", "--check"], in: home).status == 1)
        #expect(try program.run(["append", "channels", "a", "--check"], in: home).status == 0)
        let dry = try program.run(["append", "channels", "b", "-n"], in: home)
        #expect(dry.status == 0 && dry.output.contains("\n+channels: [a, b]\n"))
        #expect(home.status() == status)
    }

    @Test(arguments: [["--json"], ["--diff"], ["--diff", "--json"]])
    func `a full standard output is found out before the file is changed`(options: [String]) throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let home = try ScratchHome(condarc: "channels: [a]\n")
        let outcome = try program.run(["append", "channels", "b"] + options, in: home, outputPath: "/dev/full")
        #expect(outcome.status == 4)
        #expect(home.text() == "channels: [a]\n")
    }

    @Test(arguments: [["get"], ["--help"], ["completion", "bash"], ["paths"]])
    func `a full standard output is an error of every command`(arguments: [String]) throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let home = try ScratchHome(condarc: "channels: [a]\n")
        let outcome = try program.run(arguments, in: home, outputPath: "/dev/full")
        #expect(outcome.status == 4)
        #expect(outcome.errors == "condarc-tool: error: cannot write to standard output: No space left on device\n")
    }

    @Test func `the result of a file named - is the whole file`() throws {
        let home = try ScratchHome()
        let outcome = try program.run(["append", "channels", "b", "--file", "-"], in: home, input: "channels: [a]\n")
        #expect(outcome == .init(status: 0, output: "channels: [a, b]\n", errors: ""))
        #expect(home.names == [])
    }

    @Test(arguments: ["0<&- 1>&- 2>&-", "1>&-", "0<&-", "2>&-"])
    func `output never goes into the file when the standard streams are closed`(streams: String) throws {
        let home = try ScratchHome(condarc: "channels: [a]\n")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" append channels b a --json \(streams)", program.path]
        shell.environment = ["HOME": home.path]
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        let isHeard = !streams.contains("1>&-")
        #expect(shell.terminationStatus == (isHeard ? 0 : 4))
        #expect(home.text() == (isHeard ? "channels: [b, a]\n" : "channels: [a]\n"))
        #expect(home.names == [".condarc"])
    }

    @Test(arguments: ["get", "append channels b"])
    func `standard input that is closed is an error, not an empty file`(call: String) throws {
        let home = try ScratchHome()
        let shell = BuiltProgram(path: "/bin/sh")
        let outcome = try shell.run(["-c", "\"$0\" \(call) --file - 0<&-", program.path], in: home)
        #expect(outcome.status == 4 && outcome.output == "")
        #expect(outcome.errors == "condarc-tool: error: cannot read standard input: it is closed\n")
    }

    @Test func `an argument that is not UTF-8 is refused rather than misread`() throws {
        let home = try ScratchHome()
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" set quiet true --file \"$(printf 'a\\377')\" 2>/dev/null", program.path]
        shell.currentDirectoryURL = URL(fileURLWithPath: home.path)
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 2)
        #expect(home.names == [])
    }
}
