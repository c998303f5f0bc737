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
            try filled(capacity: 65_536) { buffer, capacity in
                fgetxattr(descriptor.number, name, buffer, capacity)
            }
        }

        package func setAttribute(_ descriptor: FileDescriptor, _ name: String, _ value: [UInt8]) throws(Errno) {
            _ = try checked { fsetxattr(descriptor.number, name, value, value.count, 0) }
        }

        package func removeAttribute(_ descriptor: FileDescriptor, _ name: String) throws(Errno) {
            _ = try checked { fremovexattr(descriptor.number, name) }
        }

        package func renameExclusively(_ old: String, to new: String) throws(Errno) {
            _ = try checked { toolkit_renameat2(AT_FDCWD, old, AT_FDCWD, new, UInt32(toolkit_rename_no_replace)) }
        }

        package func synchronize(_ descriptor: FileDescriptor) throws(Errno) {
            _ = try checked { fsync(descriptor.number) }
        }
    }

    extension stat {
        var modificationTimespec: timespec { st_mtim }
    }

    extension sigaction {
        mutating func ignoreSignal() { __sigaction_handler.sa_handler = SIG_IGN }
    }
#endif
