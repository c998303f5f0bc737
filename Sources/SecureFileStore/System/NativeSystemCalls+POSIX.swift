#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if !os(Windows)
    /// The system's own calls, on Linux and macOS.
    package struct NativeSystemCalls: SystemCalls {
        package init() {}

        package func open(
            _ name: String, in directory: FileDescriptor, _ access: FileAccess
        ) throws(Errno) -> FileDescriptor {
            let flags = Self.flags(access) | (access == .passage ? O_NOFOLLOW : 0)
            let mode = mode_t(FileMode.secretFile.rawValue)
            return FileDescriptor(number: try checked { openat(directory.number, name, flags, mode) })
        }

        static func flags(_ access: FileAccess) -> Int32 {
            let flags =
                switch access {
                case .read: O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY
                case .readStream: O_RDONLY | O_NOCTTY
                case .create: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW
                case .directory: O_RDONLY | O_DIRECTORY | O_NONBLOCK
                case .passage: passageFlag | O_DIRECTORY
                }
            return flags | O_CLOEXEC
        }

        package func close(_ descriptor: FileDescriptor) throws(Errno) {
            // Not made again: the descriptor is gone even where the call was interrupted.
            guard systemClose(descriptor.number) == -1, errno != EINTR else { return }
            throw Errno(rawValue: errno)
        }

        package func read(
            _ descriptor: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer
        ) throws(Errno) -> Int {
            try checked { systemRead(descriptor.number, buffer.baseAddress, buffer.count) }
        }

        package func rename(
            _ old: String, to new: String, in directory: FileDescriptor, _ manner: RenameManner
        ) throws(Errno) {
            let place = directory.number
            _ = try checked {
                switch manner {
                case .replacing: renameat(place, old, place, new)
                case .exclusively: Self.rename(place, old, new, Self.exclusively)
                case .exchanging: Self.rename(place, old, new, Self.exchanging)
                }
            }
        }

        package func seek(_ descriptor: FileDescriptor, to offset: Int) throws(Errno) {
            _ = try checked { lseek(descriptor.number, off_t(offset), SEEK_SET) }
        }

        package func empty(_ descriptor: FileDescriptor) throws(Errno) {
            try seek(descriptor, to: 0)
            _ = try checked { ftruncate(descriptor.number, 0) }
        }

        package func write(_ descriptor: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
            try checked { systemWrite(descriptor.number, bytes.baseAddress, bytes.count) }
        }

        package func waitUntilReadable(_ descriptor: FileDescriptor, milliseconds: Int) throws(Errno) -> Bool {
            var request = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
            let limit = Int32(clamping: milliseconds)
            return try checked { poll(&request, 1, limit) } > 0
        }

        package func status(of descriptor: FileDescriptor) throws(Errno) -> FileStatus {
            var status = stat()
            _ = try checked { fstat(descriptor.number, &status) }
            return FileStatus(status)
        }

        package func status(at name: String, in directory: FileDescriptor) throws(Errno) -> FileStatus {
            var status = stat()
            _ = try checked { fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW) }
            return FileStatus(status)
        }

        package func linkDestination(_ name: String, in directory: FileDescriptor) throws(Errno) -> String {
            let bytes = try filled(capacity: 4096) { buffer, capacity in
                readlinkat(directory.number, name, buffer.assumingMemoryBound(to: CChar.self), capacity)
            }
            // A text that fills the buffer may have been cut.
            guard bytes.count < 4096 else { throw .nameTooLong }
            return String(decoding: bytes, as: UTF8.self)
        }

        package func checkAccess(
            _ name: String, in directory: FileDescriptor, _ permission: AccessPermission
        ) throws(Errno) {
            let wanted =
                switch permission {
                case .write: W_OK
                case .readAndWrite: R_OK | W_OK
                case .execute: X_OK
                }
            _ = try checked { faccessat(directory.number, name, wanted, AT_EACCESS) }
        }

        package func setMode(_ descriptor: FileDescriptor, _ mode: FileMode) throws(Errno) {
            _ = try checked { fchmod(descriptor.number, mode_t(mode.rawValue)) }
        }

        package func setMode(at name: String, in directory: FileDescriptor, _ mode: FileMode) throws(Errno) {
            _ = try checked { fchmodat(directory.number, name, mode_t(mode.rawValue), 0) }
        }

        package func setOwner(_ descriptor: FileDescriptor, user: UInt32?, group: UInt32) throws(Errno) {
            _ = try checked { fchown(descriptor.number, user ?? uid_t.max, group) }
        }

        package func unlink(_ name: String, in directory: FileDescriptor) throws(Errno) {
            _ = try checked { unlinkat(directory.number, name, 0) }
        }

        package func makeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno) {
            let mode = FileMode.secretDirectory.rawValue
            if let mask = knownMask(), mask & mode == 0 {
                _ = try checked { mkdirat(directory.number, name, mode_t(mode)) }
                return
            }
            // One that keeps the owner out would be of no use, and to change its mode afterwards would be too late.
            let mask = umask(0o077)
            defer { umask(mask) }
            _ = try checked { mkdirat(directory.number, name, mode_t(mode)) }
        }

        package func removeDirectory(_ name: String, in directory: FileDescriptor) throws(Errno) {
            _ = try checked { unlinkat(directory.number, name, AT_REMOVEDIR) }
        }

        package func lock(_ descriptor: FileDescriptor) throws(Errno) {
            _ = try checked { flock(descriptor.number, LOCK_EX | LOCK_NB) }
        }

        package func fileModeMask() -> FileMode {
            if let mask = knownMask() { return FileMode(rawValue: mask) }
            // There is no call that only asks; in between, the mask is the strictest, for all threads of the process.
            let mask = umask(0o077)
            _ = umask(mask)
            return FileMode(rawValue: UInt32(mask))
        }

        package func now() -> UInt64 {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        }

        package func calendarSeconds() -> Int { time(nil) }

        package func sleep(milliseconds: Int) {
            var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
            // An interrupted wait is a shorter one; the caller looks at the clock.
            nanosleep(&time, nil)
        }

        package func userID() -> UInt32 { geteuid() }

        package func currentDirectory() throws(Errno) -> String {
            let bytes = try filled(capacity: 4096) { buffer, capacity in
                let text = buffer.assumingMemoryBound(to: CChar.self)
                return getcwd(text, capacity) == nil ? -1 : strlen(text)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    extension FileDescriptor {
        /// Stands for the current directory where a call takes a directory, and so for no directory with a whole path.
        package static let workingDirectory = FileDescriptor(number: AT_FDCWD)
    }

    /// The result of a C call that answers -1 on failure, made again as long as a signal interrupts it.
    func checked<Result: SignedInteger>(_ call: () -> Result) throws(Errno) -> Result {
        while true {
            let result = call()
            if result != -1 { return result }
            if errno != EINTR { throw Errno(rawValue: errno) }
        }
    }

    /// The bytes that a C call puts into a buffer of this capacity.
    func filled(capacity: Int, _ call: (UnsafeMutableRawPointer, Int) -> Int) throws(Errno) -> [UInt8] {
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
        defer { buffer.deallocate() }
        let count = try checked { call(buffer, capacity) }
        return Array(UnsafeRawBufferPointer(start: buffer, count: count))
    }

    // The methods above have the names of the C functions they call.
    private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
    private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        read(descriptor, buffer, count)
    }
    private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
        write(descriptor, buffer, count)
    }

    extension FileStatus {
        init(_ status: stat) {
            let kind: FileKind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .directory
                case S_IFLNK: .link
                case S_IFIFO: .pipe
                case S_IFSOCK: .socket
                case S_IFCHR, S_IFBLK: .device
                default: .other
                }
            self.init(
                kind: kind, mode: FileMode(rawValue: UInt32(status.st_mode)), user: status.st_uid, group: status.st_gid,
                size: Int(clamping: status.st_size), device: UInt64(truncatingIfNeeded: status.st_dev),
                inode: UInt64(truncatingIfNeeded: status.st_ino), modified: nanoseconds(status.modificationTimespec),
                changed: nanoseconds(status.changeTimespec), names: Int(clamping: status.st_nlink))
        }
    }

    /// Nanoseconds since 1970; a time beyond the years 1677 to 2262 wraps, and still differs from another.
    private func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
#endif
