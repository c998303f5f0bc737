#if os(Windows)
    import WinSDK
    import ucrt

    // Written for Windows and not yet compiled or run there.

    /// Runs a body with a path as Windows takes it: UTF-16, ended by a zero.
    func withPath<Result>(
        _ path: String, _ body: (UnsafePointer<WCHAR>) throws(Errno) -> Result
    ) throws(Errno) -> Result {
        let wide = Array(path.utf16) + [0]
        return try wide.withUnsafeBufferPointer { buffer throws(Errno) in
            guard let start = buffer.baseAddress else { throw .invalid }
            return try body(start)
        }
    }

    /// Who may use a file, and how that is to be set.
    struct AccessList {
        let attributes: UnsafeMutablePointer<SECURITY_ATTRIBUTES>
        let information: SECURITY_INFORMATION
    }

    /// Runs a body with the access list that a mode stands for.
    ///
    /// - Source: `ConvertStringSecurityDescriptorToSecurityDescriptorW`
    func withAccessList<Result>(
        for mode: FileMode, _ body: (AccessList) throws(Errno) -> Result
    ) throws(Errno) -> Result {
        // Full access for the owner (OW), the system (SY) and the administrators (BA), handed down to what is created
        // in a directory (OICI); P: nothing comes from above. The other list is empty, and all comes from above.
        let text = mode.isOpenToOthers ? "D:" : "D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"
        let origin = mode.isOpenToOthers ? UNPROTECTED_DACL_SECURITY_INFORMATION : PROTECTED_DACL_SECURITY_INFORMATION
        var descriptor: PSECURITY_DESCRIPTOR?
        let isMade = try withPath(text) {
            ConvertStringSecurityDescriptorToSecurityDescriptorW($0, DWORD(SDDL_REVISION_1), &descriptor, nil)
        }
        guard isMade else { throw .ofLastError }
        defer { LocalFree(descriptor) }
        var attributes = SECURITY_ATTRIBUTES(
            nLength: DWORD(MemoryLayout<SECURITY_ATTRIBUTES>.size), lpSecurityDescriptor: descriptor,
            bInheritHandle: false)
        return try withUnsafeMutablePointer(to: &attributes) { pointer throws(Errno) in
            try body(
                AccessList(
                    attributes: pointer,
                    information: SECURITY_INFORMATION(DACL_SECURITY_INFORMATION) | SECURITY_INFORMATION(origin)))
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

    extension FileStatus {
        init(_ information: BY_HANDLE_FILE_INFORMATION) {
            func has(_ attribute: Int32) -> Bool { information.dwFileAttributes & DWORD(attribute) != 0 }
            func joined(_ high: DWORD, _ low: DWORD) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
            let kind: FileKind =
                has(FILE_ATTRIBUTE_REPARSE_POINT) ? .link : has(FILE_ATTRIBUTE_DIRECTORY) ? .directory : .file
            // Counted in steps of 100 nanoseconds from 1601.
            let steps = joined(information.ftLastWriteTime.dwHighDateTime, information.ftLastWriteTime.dwLowDateTime)
            let since1970 = Int64(truncatingIfNeeded: steps) &- 116_444_736_000_000_000
            self.init(
                kind: kind, mode: FileMode(rawValue: has(FILE_ATTRIBUTE_READONLY) ? 0o444 : 0o666), user: 0, group: 0,
                size: Int(clamping: joined(information.nFileSizeHigh, information.nFileSizeLow)),
                device: UInt64(information.dwVolumeSerialNumber),
                inode: joined(information.nFileIndexHigh, information.nFileIndexLow), modified: since1970 &* 100,
                changed: since1970 &* 100,
                names: Int(information.nNumberOfLinks))
        }

        /// The status of what has no place on a disk.
        static func special(_ kind: FileKind) -> FileStatus {
            FileStatus(
                kind: kind, mode: FileMode(rawValue: 0o666), user: 0, group: 0, size: 0, device: 0, inode: 0,
                modified: 0, changed: 0, names: 1)
        }
    }
#endif
