import Foundation
import TestSupport
import Testing

/// What only a terminal shows: the keys that a person presses go through a pseudo-terminal.
@Suite struct `At a terminal` {
    private static let python =
        ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/python3" }
        .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "/usr/bin/python3"

    /// Types lines into a program and waits for what must appear; no time is waited for anything else.
    private static let prelude = """
        import pty, select, signal
        class Terminal:
            def __init__(self, program, arguments, environment):
                self.child, self.master = pty.fork()
                if self.child == 0:
                    signal.pthread_sigmask(signal.SIG_SETMASK, [])
                    os.execve(program, [program, *arguments], environment)
                self.seen = b""
            def until(self, mark):
                while mark not in self.seen:
                    ready, _, _ = select.select([self.master], [], [], 60)
                    assert ready, ("nothing more is written", mark, self.seen)
                    try:
                        more = os.read(self.master, 4096)
                    except OSError:
                        more = b""
                    assert more, ("it has ended", mark, self.seen)
                    # What a shell asks of its terminal.
                    if b"\\x1b[c" in more or b"\\x1b[0c" in more:
                        os.write(self.master, b"\\x1b[?62;c")
                    self.seen += more
                text, self.seen = self.seen.split(mark, 1)
                return text
            def rest(self):
                while True:
                    try:
                        more = os.read(self.master, 4096)
                    except OSError:
                        more = b""
                    if not more:
                        os.waitpid(self.child, 0)
                        return self.seen
                    self.seen += more
            def type(self, keys):
                os.write(self.master, keys.encode())
            def close(self):
                os.kill(self.child, signal.SIGKILL)
                os.waitpid(self.child, 0)
                os.close(self.master)

        """

    @Test(arguments: ["bash", "zsh", "fish"])
    func `the TAB key completes keys, values, items, organizations and stores`(shell: String) throws {
        guard
            let path = ["/bin", "/usr/bin", "/usr/local/bin"].map({ "\($0)/\(shell)" }).first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else {
            print("skipped: \(shell) is not installed")
            return
        }
        let home = try ScratchHome(condarc: "channels:\n  - conda-forge\n  - my weird\n  - https://x.example/c\n")
        let tool = try BuiltProgram("condarc-tool")
        let keyring = try BuiltProgram("keyring-tool")
        let stored = try keyring.run(
            ["set", "--store", "keyring", "--org", "made-up-org"], in: home, input: "made-up-token-0000000000\n")
        #expect(stored.status == 0)
        for program in [tool, keyring] {
            let script = try program.run(["completion", shell], in: home).output
            try home.write(Array(script.utf8), to: "\(URL(fileURLWithPath: program.path).lastPathComponent).\(shell)")
        }
        let outcome = try PeerScript.run(
            Self.prelude + """
                shell = "\(shell)"
                arguments = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"], "fish": ["--no-config", "-i"]}
                directory = "\(URL(fileURLWithPath: tool.path).deletingLastPathComponent().path)"
                terminal = Terminal("\(path)", arguments[shell], {
                    "HOME": HOME, "PATH": directory + ":/usr/bin:/bin", "TERM": "xterm-256color", "PS1": "ready> "})
                if shell == "zsh":
                    terminal.type("autoload -Uz compinit; compinit -D -u; unsetopt BEEP\\n")
                for program in ("condarc-tool", "keyring-tool"):
                    terminal.type(f"source {HOME}/{program}.{shell}\\n")
                terminal.type("echo so''urced\\n")
                terminal.until(b"sourced")
                for typed, completed in [
                    ("condarc-tool set channel_prio", "rity"), ("condarc-tool set channel_priority str", "ict"),
                    ("condarc-tool remove channels con", "da-forge"), ("condarc-tool schema --draft 2", "020-12"),
                    ("condarc-tool remove channels \\"con", "da-forge"), ("condarc-tool remove channels 'con", "da-forge"),
                    ("condarc-tool remove channels my\\\\ we", "ird"), ("condarc-tool remove channels \\"my we", "ird"),
                    ("condarc-tool remove channels https://x.exa", "mple/c"), ("condarc-tool check --select=dupl", "icate-"),
                    ("condarc-tool check --explain insecure-s", "sl"), ("condarc-tool check --select dupl", "icate-"),
                    ("condarc-tool config --set channel_priority str", "ict"),
                    ("condarc-tool config --remove channels con", "da-forge"),
                    ("keyring-tool get --org made", "-up-org"), ("keyring-tool sync --to rat", "tler"),
                ]:
                    # ^U takes away what stands in the line.
                    terminal.type("\\x15" + typed)
                    terminal.until(typed.split()[-1].encode())
                    terminal.type("\\t")
                    terminal.until(completed.encode())
                terminal.close()
                """, with: Self.python, in: home)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `a long check tells how far it is, and takes that away`() throws {
        let home = try ScratchHome()
        for number in 0..<1200 { try home.write(Array("offline: true\n".utf8), to: "\(number).condarc") }
        let tool = try BuiltProgram("condarc-tool")
        let outcome = try PeerScript.run(
            Self.prelude + """
                terminal = Terminal("\(tool.path)", ["check", HOME], {"HOME": HOME, "TERM": "xterm"})
                seen = terminal.rest()
                assert b" files checked \\xe2\\x80\\xa6" in seen, seen
                last = seen.rsplit(b"\\xe2\\x80\\xa6", 1)[1]
                assert last.startswith(b"\\r\\x1b[K"), seen
                assert b"1200 files checked, nothing found" in last, seen
                """, with: Self.python, in: home)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `a long enforcement tells how far it is, and takes that away`() throws {
        let home = try ScratchHome()
        for number in 0..<1200 { try home.write(Array("offline: true\n".utf8), to: "home/\(number)/.condarc") }
        try home.write(Array("version: 1\nrequire: {offline: true}\n".utf8), to: "policy.yml")
        let tool = try BuiltProgram("condarc-tool")
        let outcome = try PeerScript.run(
            Self.prelude + """
                homes = [f"{HOME}/home/{number}" for number in range(1200)]
                call = ["enforce", HOME + "/policy.yml", "-n", "--home", *homes]
                terminal = Terminal("\(tool.path)", call, {"HOME": HOME, "TERM": "xterm"})
                seen = terminal.rest()
                assert b" files looked at \\xe2\\x80\\xa6" in seen, seen
                last = seen.rsplit(b"\\xe2\\x80\\xa6", 1)[1]
                assert last.startswith(b"\\r\\x1b[K"), seen
                assert b" files looked at, the policy holds" in last, seen
                # Nobody is told who is no person.
                silent = os.popen(f"HOME={HOME} '\(tool.path)' " + " ".join(call) + " 2>&1").read()
                assert "\\r" not in silent and "the policy holds" in silent, silent
                """, with: Self.python, in: home)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `a token is asked for where one is to be replaced, and an empty answer is told as one`() throws {
        let home = try ScratchHome()
        let tool = try BuiltProgram("keyring-tool")
        let outcome = try PeerScript.run(
            Self.prelude + """
                environment = {"HOME": HOME, "TERM": "xterm"}
                terminal = Terminal("\(tool.path)", ["rotate", "--org", "acme"], environment)
                seen = terminal.rest()
                assert b"there is no token" in seen and b"(it is not shown)" not in seen, seen
                terminal = Terminal("\(tool.path)", ["set", "--store", "keyring", "--org", "acme"], environment)
                terminal.until(b"token (it is not shown): ")
                terminal.type("\\n")
                seen = terminal.rest()
                assert b"nothing is in it" in seen and b"paste the token at the question" in seen, seen
                """, with: Self.python, in: home)
        #expect(outcome.status == 0, "\(outcome.text)")
        #expect(!home.names.contains(".anaconda"))
    }

    @Test func `a single input that is slow is told to be waited for`() throws {
        let home = try ScratchHome()
        let tool = try BuiltProgram("condarc-tool")
        let outcome = try PeerScript.run(
            Self.prelude + """
                os.mkfifo(HOME + "/slow.yml")
                call = ["check", HOME + "/slow.yml"]
                terminal = Terminal("\(tool.path)", call, {"HOME": HOME, "TERM": "xterm"})
                # Nothing is written into the pipe before it is told.
                terminal.until(b"waiting for ")
                with open(HOME + "/slow.yml", "w") as pipe:
                    pipe.write("offline: true\\n")
                last = terminal.rest().split(b"\\xe2\\x80\\xa6", 1)[1]
                assert last.startswith(b"\\r\\x1b[K") and b"1 file checked" in last, last
                """, with: Self.python, in: home)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `a terminal that cannot go back in a line gets no line of progress`() throws {
        let home = try ScratchHome()
        for number in 0..<1200 { try home.write(Array("offline: true\n".utf8), to: "\(number).condarc") }
        let tool = try BuiltProgram("condarc-tool")
        let outcome = try PeerScript.run(
            Self.prelude + """
                terminal = Terminal("\(tool.path)", ["check", HOME], {"HOME": HOME, "TERM": "dumb"})
                seen = terminal.rest().replace(b"\\r\\n", b"")
                assert b"1200 files checked" in seen and b"\\r" not in seen and b"\\x1b" not in seen, seen
                """, with: Self.python, in: home)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test(arguments: [80, 120])
    func `no line is longer than the terminal, and no word is broken`(columns: Int) throws {
        let home = try ScratchHome(
            condarc: "channels:\n  - conda-forge, bioconda\nchanels: [a]\nssl_verify: false\nalways_yes: maybe\n")
        let tool = try BuiltProgram("condarc-tool")
        let plain = try tool.run(["check", "HOME/.condarc"], in: home, environment: ["COLUMNS": "1000"])
        try home.write(Array((plain.output + plain.errors).utf8), to: "plain")
        let outcome = try PeerScript.run(
            Self.prelude + """
                import re
                terminal = Terminal("\(tool.path)", ["check", HOME + "/.condarc"], {
                    "HOME": HOME, "TERM": "xterm", "COLUMNS": "\(columns)"})
                text = re.sub(r"\\x1b\\[[0-9;]*[mK]", "", terminal.rest().decode()).replace("\\r", "")
                assert max(map(len, text.split("\\n"))) <= \(columns), text
                words = set(open(HOME + "/plain").read().replace(HOME, "~").split())
                assert words - set(text.split()) == set(), words - set(text.split())
                """, with: Self.python, in: home)
        #expect(outcome.status == 0, "\(outcome.text)")
    }
}
