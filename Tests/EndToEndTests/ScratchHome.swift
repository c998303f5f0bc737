import Foundation
import TestSupport

/// A throw-away home directory.
final class ScratchHome {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    convenience init(condarc: String) throws {
        try self.init()
        try write(Array(condarc.utf8), to: ".condarc")
    }

    var path: String { directory.path }
    var names: [String] { directory.names }

    func write(_ bytes: [UInt8], to name: String) throws { try directory.write(bytes, to: name) }
    func bytes(of name: String = ".condarc") -> [UInt8]? { directory.bytes(of: name) }
    func text(of name: String = ".condarc") -> String? { directory.text(of: name) }

    /// Mode, owner, number and time of change: everything by which a file that was not touched is the same.
    func status(of name: String = ".condarc") -> FileStatus? {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0 else { return nil }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        return FileStatus(
            mode: UInt32(status.st_mode), inode: UInt64(status.st_ino), seconds: Int(changed.tv_sec),
            nanoseconds: Int(changed.tv_nsec))
    }

    struct FileStatus: Equatable {
        var mode: UInt32
        var inode: UInt64
        var seconds: Int
        var nanoseconds: Int
    }
}
