#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif os(Windows)
    import ucrt
#endif

/// The error number of a C call.
package struct Errno: Error, RawRepresentable, Hashable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    package static let notFound = Errno(rawValue: ENOENT)
    package static let notPermitted = Errno(rawValue: EPERM)
    package static let accessDenied = Errno(rawValue: EACCES)
    package static let readOnly = Errno(rawValue: EROFS)
    package static let exists = Errno(rawValue: EEXIST)
    package static let isDirectory = Errno(rawValue: EISDIR)
    package static let notADirectory = Errno(rawValue: ENOTDIR)
    package static let tooManyLinks = Errno(rawValue: ELOOP)
    package static let nameTooLong = Errno(rawValue: ENAMETOOLONG)
    package static let wouldBlock = Errno(rawValue: EWOULDBLOCK)
    package static let again = Errno(rawValue: EAGAIN)
    package static let inputOutput = Errno(rawValue: EIO)
    package static let invalid = Errno(rawValue: EINVAL)
    package static let noSpace = Errno(rawValue: ENOSPC)
    package static let fileTooBig = Errno(rawValue: EFBIG)
    package static let notSupported = Errno(rawValue: ENOTSUP)
    package static let operationNotSupported = Errno(rawValue: EOPNOTSUPP)
    package static let noSystemCall = Errno(rawValue: ENOSYS)
    package static let noLocks = Errno(rawValue: ENOLCK)
    package static let badDescriptor = Errno(rawValue: EBADF)
    package static let busy = Errno(rawValue: EBUSY)
    package static let tooManyFiles = Errno(rawValue: EMFILE)
    package static let noMemory = Errno(rawValue: ENOMEM)
    package static let noDevice = Errno(rawValue: ENXIO)
    #if os(Windows)
        package static let overQuota = Errno(rawValue: ENOSPC)
        package static let noData = Errno(rawValue: ENOENT)
        package static let noAttribute = Errno(rawValue: ENOENT)
    #else
        package static let overQuota = Errno(rawValue: EDQUOT)
        package static let noData = Errno(rawValue: ENODATA)
        #if canImport(Darwin)
            package static let noAttribute = Errno(rawValue: ENOATTR)
        #else
            package static let noAttribute = Errno(rawValue: ENODATA)
        #endif
    #endif

    /// What the number means, in words for the user.
    package var meaning: String {
        switch self {
        case .notFound: "no such file or directory"
        case .notPermitted: "operation not permitted"
        case .accessDenied: "permission denied"
        case .readOnly: "read-only file system"
        case .exists: "it exists already"
        case .isDirectory: "it is a directory"
        case .notADirectory: "a part of the path is not a directory"
        case .tooManyLinks: "too many symbolic links"
        case .nameTooLong: "the name is too long"
        case .inputOutput: "input/output error"
        case .noSpace: "no space left on the device"
        case .overQuota: "disk quota exceeded"
        case .fileTooBig: "the file size limit is exceeded"
        case .noDevice: "no such device"
        case .busy: "it is in use, or mounted by itself"
        case .tooManyFiles: "too many open files"
        case .noMemory: "out of memory"
        case .notSupported: "the file system does not support it"
        default: "system error \(rawValue)"
        }
    }

    /// Whether the system, or the file system, does not have what was asked for.
    var isUnsupported: Bool {
        self == .invalid || self == .notSupported || self == .operationNotSupported || self == .noSystemCall
    }

    /// Whether the call is refused for lack of rights.
    var isPermission: Bool { self == .accessDenied || self == .notPermitted || self == .readOnly }
}
