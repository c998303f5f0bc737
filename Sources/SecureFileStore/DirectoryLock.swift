/// A directory that this process may, or as far as it can tell may, change files in.
struct DirectoryLock {
    let path: String
    /// The directory, open; nil where it may not be read.
    let descriptor: FileDescriptor?
    /// Whether other processes of this toolkit are kept out.
    let isHeld: Bool
}

extension FileStore {
    /// Keeps other processes of this toolkit away from a directory until the lock is released.
    ///
    /// - Throws: `locked` after the deadline; `notFound` if there is no such directory.
    func lock(_ directory: String) throws(FileError) -> DirectoryLock {
        let lock = try take(directory)
        if lock.isHeld { removeAbandonedFiles(in: directory) }
        return lock
    }

    func release(_ lock: DirectoryLock) { lock.descriptor.map(closeQuietly) }

    private func take(_ directory: String) throws(FileError) -> DirectoryLock {
        let descriptor: FileDescriptor
        do {
            descriptor = try calls.open(directory, .directory, mode: FileMode(rawValue: 0))
        } catch .accessDenied {
            // A directory that may be written but not read. Rare, and no reason to refuse.
            return DirectoryLock(path: directory, descriptor: nil, isHeld: false)
        } catch {
            throw FileError(
                error, cannot: "open the directory \(directory)", path: directory,
                hint: error == .notFound ? "create the directory first" : nil)
        }
        do {
            return DirectoryLock(
                path: directory, descriptor: descriptor, isHeld: try waitForLock(descriptor, directory))
        } catch {
            closeQuietly(descriptor)
            throw error
        }
    }

    /// Whether the lock was taken; false where the file system has none.
    private func waitForLock(_ descriptor: FileDescriptor, _ directory: String) throws(FileError) -> Bool {
        let start = calls.now()
        var pause = 1
        while true {
            do {
                try calls.lock(descriptor)
                return true
            } catch .wouldBlock, .again {
                let waited = calls.now() &- start
                guard waited < UInt64(max(0, lockDeadline)) * 1_000_000 else {
                    throw FileError(
                        .locked, "another process holds the lock on \(directory)", path: directory,
                        hint: "run it again when that process is done")
                }
                calls.sleep(milliseconds: pause)
                // Not doubled for ever: many who wait should not all come late.
                pause = min(pause * 2, 20)
            } catch .noLocks, .badDescriptor, .operationNotSupported, .notSupported, .noSystemCall, .invalid {
                return false
            } catch {
                throw FileError(error, cannot: "lock the directory \(directory)", path: directory)
            }
        }
    }
}
