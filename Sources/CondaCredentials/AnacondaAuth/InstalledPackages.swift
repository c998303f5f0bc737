import CondaURL
package import HostPlatform

/// What the Python of a base installation finds installed, read from its files: no Python is run.
///
/// The user's own directory comes before the installation's, as `import` has it.
///
/// Source: CPython's `site`, `importlib.metadata`; the layout of a conda environment.
package struct InstalledPackages {
    /// One installed package.
    package struct Package: Sendable, Equatable {
        /// As its metadata have it.
        package let version: String
        /// The file or directory that told.
        package let path: String
    }

    private let host: Host
    private let files: SettingFiles
    /// The directories of packages, the one that counts first.
    package let directories: [String]

    package init(host: Host, root: String, files: SettingFiles) {
        self.host = host
        self.files = files
        var directories: [String] = []
        let python = InstalledPackages.pythonVersion(host, root, files)
        if host.environment.nonEmpty("PYTHONNOUSERSITE") == nil, let python,
            let own = InstalledPackages.userDirectory(host, python)
        {
            directories.append(own)
        }
        if host.platform.isWindows {
            directories.append(host.join(root, "Lib", "site-packages"))
        } else if let python {
            directories.append(host.join(root, "lib", "python\(python)", "site-packages"))
        }
        self.directories = directories
    }

    /// The package of the first of these names that a directory has, the directory that counts first.
    ///
    /// - Parameter names: with `_`, as the directories of metadata have them.
    package func package(_ names: String...) -> Package? {
        for directory in directories {
            let inside = files.names(directory)
            for name in names {
                let found = inside.filter { InstalledPackages.isMetadata($0, of: name) }
                if found.count == 1 { return single(found[0], in: directory) }
                if !found.isEmpty { return decided(among: found, name, in: directory) }
            }
        }
        return nil
    }

    private func single(_ metadata: String, in directory: String) -> Package? {
        let folder = host.join(directory, metadata)
        let file = host.join(folder, "METADATA")
        if case .bytes(let bytes) = files.read(file), let version = InstalledPackages.version(inMetadata: bytes) {
            return Package(version: version, path: file)
        }
        return InstalledPackages.version(inName: metadata).map { Package(version: $0, path: folder) }
    }

    /// Several are left over from upgrades: the code itself tells which.
    private func decided(among metadata: [String], _ name: String, in directory: String) -> Package? {
        let file = host.join(directory, name, "_version.py")
        if case .bytes(let bytes) = files.read(file), let version = InstalledPackages.version(inCode: bytes) {
            return Package(version: version, path: file)
        }
        let newest = metadata.max { one, other in
            let (one, other) = (InstalledPackages.version(inName: one), InstalledPackages.version(inName: other))
            guard let one = one.flatMap({ ReleaseVersion($0) }) else { return true }
            guard let other = other.flatMap({ ReleaseVersion($0) }) else { return false }
            return one < other
        }
        return newest.flatMap { single($0, in: directory) }
    }

    // MARK: Names

    /// `anaconda_auth-0.15.3.dist-info`
    private static func isMetadata(_ directory: String, of name: String) -> Bool {
        let suffix = ".dist-info"
        guard directory.hasSuffix(suffix), let dash = directory.utf8.firstIndex(of: UInt8(ascii: "-")) else {
            return false
        }
        let own = directory[..<dash].lowercased().map { $0 == "-" || $0 == "." ? "_" : $0 }
        return String(own) == name
    }

    private static func version(inName directory: String) -> String? {
        let parts = directory.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        return parts[1].hasSuffix(".dist") ? String(parts[1].dropLast(5)) : String(parts[1])
    }

    /// `Version: 0.15.3` among the headers, which an empty line ends.
    private static func version(inMetadata bytes: [UInt8]) -> String? {
        let name = "Version:"
        let headers = PythonText.lines(bytes).prefix { !$0.isEmpty }
        guard let line = headers.first(where: { $0.hasPrefix(name) }) else { return nil }
        let value = String(line.dropFirst(name.count)).strippedAsPython
        return value.isEmpty ? nil : value
    }

    /// `__version__ = version = '0.15.3'`
    private static func version(inCode bytes: [UInt8]) -> String? {
        for line in PythonText.lines(bytes) {
            guard line.hasPrefix("__version__") || line.hasPrefix("version"), line.utf8.contains(UInt8(ascii: "="))
            else { continue }
            let quoted = line.split(whereSeparator: { $0 == "'" || $0 == "\"" })
            if quoted.count >= 2, ReleaseVersion(String(quoted[1])) != nil { return String(quoted[1]) }
        }
        return nil
    }

    // MARK: Python

    /// `3.12`: from the record of conda's package, else from the directories that are there.
    private static func pythonVersion(_ host: Host, _ root: String, _ files: SettingFiles) -> String? {
        for record in files.names(host.join(root, "conda-meta")) where record.hasPrefix("python-") {
            let parts = record.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 3, record.hasSuffix(".json"), let version = ReleaseVersion(String(parts[1])),
                version.numbers.count >= 2
            else { continue }
            return "\(version.numbers[0]).\(version.numbers[1])"
        }
        let versions = files.names(host.join(root, "lib")).compactMap { name -> ReleaseVersion? in
            guard name.hasPrefix("python"), let version = ReleaseVersion(String(name.dropFirst(6))),
                version.numbers.count == 2, name == "python\(version.numbers[0]).\(version.numbers[1])"
            else { return nil }
            return version
        }
        return versions.max().map { "\($0.numbers[0]).\($0.numbers[1])" }
    }

    private static func userDirectory(_ host: Host, _ python: String) -> String? {
        let usual =
            host.platform.isWindows
            ? host.environment.nonEmpty("APPDATA").map { host.join($0, "Python") }
            : host.home.map { host.join($0, ".local") }
        guard let base = host.environment.nonEmpty("PYTHONUSERBASE") ?? usual else { return nil }
        let own = host.absolute(host.expandingHome(base))
        return host.platform.isWindows
            ? host.join(own, "Python" + python.filter { $0 != "." }, "site-packages")
            : host.join(own, "lib", "python\(python)", "site-packages")
    }
}
