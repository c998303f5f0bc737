/// Permission bits of a file, the set-id and sticky bits among them.
package struct FileMode: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue & 0o7777 }

    package static let secretFile = FileMode(rawValue: 0o600)
    package static let secretDirectory = FileMode(rawValue: 0o700)

    /// What a new ordinary file gets: what the process's mask leaves, but that its owner can read it again.
    static func ofNewFile(mask: FileMode) -> FileMode { FileMode(rawValue: 0o600 | 0o666 & ~mask.rawValue) }

    /// Whether the group or everyone may read, write or run the file.
    package var isOpenToOthers: Bool { rawValue & 0o077 != 0 }

    /// Four octal digits: `0644`.
    package var octal: String {
        let digits = String(rawValue, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
