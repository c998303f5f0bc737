/// Everything this module asks of the operating system: one thin function for each C call, without a decision.
///
/// `NativeSystemCalls` makes the calls; tests hand in an implementation that records them or lets one fail.
/// Every function throws the call's error number. A call that a signal interrupted is made again inside.
package protocol SystemCalls: Sendable {
    /// Opens a file; the descriptor is not inherited by other programs.
    ///
    /// - Parameter mode: permissions of a file that is created, before the process's mask.
    /// - Source: `open`
    func open(_ path: String, _ access: FileAccess, mode: FileMode) throws(Errno) -> FileDescriptor

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

    /// The status of a path itself: a symbolic link is not followed.
    ///
    /// - Source: `lstat`
    func status(at path: String) throws(Errno) -> FileStatus

    /// The text of a symbolic link.
    ///
    /// - Source: `readlink`
    func linkTarget(_ path: String) throws(Errno) -> String

    /// Whether the process may write or run a file, by its effective user.
    ///
    /// - Source: `faccessat` with `AT_EACCESS`
    func checkAccess(_ path: String, _ permission: AccessPermission) throws(Errno)

    /// - Source: `fchmod`
    func setMode(_ descriptor: FileDescriptor, _ mode: FileMode) throws(Errno)

    /// - Source: `chmod`
    func setMode(at path: String, _ mode: FileMode) throws(Errno)

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

    /// Replaces whatever the new path names.
    ///
    /// - Source: `rename`
    func rename(_ old: String, to new: String) throws(Errno)

    /// Renames to a path that must not exist yet.
    ///
    /// - Source: `renameat2` with `RENAME_NOREPLACE`, `renamex_np` with `RENAME_EXCL`
    func renameExclusively(_ old: String, to new: String) throws(Errno)

    /// - Source: `unlink`
    func unlink(_ path: String) throws(Errno)

    /// - Source: `mkdir`
    func makeDirectory(_ path: String, mode: FileMode) throws(Errno)

    /// Removes an empty directory.
    ///
    /// - Source: `rmdir`
    func removeDirectory(_ path: String) throws(Errno)

    /// The names in a directory without `.` and `..`, in no order.
    ///
    /// - Source: `opendir`, `readdir`
    func names(inDirectory path: String) throws(Errno) -> [String]

    /// Takes an exclusive advisory lock, or fails at once with `wouldBlock`; closing the descriptor gives it up.
    ///
    /// - Source: `flock`
    func lock(_ descriptor: FileDescriptor) throws(Errno)

    /// The process's mask for new files.
    ///
    /// - Source: `umask`
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

/// An open file of this process.
package struct FileDescriptor: Hashable, Sendable {
    /// The number that C calls use.
    package let number: Int32

    package init(number: Int32) { self.number = number }
}

/// What a file is opened for.
package enum FileAccess: Hashable, Sendable {
    /// To be read, without waiting for a writer and without following a link: `O_NONBLOCK`, `O_NOFOLLOW`.
    case read
    /// To be read, through links, waiting for a pipe's writer: what the user named as an input.
    case readStream
    /// A file that must not exist yet, to be written and read back: `O_CREAT`, `O_EXCL`, `O_NOFOLLOW`.
    case create
    /// A directory, to lock and flush it: `O_DIRECTORY`.
    case directory
}

package enum AccessPermission: Hashable, Sendable {
    case write
    case execute
}
