/// Why a file could not be read, written or removed. Nothing has been changed where one is thrown.
public struct FileError: Error, Hashable, Sendable {
    /// What kind of error it is, apart from its words.
    public enum Code: String, Hashable, Sendable {
        /// A directory on the way to the file is not there, or the file itself where one was needed.
        case notFound = "not-found"
        case permission
        /// The disk is full, a device failed, or the system refused for another reason.
        case io
        /// Another process holds the lock, or keeps changing the file.
        case locked
        case tooLarge = "too-large"
        /// A directory, a pipe, a socket or a device.
        case notARegularFile = "not-a-regular-file"
        /// Symbolic links that lead to each other.
        case loop
        /// The file is not the one that was read before.
        case changed
        /// Text that cannot be a file's path.
        case invalidPath = "invalid-path"

        /// The word of the command line's `error.code`, which decides the exit status: the same in both programs.
        package var told: String {
            switch self {
            case .permission: "permission"
            case .locked, .changed: "locked"
            case .tooLarge: "refused"
            case .notFound, .io, .notARegularFile, .loop, .invalidPath: "io"
            }
        }
    }

    /// The kind of error.
    public let code: Code
    /// What went wrong, lower case, without a full stop; names the path.
    public let message: String
    /// The file that was to be read, written or removed.
    public let path: String
    /// What to do about it.
    public let hint: String?
    /// The error number of the system call that failed.
    package let errno: Errno?

    package init(_ code: Code, _ message: String, path: String, hint: String? = nil, errno: Errno? = nil) {
        self.code = code
        self.message = message
        self.path = path
        self.hint = hint
        self.errno = errno
    }

    /// - Parameter action: what was tried, to stand after "cannot": `read /home/a/.condarc`.
    init(_ errno: Errno, cannot action: String, path: String, hint: String? = nil) {
        let code: Code =
            switch errno {
            case .notFound: .notFound
            case .tooManyLinks: .loop
            case .nameTooLong: .invalidPath
            case _ where errno.isPermission: .permission
            default: .io
            }
        let known: String? =
            switch errno {
            case .noSpace, .overQuota: "free some space and run it again; the file is as it was"
            case .busy: "a file that is mounted by itself, as into a container, cannot be replaced: mount its directory"
            case _ where errno.isPermission: "look at its owner and mode, and at those of its directories"
            default: nil
            }
        self.init(code, "cannot \(action): \(errno.meaning)", path: path, hint: hint ?? known, errno: errno)
    }
}
