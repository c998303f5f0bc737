import Foundation
import TestSupport
import Testing

/// What a process leaves that ends by a signal, or would: a dump of its memory, or a write that a limit cuts.
@Suite struct CoreDumpTests {
    @Test(arguments: ["condarc-tool apply -", "keyring-tool set --store keyring --org o"])
    func `a program that is aborted leaves no core dump`(call: String) throws {
        let words = call.split(separator: " ").map(String.init)
        let ending = try abortWhileReading([try BuiltProgram(words[0]).path] + words.dropFirst())
        #expect(ending.signal == SIGABRT)
        #expect(!ending.dumpedCore)
        #expect(ending.names.isEmpty)
    }

    @Test func `another program that is aborted the same way does dump, where this machine dumps at all`() throws {
        let ending = try abortWhileReading(["/bin/sh", "-c", "read line; read line"])
        #expect(ending.signal == SIGABRT)
        if !ending.dumpedCore { print("skipped: this machine writes no core dumps, so that none is left says little") }
    }

    @Test(arguments: ["exec \"$0\" set offline true", "exec \"$0\" get > out"])
    func `a limit on the size of files is an error, and no end`(script: String) throws {
        let home = try ScratchHome()
        try home.write(Array("channels: [a]\n".utf8), to: ".condarc")
        let program = try BuiltProgram("condarc-tool").path
        let pid = try spawn(["/bin/sh", "-c", script, program], in: home, input: 0, limit: "-f 0")
        var status: Int32 = 0
        #expect(waitpid(pid, &status, 0) == pid)
        #expect(status == 4 << 8)
        #expect(home.text(of: ".condarc") == "channels: [a]\n")
        #expect(Set(home.names).subtracting([".condarc", "out"]).isEmpty)
    }

    private struct Ending {
        let signal: Int32
        let dumpedCore: Bool
        let names: [String]
    }

    /// Runs a program that may dump as much as it likes until it reads its standard input, and aborts it then.
    private func abortWhileReading(_ command: [String]) throws -> Ending {
        let home = try ScratchHome()
        var input: [Int32] = [0, 0]
        // Neither end may live on in a program that another test starts meanwhile.
        try #require(pipe(&input) == 0)
        for descriptor in input { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        signal(SIGPIPE, SIG_IGN)
        let size = max(Int(fcntl(input[1], 1031 /* F_SETPIPE_SZ */, 4096)), 4096)
        let pid = try spawn(command, in: home, input: input[0])
        close(input[0])
        // More than a pipe holds: it is all written only when the program reads.
        let secret = [UInt8](repeating: UInt8(ascii: "x"), count: size + 1)
        let written = secret.withUnsafeBytes { write(input[1], $0.baseAddress, $0.count) }
        #expect(written == secret.count)
        kill(pid, SIGABRT)
        var status: Int32 = 0
        #expect(waitpid(pid, &status, 0) == pid)
        close(input[1])
        return Ending(signal: status & 0x7F, dumpedCore: status & 0x80 != 0, names: home.names)
    }

    private func spawn(_ command: [String], in home: ScratchHome, input: Int32, limit: String = "-c unlimited") throws
        -> pid_t
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        // The threads that run tests have every signal blocked.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let script = "ulimit \(limit); cd \"$HOME\"; exec \"$@\""
        var argv = copies(of: ["/bin/sh", "-c", script, "sh"] + command)
        var environment = copies(of: ["HOME=\(home.path)", "PATH=/usr/bin:/bin"])
        defer { (argv + environment).forEach { free($0) } }
        var pid: pid_t = 0
        try #require(posix_spawn(&pid, "/bin/sh", &actions, &attributes, &argv, &environment) == 0)
        return pid
    }

    /// The texts as C takes them, ended by nil; to be freed.
    private func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
        copies.append(nil)
        return copies
    }
}
