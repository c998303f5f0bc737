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
    /// Nanoseconds since 1970 at which the content, mode, owner, an attribute or a name last changed.
    package var changed: Int64
    /// The number of names the file has: more than one with hard links.
    package var names: Int

    /// Whether another status is of the same file.
    func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }

    /// Whether another status is of the same file with, as far as the system says, the same content.
    func isSameContent(as other: FileStatus) -> Bool {
        isSameFile(as: other) && size == other.size && modified == other.modified
    }
}

extension FileStatus? {
    /// The same, or nothing on both sides.
    func isSameContent(as other: FileStatus?) -> Bool {
        guard let self, let other else { return self == nil && other == nil }
        return self.isSameContent(as: other)
    }
}
