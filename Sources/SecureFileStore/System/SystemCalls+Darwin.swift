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

        package func renameExclusively(_ old: String, to new: String) throws(Errno) {
            _ = try checked { renamex_np(old, new, UInt32(RENAME_EXCL)) }
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
    }

    extension sigaction {
        mutating func ignoreSignal() { __sigaction_u.__sa_handler = SIG_IGN }
    }
#endif
