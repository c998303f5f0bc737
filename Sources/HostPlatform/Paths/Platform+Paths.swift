/// How a platform's paths are written: pure functions of text, so that every platform's can be told on any of them.
///
/// - Source: Python's `posixpath` and `ntpath`, which decide for conda
extension Platform {
    /// The separator this platform writes.
    package var separator: String { isWindows ? "\\" : "/" }

    /// What stands between the entries of `PATH`.
    package var listSeparator: UInt8 { UInt8(ascii: isWindows ? ";" : ":") }

    package func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || (isWindows && byte == UInt8(ascii: "\\"))
    }

    /// Whether a path does not depend on the current directory.
    ///
    /// On Windows it begins with a drive and a separator, or with two separators (a share); `\x` is on the current drive.
    package func isAbsolute(_ path: String) -> Bool {
        guard isWindows else { return path.utf8.first == UInt8(ascii: "/") }
        let parts = split(path)
        return parts.drive.utf8.count > 2 || (!parts.drive.isEmpty && !parts.root.isEmpty)
    }

    /// A path inside a directory; an absolute one stands for itself, as does everything before it.
    package func join(_ directory: String, _ path: String) -> String {
        guard isWindows else {
            guard let last = directory.utf8.last, !isAbsolute(path) else { return path }
            return directory + (isSeparator(last) ? "" : separator) + path
        }
        let left = split(directory)
        let right = split(path)
        if !right.root.isEmpty || isAbsolute(path) {
            // `\x` stays on the directory's drive.
            return right.drive.isEmpty ? left.drive + path : path
        }
        // `D:x` is relative to a directory of another drive, about which nothing is known.
        if !right.drive.isEmpty, right.drive.uppercased() != left.drive.uppercased() { return path }
        let rest = right.rest
        guard let last = directory.utf8.last else { return path }
        let needsSeparator = !isSeparator(last) && !(left.rest.isEmpty && left.drive.utf8.count == 2)
        return directory + (needsSeparator ? separator : "") + rest
    }

    /// The path of the directory that holds this one; empty for a lone name, the root for the root.
    package func parent(of path: String) -> String {
        let parts = split(path)
        let bytes = Array(parts.rest.utf8)
        var end = bytes.count
        while end > 0, !isSeparator(bytes[end - 1]) { end -= 1 }
        while end > 0, isSeparator(bytes[end - 1]) { end -= 1 }
        return parts.drive + parts.root + String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// The last name in a path; empty where the path ends in a separator.
    package func baseName(of path: String) -> String {
        let rest = Array(split(path).rest.utf8)
        let start = rest.lastIndex(where: isSeparator).map { $0 + 1 } ?? 0
        return String(decoding: rest[start...], as: UTF8.self)
    }

    /// A path without empty names, `.` and `..`, by its text alone: symbolic links are not looked at.
    package func normalized(_ path: String) -> String {
        if isNormalized(path) { return path }
        let parts = split(path)
        let isRooted = !parts.root.isEmpty || parts.drive.utf8.count > 2
        var names: [String] = []
        // By bytes: a combining character after a slash does not make it another sign.
        for bytes in Array(parts.rest.utf8).split(whereSeparator: isSeparator) {
            let name = String(decoding: bytes, as: UTF8.self)
            switch name {
            case ".": continue
            case ".." where names.last.map { $0 != ".." } ?? false: names.removeLast()
            case ".." where isRooted: continue
            default: names.append(name)
            }
        }
        let backslash = UInt8(ascii: "\\")
        // Empty but on Windows.
        let drive = String(decoding: parts.drive.utf8.map { isSeparator($0) ? backslash : $0 }, as: UTF8.self)
        // POSIX gives exactly two leading slashes a meaning of their own.
        let root = parts.root.isEmpty ? "" : (!isWindows && parts.root == "//" ? "//" : separator)
        let result = drive + root + names.joined(separator: separator)
        return result.isEmpty ? "." : result
    }

    /// Whether an absolute path surely has nothing to leave out; most have not.
    private func isNormalized(_ path: String) -> Bool {
        guard !isWindows, isAbsolute(path) else { return false }
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        // Of the name that is being read: whether it is nothing but dots so far.
        var isOnlyDots = false
        for byte in path.utf8 {
            if byte == slash {
                if isOnlyDots { return false }
                isOnlyDots = true
            } else if byte != dot {
                isOnlyDots = false
            }
        }
        return !isOnlyDots
    }

    /// A path cut into drive (`C:`, `\\server\share`; empty but on Windows), the separators after it, and the rest.
    func split(_ path: String) -> (drive: String, root: String, rest: String) {
        let bytes = Array(path.utf8)
        let drive = isWindows ? driveLength(bytes) : 0
        var root = drive
        while root < bytes.count, isSeparator(bytes[root]) { root += 1 }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return (text(0..<drive), text(drive..<root), text(root..<bytes.count))
    }

    /// Bytes of a Windows path that name its drive or share.
    private func driveLength(_ bytes: [UInt8]) -> Int {
        guard bytes.count >= 2 else { return 0 }
        if isSeparator(bytes[0]), isSeparator(bytes[1]), bytes.count == 2 || !isSeparator(bytes[2]) {
            // The server's name, then the share's.
            guard let server = bytes[2...].firstIndex(where: isSeparator) else { return bytes.count }
            return bytes[(server + 1)...].firstIndex(where: isSeparator) ?? bytes.count
        }
        return bytes[1] == UInt8(ascii: ":") ? 2 : 0
    }
}
