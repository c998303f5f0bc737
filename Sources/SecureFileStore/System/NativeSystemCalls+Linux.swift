#if canImport(Glibc) || canImport(Musl)
    import CGlibc

    #if canImport(Glibc)
        import Glibc
    #else
        import Musl
    #endif

    extension NativeSystemCalls {
        package func attributeNames(_ descriptor: FileDescriptor) throws(Errno) -> [String] {
            // 64 KiB is the system's own limit for a list of names.
            let list = try filled(capacity: 65_536) { buffer, capacity in
                flistxattr(descriptor.number, buffer.assumingMemoryBound(to: CChar.self), capacity)
            }
            return list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        }

        package func attribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) -> [UInt8] {
            // 64 KiB is the system's own limit for a value.
            try filled(capacity: 65_536) { buffer, capacity in fgetxattr(descriptor.number, name, buffer, capacity) }
        }

        package func setAttribute(_ descriptor: FileDescriptor, _ name: String, _ value: [UInt8]) throws(Errno) {
            _ = try checked { fsetxattr(descriptor.number, name, value, value.count, 0) }
        }

        package func removeAttribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) {
            _ = try checked { fremovexattr(descriptor.number, name) }
        }

        package func openWithoutLinks(_ path: String, _ access: FileAccess) throws(Errno) -> FileDescriptor {
            let flags = Self.flags(access)
            return FileDescriptor(number: try checked { toolkit_open_without_links(path, flags) })
        }

        /// A descriptor that only reaches things.
        static var passageFlag: Int32 { Int32(toolkit_open_path_only) }

        static var exclusively: UInt32 { UInt32(toolkit_rename_no_replace) }
        static var exchanging: UInt32 { UInt32(toolkit_rename_exchange) }

        static func rename(_ place: Int32, _ old: String, _ new: String, _ flags: UInt32) -> Int32 {
            toolkit_renameat2(place, old, place, new, flags)
        }

        /// The type of a record that is a directory's: `DT_DIR`.
        private static let directoryRecord: UInt8 = 4

        package func names(in directory: FileDescriptor) throws(Errno) -> [String] {
            let capacity = 32_768
            let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
            defer { buffer.deallocate() }
            var names: [String] = []
            while true {
                let count = try checked { toolkit_directory_records(directory.number, buffer, UInt(capacity)) }
                guard count > 0 else { return names }
                var start = 0
                while start < count {
                    // Inode, offset, length of the record, type, name.
                    let bytes = (buffer + start + 19).assumingMemoryBound(to: UInt8.self)
                    let name = UnreadableName.text(
                        UnsafeBufferPointer(start: bytes, count: strlen(bytes)),
                        isDirectory: buffer.load(fromByteOffset: start + 18, as: UInt8.self) == Self.directoryRecord)
                    if name != ".", name != ".." { names.append(name) }
                    start += Int(buffer.loadUnaligned(fromByteOffset: start + 16, as: UInt16.self))
                }
            }
        }

        /// The process's mask for new files, as the kernel tells it; nil without `/proc`.
        ///
        /// To ask by `umask` is to set it, also for the files that other threads make meanwhile.
        func knownMask() -> UInt32? {
            guard let status = try? open("/proc/self/status", in: .workingDirectory, .read) else { return nil }
            defer { try? close(status) }
            // It stands in the second line, behind the program's name.
            return withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
                (try? read(status, into: buffer)).flatMap { Self.mask(inStatus: .init(rebasing: buffer[..<$0])) }
            }
        }

        /// The octal number of the line `Umask:`, if that line is whole.
        static func mask(inStatus text: UnsafeRawBufferPointer) -> UInt32? {
            var rest = text[...]
            while let end = rest.firstIndex(of: 0x0A) {
                let line = rest[..<end]
                rest = rest[(end + 1)...]
                guard line.starts(with: "Umask:\t".utf8) else { continue }
                let digits = line.dropFirst(7)
                guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x37).contains($0) }) else {
                    return nil
                }
                return digits.reduce(0) { $0 << 3 | UInt32($1 - 0x30) }
            }
            return nil
        }

        package func takeLease(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno) {
            // The kernel tells that somebody waits by a signal, SIGIO, which would end the process. SIGURG does nothing.
            _ = try checked { toolkit_fcntl(descriptor.number, Int32(toolkit_set_signal), Int(SIGURG)) }
            _ = try checked { toolkit_fcntl(descriptor.number, Int32(toolkit_set_lease), Self.lease(kind)) }
        }

        package func isLeaseWanted(_ descriptor: FileDescriptor, _ kind: LeaseKind) throws(Errno) -> Bool {
            // It is told as what it has to become.
            try checked { toolkit_fcntl(descriptor.number, Int32(toolkit_get_lease), 0) } != Self.lease(kind)
        }

        package func endLease(_ descriptor: FileDescriptor) throws(Errno) {
            _ = try checked { toolkit_fcntl(descriptor.number, Int32(toolkit_set_lease), Int(F_UNLCK)) }
        }

        private static func lease(_ kind: LeaseKind) -> Int {
            Int(kind == .readersAllowed ? F_RDLCK : F_WRLCK)
        }

        package func synchronize(_ descriptor: FileDescriptor) throws(Errno) {
            _ = try checked { fsync(descriptor.number) }
        }
    }

    extension stat {
        var modificationTimespec: timespec { st_mtim }
        var changeTimespec: timespec { st_ctim }
    }

    extension sigaction {
        mutating func ignoreSignal() { __sigaction_handler.sa_handler = SIG_IGN }
    }
#endif
