#if os(Windows)
    import WinSDK
    import ucrt

    // Written for Windows and not yet compiled or run there.
    //
    // Windows has access lists instead of modes. A file or directory that is created here is for its owner, the system
    // and the administrators alone, which is what 0600 and 0700 mean. A mode that is open to others stands for the
    // list that the directory hands down: an ordinary file that is replaced gets that one, so a list of its own is
    // lost. A file's mode is shown as 0666, or 0444 if it is read-only; the owner and group are 0.
    //
    // There is no lock on a directory: two processes are kept apart by the second look alone.

    /// The system's own calls, on Windows.
    package struct NativeSystemCalls: SystemCalls {
        package init() {}

        package func open(
            _ name: String, in directory: FileDescriptor, _ access: FileAccess
        ) throws(Errno) -> FileDescriptor {
            let path = try path(name, in: directory)
            let isDirectory = access == .directory || access == .passage
            let wanted: DWORD =
                switch access {
                // Its access list is changed as well.
                case .create: DWORD(GENERIC_READ) | DWORD(GENERIC_WRITE) | DWORD(WRITE_DAC)
                case .read, .readStream: DWORD(GENERIC_READ)
                case .directory: DWORD(FILE_LIST_DIRECTORY)
                case .passage: DWORD(FILE_TRAVERSE) | DWORD(FILE_READ_ATTRIBUTES)
                }
            var flags = DWORD(FILE_ATTRIBUTE_NORMAL)
            if isDirectory { flags = DWORD(FILE_FLAG_BACKUP_SEMANTICS) }
            if access == .read || access == .create || access == .passage {
                flags |= DWORD(FILE_FLAG_OPEN_REPARSE_POINT)
            }
            // Others may read, and replace what they read, as on the other platforms.
            let sharing = DWORD(FILE_SHARE_READ) | DWORD(FILE_SHARE_WRITE) | DWORD(FILE_SHARE_DELETE)
            let disposition = access == .create ? DWORD(CREATE_NEW) : DWORD(OPEN_EXISTING)
            let handle = try withPath(path) { wide throws(Errno) -> HANDLE? in
                guard access == .create else {
                    return CreateFileW(wide, wanted, sharing, nil, disposition, flags, nil)
                }
                return try withAccessList(for: .secretFile) { list in
                    CreateFileW(wide, wanted, sharing, list.attributes, disposition, flags, nil)
                }
            }
            guard let handle, handle != INVALID_HANDLE_VALUE else { throw .ofLastError }
            let number = _open_osfhandle(Int(bitPattern: handle), access == .create ? _O_RDWR : _O_RDONLY)
            guard number != -1 else {
                CloseHandle(handle)
                throw .badDescriptor
            }
            return FileDescriptor(number: number)
        }

        /// Fails: there is no such call; the way is gone step by step.
        package func openWithoutLinks(_ path: String, _ access: FileAccess) throws(Errno) -> FileDescriptor {
            throw .noSystemCall
        }

        /// The whole path of a name in an open directory, as Windows has no calls that take both.
        ///
        /// - Source: `GetFinalPathNameByHandleW`
        private func path(_ name: String, in directory: FileDescriptor) throws(Errno) -> String {
            if directory == .workingDirectory { return name }
            return try finalPath(of: try handle(directory)) + "\\" + name
        }

        private func finalPath(of handle: HANDLE) throws(Errno) -> String {
            var text = [WCHAR](repeating: 0, count: 32_768)
            let length = Int(GetFinalPathNameByHandleW(handle, &text, DWORD(text.count), DWORD(VOLUME_NAME_DOS)))
            guard length > 0, length < text.count else { throw .nameTooLong }
            return String(decoding: text[..<length], as: UTF16.self)
        }

        /// Runs a body with what a name stands for, opened for nothing but its description.
        private func withHandle<Result>(
            _ name: String, in directory: FileDescriptor, followingLinks: Bool,
            _ body: (HANDLE) throws(Errno) -> Result
        ) throws(Errno) -> Result {
            let kept = followingLinks ? 0 : DWORD(FILE_FLAG_OPEN_REPARSE_POINT)
            let handle = try withPath(try path(name, in: directory)) { wide in
                CreateFileW(
                    wide, DWORD(FILE_READ_ATTRIBUTES),
                    DWORD(FILE_SHARE_READ) | DWORD(FILE_SHARE_WRITE) | DWORD(FILE_SHARE_DELETE), nil,
                    DWORD(OPEN_EXISTING), DWORD(FILE_FLAG_BACKUP_SEMANTICS) | kept, nil)
            }
            guard let handle, handle != INVALID_HANDLE_VALUE else { throw .ofLastError }
            defer { CloseHandle(handle) }
            return try body(handle)
        }

        private func information(of handle: HANDLE) throws(Errno) -> BY_HANDLE_FILE_INFORMATION {
            var information = BY_HANDLE_FILE_INFORMATION()
            guard GetFileInformationByHandle(handle, &information) else { throw .ofLastError }
            return information
        }

        package func close(_ descriptor: FileDescriptor) throws(Errno) {
            _ = try checked { _close(descriptor.number) }
        }

        package func read(
            _ descriptor: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer
        ) throws(Errno) -> Int {
            var count: DWORD = 0
            let handle = try handle(descriptor)
            guard ReadFile(handle, buffer.baseAddress, DWORD(clamping: buffer.count), &count, nil) else {
                // A pipe whose writer is gone has ended.
                if GetLastError() == DWORD(ERROR_BROKEN_PIPE) { return 0 }
                throw .ofLastError
            }
            return Int(count)
        }

        package func seek(_ descriptor: FileDescriptor, to offset: Int) throws(Errno) {
            guard
                SetFilePointerEx(
                    try handle(descriptor), LARGE_INTEGER(QuadPart: LONGLONG(offset)), nil, DWORD(FILE_BEGIN))
            else { throw .ofLastError }
        }

        package func empty(_ descriptor: FileDescriptor) throws(Errno) {
            try seek(descriptor, to: 0)
            guard SetEndOfFile(try handle(descriptor)) else { throw .ofLastError }
        }

        package func write(_ descriptor: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
            var count: DWORD = 0
            guard WriteFile(try handle(descriptor), bytes.baseAddress, DWORD(clamping: bytes.count), &count, nil) else {
                throw .ofLastError
            }
            return Int(count)
        }

        package func waitUntilReadable(_ descriptor: FileDescriptor, milliseconds: Int) throws(Errno) -> Bool {
            let limit = milliseconds < 0 ? INFINITE : DWORD(clamping: milliseconds)
            return WaitForSingleObject(try handle(descriptor), limit) == WAIT_OBJECT_0
        }

        package func status(of descriptor: FileDescriptor) throws(Errno) -> FileStatus {
            let handle = try handle(descriptor)
            switch GetFileType(handle) & ~DWORD(FILE_TYPE_REMOTE) {
            case DWORD(FILE_TYPE_PIPE): return .special(.pipe)
            case DWORD(FILE_TYPE_CHAR): return .special(.device)
            default: break
            }
            return FileStatus(try information(of: handle))
        }

        package func status(at name: String, in directory: FileDescriptor) throws(Errno) -> FileStatus {
            try withHandle(name, in: directory, followingLinks: false) { handle throws(Errno) in
                FileStatus(try information(of: handle))
            }
        }

        /// - Source: `GetFinalPathNameByHandleW`, which follows every link at once
        package func linkDestination(_ name: String, in directory: FileDescriptor) throws(Errno) -> String {
            try withHandle(name, in: directory, followingLinks: true) { handle throws(Errno) in
                try finalPath(of: handle)
            }
        }

        package func checkAccess(
            _ name: String, in directory: FileDescriptor, _ permission: AccessPermission
        ) throws(Errno) {
            let path = try path(name, in: directory)
            let attributes = try withPath(path) { GetFileAttributesW($0) }
            guard attributes != INVALID_FILE_ATTRIBUTES else { throw .ofLastError }
            // Which program may be run is told by its name's ending.
            if permission != .execute, attributes & DWORD(FILE_ATTRIBUTE_READONLY) != 0 { throw .accessDenied }
        }

        /// - Source: `SetKernelObjectSecurity`
        package func setMode(_ descriptor: FileDescriptor, _ mode: FileMode) throws(Errno) {
            let handle = try handle(descriptor)
            let isDone = try withAccessList(for: mode) { list in
                SetKernelObjectSecurity(handle, list.information, list.attributes.pointee.lpSecurityDescriptor)
            }
            guard isDone else { throw .ofLastError }
        }

        /// - Source: `SetFileSecurityW`
        package func setMode(at name: String, in directory: FileDescriptor, _ mode: FileMode) throws(Errno) {
            let path = try path(name, in: directory)
            let isDone = try withPath(path) { wide throws(Errno) -> Bool in
                try withAccessList(for: mode) { list in
                    SetFileSecurityW(wide, list.information, list.attributes.pointee.lpSecurityDescriptor)
                }
            }
            guard isDone else { throw .ofLastError }
        }

        package func setOwner(_ descriptor: FileDescriptor, user: UInt32?, group: UInt32) throws(Errno) {}

        package func attributeNames(_ descriptor: FileDescriptor) throws(Errno) -> [String] { [] }

        package func attribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) -> [UInt8] {
            throw .notSupported
        }

        package func setAttribute(_ descriptor: FileDescriptor, _ name: String, _ value: [UInt8]) throws(Errno) {
            throw .notSupported
        }

        package func removeAttribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) {
            throw .notSupported
        }

        /// - Source: `FlushFileBuffers`; a directory's names need no flush of their own
        package func synchronize(_ descriptor: FileDescriptor) throws(Errno) {
            let handle = try handle(descriptor)
            var information = BY_HANDLE_FILE_INFORMATION()
            if GetFileInformationByHandle(handle, &information),
                information.dwFileAttributes & DWORD(FILE_ATTRIBUTE_DIRECTORY) != 0
            {
                return
            }
            guard FlushFileBuffers(handle) else { throw .ofLastError }
        }

        /// - Source: `MoveFileExW`, which replaces nothing without being told to
        package func rename(
            _ old: String, to new: String, in directory: FileDescriptor, _ manner: RenameManner
        ) throws(Errno) {
            // Windows cannot exchange two files.
            guard manner != .exchanging else { throw .notSupported }
            let replacing = manner == .replacing ? DWORD(MOVEFILE_REPLACE_EXISTING) : 0
            let (from, to) = (try path(old, in: directory), try path(new, in: directory))
            let isDone = try withPath(from) { from throws(Errno) -> Bool in
                try withPath(to) { to in MoveFileExW(from, to, replacing | DWORD(MOVEFILE_WRITE_THROUGH)) }
            }
            guard isDone else { throw .ofLastError }
        }

        package func unlink(_ name: String, in directory: FileDescriptor) throws(Errno) {
            let path = try path(name, in: directory)
            guard try withPath(path, { DeleteFileW($0) }) else { throw .ofLastError }
        }

        package func makeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno) {
            let path = try path(name, in: directory)
            let isDone = try withPath(path) { wide throws(Errno) -> Bool in
                try withAccessList(for: .secretDirectory) { CreateDirectoryW(wide, $0.attributes) }
            }
            guard isDone else { throw .ofLastError }
        }

        package func removeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno) {
            let path = try path(name, in: directory)
            guard try withPath(path, { RemoveDirectoryW($0) }) else { throw .ofLastError }
        }

        package func names(in directory: FileDescriptor) throws(Errno) -> [String] {
            let path = try path(".", in: directory)
            var entry = WIN32_FIND_DATAW()
            let search = try withPath(path + "\\*") { FindFirstFileW($0, &entry) }
            guard let search, search != INVALID_HANDLE_VALUE else { throw .ofLastError }
            defer { FindClose(search) }
            var names: [String] = []
            repeat {
                let name = withUnsafeBytes(of: entry.cFileName) { bytes in
                    String(decoding: bytes.bindMemory(to: WCHAR.self).prefix { $0 != 0 }, as: UTF16.self)
                }
                if name != ".", name != ".." { names.append(name) }
            } while FindNextFileW(search, &entry)
            guard GetLastError() == DWORD(ERROR_NO_MORE_FILES) else { throw .ofLastError }
            return names
        }

        /// Fails: a directory cannot be locked here, and a lock file must not be left. The second look remains.
        package func lock(_ descriptor: FileDescriptor) throws(Errno) { throw .notSupported }

        package func fileModeMask() -> FileMode { FileMode(rawValue: 0) }
        package func holdSignals() -> HeldSignals { HeldSignals() }
        package func releaseSignals(_ held: HeldSignals) {}
        package func now() -> UInt64 { GetTickCount64() * 1_000_000 }
        package func calendarSeconds() -> Int { Int(_time64(nil)) }
        package func sleep(milliseconds: Int) { Sleep(DWORD(clamping: milliseconds)) }
        package func userID() -> UInt32 { 0 }

        package func currentDirectory() throws(Errno) -> String {
            var text = [WCHAR](repeating: 0, count: 32_768)
            let length = Int(GetCurrentDirectoryW(DWORD(text.count), &text))
            guard length > 0, length < text.count else { throw .ofLastError }
            return String(decoding: text[..<length], as: UTF16.self)
        }

        private func handle(_ descriptor: FileDescriptor) throws(Errno) -> HANDLE {
            let value = _get_osfhandle(descriptor.number)
            guard value != -1, value != -2, let handle = HANDLE(bitPattern: value) else { throw .badDescriptor }
            return handle
        }
    }

    extension FileDescriptor {
        /// Stands for the current directory where a call takes a directory, and so for no directory with a whole path.
        package static let workingDirectory = FileDescriptor(number: -100)
    }

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
#endif
