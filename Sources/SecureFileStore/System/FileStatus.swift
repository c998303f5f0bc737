/// What a path names.
package enum FileKind: String, Hashable, Sendable {
    case file
    case directory
    case link = "symbolic link"
    case pipe
    case socket
    case device
    case other = "special file"
}

/// Permission bits of a file, the set-id and sticky bits among them.
package struct FileMode: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue & 0o7777 }

    package static let secretFile = FileMode(rawValue: 0o600)
    package static let secretDirectory = FileMode(rawValue: 0o700)

    /// Whether the group or everyone may read, write or run the file.
    package var isOpenToOthers: Bool { rawValue & 0o077 != 0 }

    /// Four octal digits: `0644`.
    package var octal: String {
        let digits = String(rawValue, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// A file's description as the system gives it.
package struct FileStatus: Hashable, Sendable {
    package var kind: FileKind
    package var mode: FileMode
    package var user: UInt32
    package var group: UInt32
    /// Bytes.
    package var size: Int
    package var device: UInt64
    package var inode: UInt64
    /// Nanoseconds since 1970 at which the content last changed.
    package var modified: Int64
    /// The number of names the file has: more than one with hard links.
    package var names: Int

    /// Whether another status is of the same file.
    func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }

    /// Whether another status is of the same file with, as far as the system says, the same content.
    func isSameContent(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode && size == other.size && modified == other.modified
    }
}
