/// Paths as one process means them.
extension Host {
    /// A path inside a directory, by the platform's rules.
    package func join(_ directory: String, _ names: String...) -> String {
        names.reduce(directory) { platform.join($0, $1) }
    }

    /// A path below the home directory; nil where nothing names one.
    package func inHome(_ names: String...) -> String? { home.map { names.reduce($0) { join($0, $1) } } }

    /// A path that no longer depends on the current directory; `..` and links are left to the system.
    package func absolute(_ path: String) -> String {
        platform.isAbsolute(path) ? path : platform.join(currentDirectory, path)
    }

    /// A path as conda reads one in a setting: variables and `~` expanded, absolute, without `.` and `..`.
    ///
    /// - Source: conda's `common.path.expand`
    package func expanded(_ path: String) -> String {
        platform.normalized(absolute(expandingHome(expandingVariables(path))))
    }

    /// A path with a leading `~` replaced by the home directory.
    ///
    /// - Parameter path: the path; others than those with a leading `~` stay as they are, and so does `~user` where
    ///   nobody knows the user. On Windows its home is taken to be a sibling of the present user's.
    /// - Source: Python's `os.path.expanduser`
    package func expandingHome(_ path: String) -> String {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "~") else { return path }
        let end = bytes.firstIndex(where: platform.isSeparator) ?? bytes.count
        let user = String(decoding: bytes[1..<end], as: UTF8.self)
        let rest = String(decoding: bytes[end...], as: UTF8.self)
        guard let found = user.isEmpty ? home : homeOfUser(user) ?? sibling(user) else { return path }
        if platform.isWindows { return found + rest }
        let text = found.trimmingTrailing(UInt8(ascii: "/")) + rest
        return text.isEmpty ? "/" : text
    }

    /// The home directory of another Windows user, where the present one's is named after its user.
    private func sibling(_ user: String) -> String? {
        guard platform.isWindows else { return nil }
        let name = environment["USERNAME"]
        if user == name { return home }
        guard let home, platform.baseName(of: home) == name else { return nil }
        return platform.join(platform.parent(of: home), user)
    }
}

extension String {
    func trimmingTrailing(_ byte: UInt8) -> String {
        var bytes = Array(utf8)
        while bytes.last == byte { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
