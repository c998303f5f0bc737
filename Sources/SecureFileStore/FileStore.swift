import HostPlatform

/// The only way to the disk: reads a file whole, and replaces it whole or not at all.
///
/// A way in: `update` is one edit, an `UpdateRun`, of attempts. Each goes the path link by link, and follows a link only
/// if it is trusted (`place`); opens and reads the file under a lease, which makes other programs wait that want to write
/// into it (`hold`); lets the caller compute the new content, and stops if that is the same; takes the lock (`EditLock`);
/// writes a temporary file beside it, readable by nobody else, gives it the mode and owner of the old one (0600 for a
/// secret) and flushes it (`replace`); exchanges the two, flushes the directory, looks at the old one once more, and
/// removes it or starts over from it (`putInPlace`). Whatever fails leaves the file as it was, and nothing beside it.
/// A process that is killed may leave its lock and temporary file: the next edit of that file removes them.
///
/// All of it is done through descriptors of directories that were checked: no path is resolved twice.
///
/// The lock keeps processes of this toolkit apart; other programs do not know of it. Against them stand the lease and the
/// exchange. Where a file system has neither, the file is compared with what was read just before it is replaced.
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

    /// The most bytes of a file that is read where the caller does not say.
    package static let defaultLimit = SizeLimit.configuration

    /// - Parameters:
    ///   - lockDeadline: milliseconds to wait for another process of this toolkit.
    ///   - attempts: how often to start over when another program changes the file in between.
    package init(
        calls: any SystemCalls = NativeSystemCalls(), lockDeadline: Int = FileStore.lockDeadline, attempts: Int = 20
    ) {
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
