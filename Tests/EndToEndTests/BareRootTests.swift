import Foundation
import TestSupport
import Testing

/// The programs where there is nothing but them: no `/proc`, no `/dev`, no library, as while an image is built.
@Suite(.enabled(if: BareRoot.isPossible, "only root can change the root directory, and only static programs run there"))
struct BareRootTests {
    @Test func `a configuration is edited where there is nothing else`() throws {
        let root = try BareRoot("condarc-tool")
        try root.home.write(Array("channels:\n  - a\n".utf8), to: "home/.condarc")
        let outcome = try root.run(["append", "channels", "b"])
        #expect(outcome == .init(status: 0, output: "", errors: outcome.errors))
        #expect(root.home.text(of: "home/.condarc") == "channels:\n  - a\n  - b\n")
        #expect(try root.run(["get", "channels"]).output.contains("--add channels 'b'"))
    }

    @Test func `arguments arrive as they are where there is nothing else`() throws {
        let root = try BareRoot("condarc-tool")
        let outcome = try root.run(["no-such-command"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("condarc-tool: error: "))
        #expect(outcome.errors.contains("no-such-command"))
    }

    @Test func `a token is stored and read where there is nothing else`() throws {
        let root = try BareRoot("keyring-tool")
        try root.home.write(Array("made-up-token-0123456789\n".utf8), to: "home/token")
        let stored = try root.run(["set", "--store", "keyring", "--org", "o", "--token-file", "/home/token"])
        #expect(stored.status == 0, "\(stored.errors)")
        #expect(try root.run(["get", "--store", "keyring", "--org", "o"]).output == "made-up-token-0123456789\n")
        #expect(try root.run(["report"]).status == 0)
    }
}

/// A directory that holds a program and `home`, and is the root directory for it.
private struct BareRoot {
    let home: ScratchHome

    init(_ name: String) throws {
        home = try ScratchHome()
        try FileManager.default.copyItem(atPath: BuiltProgram(name).path, toPath: "\(home.path)/program")
        try FileManager.default.createDirectory(atPath: "\(home.path)/home", withIntermediateDirectories: true)
    }

    func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
        try BuiltProgram(path: BareRoot.chroot).run(
            [home.path, "/program"] + arguments, in: home, environment: ["HOME": "/home"])
    }

    private static let chroot = "/usr/sbin/chroot"

    static let isPossible =
        geteuid() == 0 && FileManager.default.isExecutableFile(atPath: chroot)
        && (try? BuiltProgram("condarc-tool")).map { isStatic($0.path) } ?? false

    /// Whether an executable names no dynamic loader: it has no program header of the kind `PT_INTERP` (elf.h).
    private static func isStatic(_ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path), data.starts(with: Array("\u{7F}ELF".utf8)) else {
            return false
        }
        func number(at offset: Int, bytes: Int) -> Int {
            (0..<bytes).reduce(0) { $0 | Int(data[offset + $1]) << (8 * $1) }
        }
        let (start, size, count) = (number(at: 32, bytes: 8), number(at: 54, bytes: 2), number(at: 56, bytes: 2))
        return (0..<count).allSatisfy { number(at: start + $0 * size, bytes: 4) != 3 }
    }
}
