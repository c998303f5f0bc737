import Foundation

/// A throw-away home directory.
final class ScratchHome {
    let path: String

    init() throws {
        // Without symbolic links, so that a path in a message is the one that was given.
        path =
            URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path + "/home-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    convenience init(condarc: String) throws {
        try self.init()
        try write(Array(condarc.utf8), to: ".condarc")
    }

    deinit {
        // What a test made unreadable must not stay behind.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            chmod("\(path)/\(name)", 0o700)
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func bytes(of name: String = ".condarc") -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
    }

    func text(of name: String = ".condarc") -> String? { bytes(of: name).map { String(decoding: $0, as: UTF8.self) } }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

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
