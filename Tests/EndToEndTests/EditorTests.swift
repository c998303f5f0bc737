import Foundation
import TestSupport
import Testing

@Suite struct EditorTests {
    @Test func `what an editor prints does not come between the members of our JSON`() throws {
        let home = try ScratchHome(condarc: "channels: [a]\n")
        let outcome = try BuiltProgram("condarc-tool").run(
            ["edit", "--json"], in: home, environment: ["EDITOR": "echo printed-by-the-editor; true"])
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("{") && outcome.output.hasSuffix("}\n"))
        #expect(!outcome.output.contains("printed"))
        #expect(outcome.errors.contains("printed-by-the-editor"))
    }

    @Test func `a copy that cannot be taken away is named`() throws {
        let home = try ScratchHome(condarc: "channels: [a]\n")
        let outcome = try BuiltProgram("condarc-tool").run(
            ["edit"], in: home,
            environment: ["EDITOR": "f() { mkdir \"${1%/*}/kept\"; }; f", "TMPDIR": home.path])
        let copy = try #require(home.names.first { $0.hasPrefix("condarc-tool-") })
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("the private copy is still there"))
        #expect(outcome.errors.contains(copy))
    }

    @Test func `without a terminal no editor is guessed`() throws {
        let home = try ScratchHome(condarc: "channels: [a]\n")
        let outcome = try BuiltProgram("condarc-tool").run(["edit"], in: home)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("there is no terminal for an editor"))
    }

    @Test func `get reads a pipe`() throws {
        let home = try ScratchHome()
        let outcome = try BuiltProgram("condarc-tool").run(
            ["get", "--file", "/dev/stdin"], in: home, input: "channels: [a]\n")
        #expect(outcome.status == 0 && outcome.output.contains("--add channels 'a'"), "\(outcome)")
    }

    /// A pseudo-terminal is Python's here, as nothing in Swift's Foundation makes one.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs python3"))
    func `an interrupt at the question takes the copy away`() throws {
        let home = try ScratchHome(condarc: "channels: [a]\n")
        try home.write(Array("#!/bin/sh\necho 'channels: [' >\"$1\"\n".utf8), to: "editor")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home.path + "/editor")
        try home.write(
            Array(
                """
                import os, pty, signal, sys
                # What starts this may hold signals back, and that is inherited.
                signal.pthread_sigmask(signal.SIG_SETMASK, [])
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                child, terminal = pty.fork()
                if child == 0:
                    os.execv(sys.argv[1], [sys.argv[1], "edit"])
                seen = b""
                while b"(d)? " not in seen:
                    seen += os.read(terminal, 4096)
                os.write(terminal, b"\\x03")
                _, status = os.waitpid(child, 0)
                print(os.waitstatus_to_exitcode(status))
                """.utf8), to: "drive.py")
        let outcome = try BuiltProgram(path: "/usr/bin/python3").run(
            ["HOME/drive.py", try BuiltProgram("condarc-tool").path], in: home,
            environment: ["EDITOR": home.path + "/editor", "TMPDIR": home.path, "TERM": "dumb"])
        // Whoever breaks off there discards the text.
        #expect(outcome.output == "1\n", "\(outcome)")
        #expect(home.names.filter { $0.hasPrefix("condarc-tool-") }.isEmpty)
        #expect(home.text() == "channels: [a]\n")
    }
}
