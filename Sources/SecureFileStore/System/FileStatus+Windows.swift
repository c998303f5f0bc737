#if os(Windows)
    import WinSDK

    // Written for Windows and not yet compiled or run there.

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
                changed: since1970 &* 100, names: Int(information.nNumberOfLinks))
        }

        /// The status of what has no place on a disk.
        static func special(_ kind: FileKind) -> FileStatus {
            FileStatus(
                kind: kind, mode: FileMode(rawValue: 0o666), user: 0, group: 0, size: 0, device: 0, inode: 0,
                modified: 0, changed: 0, names: 1)
        }
    }
#endif
