import Foundation
import TestSupport

/// A directory that holds a program and `home`, and is the root directory for it.
struct BareRoot {
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
