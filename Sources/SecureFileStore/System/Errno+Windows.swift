#if os(Windows)
    import WinSDK
    import ucrt

    // Written for Windows and not yet compiled or run there.

    extension Errno {
        /// The C error number nearest to what the last Windows call failed with.
        static var ofLastError: Errno {
            switch Int32(truncatingIfNeeded: GetLastError()) {
            case ERROR_FILE_NOT_FOUND, ERROR_INVALID_NAME, ERROR_BAD_NETPATH: .notFound
            // A part of the path is missing; that it is no directory is not told apart.
            case ERROR_PATH_NOT_FOUND: .notFound
            case ERROR_ACCESS_DENIED, ERROR_PRIVILEGE_NOT_HELD, ERROR_WRITE_PROTECT: .accessDenied
            case ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: .accessDenied
            case ERROR_FILE_EXISTS, ERROR_ALREADY_EXISTS: .exists
            case ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL: .noSpace
            case ERROR_DIRECTORY: .notADirectory
            case ERROR_FILENAME_EXCED_RANGE: .nameTooLong
            case ERROR_CANT_RESOLVE_FILENAME: .tooManyLinks
            case ERROR_INVALID_HANDLE: .badDescriptor
            case ERROR_NOT_SUPPORTED, ERROR_INVALID_FUNCTION: .notSupported
            default: .inputOutput
            }
        }
    }

    /// The result of a C call that answers -1 on failure.
    func checked<Result: SignedInteger>(_ call: () -> Result) throws(Errno) -> Result {
        let result = call()
        guard result != -1 else {
            var number: Int32 = 0
            _get_errno(&number)
            throw Errno(rawValue: number)
        }
        return result
    }
#endif
