import HostPlatform

/// The only way to the disk: reads a file whole, and replaces it whole or not at all.
///
/// `update` replaces a file so: follow its symbolic link, lock its directory, read it, let the caller compute the new
/// content, stop if that is the same; write a temporary file beside it, readable by nobody else; give it the mode and
/// owner of the old one (0600 for a secret), flush it, look whether the old one is still what was read, rename it over
/// the old one, flush the directory. Whatever fails before the rename leaves the file as it was, and nothing beside it.
/// A process that is killed may leave its temporary file: the next one that locks the directory removes it.
///
/// The lock is advisory, on the directory itself, so that no lock file is left behind: it keeps processes of this
/// toolkit apart. Other programs do not know of it; against them stands the second look. Where a file system has no
/// locks on directories (some network file systems), only the second look stands, and left temporary files stay.
///
/// A file that has several names (hard links) is replaced under this one, and the others keep the old content: they
/// are as often a backup or a package cache, which must not change, as they are a second way to the file.
package struct FileStore: Sendable {
    let calls: any SystemCalls
    /// Milliseconds after which a lock is given up.
    let lockDeadline: Int
    /// How often a replacement starts over because another program changed the file.
    let attempts: Int

    let platform = Platform.current

    /// The most bytes of a file that is read where the caller does not say: 32 MiB.
    package static let defaultLimit = 32 << 20

    /// - Parameters:
    ///   - lockDeadline: milliseconds to wait for another process of this toolkit.
    ///   - attempts: how often to start over when another program changes the file in between.
    package init(calls: any SystemCalls = NativeSystemCalls(), lockDeadline: Int = 10_000, attempts: Int = 5) {
        self.calls = calls
        self.lockDeadline = lockDeadline
        self.attempts = attempts
    }

    /// The directory that holds a path, never empty.
    func directory(of path: String) -> String {
        let parent = platform.parent(of: path)
        return parent.isEmpty ? "." : parent
    }

    func closeQuietly(_ descriptor: FileDescriptor) {
        // Nothing hangs on it: what was only read is read, and what failed has failed already.
        try? calls.close(descriptor)
    }
}
