/// Everything this module asks of the operating system: one thin function for each C call, without a decision.
///
/// `NativeSystemCalls` makes the calls; tests hand in an implementation that records them or lets one fail.
/// Every function throws the call's error number. A call that a signal interrupted is made again inside.
package protocol SystemCalls: Sendable {
    /// Opens a name in a directory, or a path; the descriptor is not inherited by other programs.
    ///
    /// - Parameter name: relative to the directory, or a whole path.
    /// - Parameter directory: where a relative name starts.
    /// - Source: `openat`
    func open(_ name: String, in directory: FileDescriptor, _ access: FileAccess) throws(Errno) -> FileDescriptor

    /// Opens a directory by a path none of whose parts may be a symbolic link.
    ///
    /// - Throws: `tooManyLinks` for a link; `noSystemCall`, or what a sandbox says, where there is no such call.
    /// - Source: `openat2` with `RESOLVE_NO_SYMLINKS`, `open` with `O_NOFOLLOW_ANY`
    func openWithoutLinks(_ path: String, _ access: FileAccess) throws(Errno) -> FileDescriptor

    /// - Source: `close`
    func close(_ descriptor: FileDescriptor) throws(Errno)

    /// Reads at most as many bytes as fit; 0 at the end of the file.
    ///
    /// - Source: `read`
    func read(_ descriptor: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int

    /// Moves to an offset in bytes from the beginning of the file.
    ///
    /// - Source: `lseek`
    func seek(_ descriptor: FileDescriptor, to offset: Int) throws(Errno)

    /// Makes a file empty, and moves to its beginning.
    ///
    /// - Source: `ftruncate`
    func empty(_ descriptor: FileDescriptor) throws(Errno)

    /// Writes some of the bytes and gives their number.
    ///
    /// - Source: `write`
    func write(_ descriptor: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int

    /// Waits until a descriptor can be read, or the time in milliseconds is over; whether it can.
    ///
    /// - Source: `poll`
    func waitUntilReadable(_ descriptor: FileDescriptor, milliseconds: Int) throws(Errno) -> Bool

    /// - Source: `fstat`
    func status(of descriptor: FileDescriptor) throws(Errno) -> FileStatus

    /// The status of a name itself: a symbolic link is not followed.
    ///
    /// - Source: `fstatat` with `AT_SYMLINK_NOFOLLOW`
    func status(at name: String, in directory: FileDescriptor) throws(Errno) -> FileStatus

    /// The text of a symbolic link.
    ///
    /// - Source: `readlinkat`
    func linkDestination(_ name: String, in directory: FileDescriptor) throws(Errno) -> String

    /// Whether the process may write or run a file, by its effective user.
    ///
    /// - Source: `faccessat` with `AT_EACCESS`
    func checkAccess(_ name: String, in directory: FileDescriptor, _ permission: AccessPermission) throws(Errno)

    /// - Source: `fchmod`
    func setMode(_ descriptor: FileDescriptor, _ mode: FileMode) throws(Errno)

    /// - Source: `fchmodat`
    func setMode(at name: String, in directory: FileDescriptor, _ mode: FileMode) throws(Errno)

    /// Gives a file another owner; nil leaves the user as it is.
    ///
    /// - Source: `fchown`
    func setOwner(_ descriptor: FileDescriptor, user: UInt32?, group: UInt32) throws(Errno)

    /// The names of a file's extended attributes, POSIX access lists and security labels among them.
    ///
    /// - Source: `flistxattr`
    func attributeNames(_ descriptor: FileDescriptor) throws(Errno) -> [String]

    /// - Source: `fgetxattr`
    func attribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) -> [UInt8]

    /// - Source: `fsetxattr`
    func setAttribute(_ descriptor: FileDescriptor, _ name: String, _ value: [UInt8]) throws(Errno)

    /// - Source: `fremovexattr`
    func removeAttribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno)

    /// Waits until a file's content, or a directory's names, are on the disk.
    ///
    /// - Source: `fsync`
    func synchronize(_ descriptor: FileDescriptor) throws(Errno)

    /// Gives a file of a directory another name in it.
    ///
    /// - Source: `renameat`, `renameat2`, `renameatx_np`
    func rename(_ old: String, to new: String, in directory: FileDescriptor, _ manner: RenameManner) throws(Errno)

    /// - Source: `unlinkat`
    func unlink(_ name: String, in directory: FileDescriptor) throws(Errno)

    /// Makes a directory for this user alone, 0700 whatever the process's mask is.
    ///
    /// - Source: `mkdirat`, where the mask takes the owner's rights with `umask`
    func makeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno)

    /// Removes an empty directory.
    ///
    /// - Source: `unlinkat` with `AT_REMOVEDIR`
    func removeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno)

    /// The names in a directory without `.` and `..`, in no order.
    ///
    /// - Source: `getdents64`, `readdir`
    func names(in directory: FileDescriptor) throws(Errno) -> [String]

    /// Takes an exclusive advisory lock, or fails at once with `wouldBlock`; closing the descriptor gives it up.
    ///
    /// - Source: `flock`
    func lock(_ descriptor: FileDescriptor) throws(Errno)

    /// Lets whoever wants to use the file in a way that the lease excludes wait in `open`, until the lease ends.
    ///
    /// - Throws: `again` where somebody has it open in such a way now; others where there are no leases.
    /// - Source: `fcntl` with `F_SETLEASE`
    func takeLease(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno)

    /// Whether somebody waits for a lease to end.
    ///
    /// - Source: `fcntl` with `F_GETLEASE`
    func isLeaseWanted(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno) -> Bool

    /// - Source: `fcntl` with `F_SETLEASE`
    func endLease(_ descriptor: FileDescriptor) throws(Errno)

    /// The process's mask for new files.
    ///
    /// - Source: `/proc/self/status`, else `umask`
    func fileModeMask() -> FileMode

    /// Holds back the signals that would end the process between two steps of a replacement.
    ///
    /// - Source: `pthread_sigmask`, and `signal` for the one that a file size limit raises
    func holdSignals() -> HeldSignals

    /// - Source: `pthread_sigmask`
    func releaseSignals(_ held: HeldSignals)

    /// Nanoseconds of a clock that only goes forward.
    ///
    /// - Source: `clock_gettime`
    func now() -> UInt64

    /// Seconds since 1970.
    ///
    /// - Source: `time`
    func calendarSeconds() -> Int

    /// - Source: `nanosleep`
    func sleep(milliseconds: Int)

    /// The effective user.
    ///
    /// - Source: `geteuid`
    func userID() -> UInt32

    /// - Source: `getcwd`
    func currentDirectory() throws(Errno) -> String

    /// A number nobody can guess.
    func random() -> UInt64
}

extension SystemCalls {
    // On Linux alone there are leases. Elsewhere what a writer did in place shows when the old file is looked at once more.
    package func takeLease(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno) { throw .notSupported }
    package func isLeaseWanted(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno) -> Bool {
        throw .notSupported
    }
    package func endLease(_ descriptor: FileDescriptor) throws(Errno) { throw .notSupported }

    package func random() -> UInt64 {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }
}

/// An open file of this process.
package struct FileDescriptor: Hashable, Sendable {
    /// The number that C calls use.
    package let number: Int32
}

/// What a file is opened for.
package enum FileAccess: Hashable, Sendable {
    /// To be read, without waiting for a writer or a lease and without following a link: `O_NONBLOCK`, `O_NOFOLLOW`.
    case read
    /// To be read, through links, waiting for a pipe's writer: what the user named as an input.
    case readStream
    /// A file that must not exist yet, to be written and read back, 0600: `O_CREAT`, `O_EXCL`, `O_NOFOLLOW`.
    case create
    /// A directory, to list and flush it: `O_DIRECTORY`.
    case directory
    /// A directory that is no link, to reach what is in it, even one that may not be listed: `O_PATH`, `O_SEARCH`.
    case passage
}

/// What happens to a file that has the new name already.
package enum RenameManner: Hashable, Sendable {
    /// It is gone.
    case replacing
    /// It stays, and the call fails with `exists`.
    case exclusively
    /// It gets the old name.
    case exchanging
}

/// What a lease lets others do at once, without waiting for its end.
package enum LeaseKind: Hashable, Sendable {
    /// To open the file for reading.
    case readersAllowed
    /// Nothing.
    case nobodyAllowed
}

package enum AccessPermission: Hashable, Sendable {
    case write
    case readAndWrite
    case execute
}
