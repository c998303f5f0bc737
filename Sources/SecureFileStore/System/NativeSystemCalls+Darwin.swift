#if canImport(Darwin)
    import Darwin

    extension NativeSystemCalls {
        package func attributeNames(_ descriptor: FileDescriptor) throws(Errno) -> [String] {
            let list = try filled(capacity: 65_536) { buffer, capacity in
                flistxattr(descriptor.number, buffer.assumingMemoryBound(to: CChar.self), capacity, 0)
            }
            return list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        }

        package func attribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) -> [UInt8] {
            try filled(capacity: 65_536) { buffer, capacity in
                fgetxattr(descriptor.number, name, buffer, capacity, 0, 0)
            }
        }

        package func setAttribute(_ descriptor: FileDescriptor, _ name: String, _ value: [UInt8]) throws(Errno) {
            _ = try checked { fsetxattr(descriptor.number, name, value, value.count, 0, 0) }
        }

        package func removeAttribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) {
            _ = try checked { fremovexattr(descriptor.number, name, 0) }
        }

        package func openWithoutLinks(_ path: String, _ access: FileAccess) throws(Errno) -> FileDescriptor {
            let flags = Self.flags(access) | O_NOFOLLOW_ANY
            return FileDescriptor(number: try checked { Darwin.open(path, flags) })
        }

        /// A descriptor that only reaches things.
        static var passageFlag: Int32 { O_SEARCH }

        static var exclusively: UInt32 { UInt32(RENAME_EXCL) }
        static var exchanging: UInt32 { UInt32(RENAME_SWAP) }

        static func rename(_ place: Int32, _ old: String, _ new: String, _ flags: UInt32) -> Int32 {
            renameatx_np(place, old, place, new, flags)
        }

        /// The system tells the mask for new files only to who sets it.
        func knownMask() -> UInt32? { nil }

        package func names(in directory: FileDescriptor) throws(Errno) -> [String] {
            let copy = try checked { dup(directory.number) }
            guard let stream = fdopendir(copy) else {
                let error = Errno(rawValue: errno)
                Darwin.close(copy)
                throw error
            }
            defer { closedir(stream) }
            rewinddir(stream)
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { throw .invalid }
            var names: [String] = []
            while true {
                errno = 0
                guard let entry = readdir(stream) else {
                    if errno == 0 { return names }
                    throw Errno(rawValue: errno)
                }
                // Read behind the pointer: the record is only as long as its name.
                let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
                let name = String(cString: start)
                if name != ".", name != ".." { names.append(name) }
            }
        }

        /// Also empties the drive's own cache, where the file system can: `fsync` alone does not on macOS.
        ///
        /// - Source: `fcntl` with `F_FULLFSYNC`, else `fsync`
        package func synchronize(_ descriptor: FileDescriptor) throws(Errno) {
            if fcntl(descriptor.number, F_FULLFSYNC) != -1 { return }
            _ = try checked { fsync(descriptor.number) }
        }
    }

    extension stat {
        var modificationTimespec: timespec { st_mtimespec }
        var changeTimespec: timespec { st_ctimespec }
    }

    extension sigaction {
        mutating func ignoreSignal() { __sigaction_u.__sa_handler = SIG_IGN }
    }
#endif
