import HostPlatform

extension FileStore {
    /// The names in a directory, sorted by code point.
    ///
    /// - Throws: `notFound`, `permission`, also for a link that is not trusted; `io`.
    package func list(_ directory: String) throws(FileError) -> [String] {
        try listAsStored(directory).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// The names in a directory in the order in which the system has them: what a program sees that does not sort. One
    /// that is no Unicode is escaped (`UnreadableName`).
    ///
    /// - Throws: as `list` does.
    package func listAsStored(_ directory: String) throws(FileError) -> [String] {
        do {
            // One that is not there, or no directory, is opened for the sake of the error.
            let passage = try openDirectory(directory, .passage, for: directory)
            defer { passage.map(closeQuietly) }
            let descriptor = try calls.open(
                passage == nil ? directory : ".", in: passage ?? .workingDirectory, .directory)
            defer { closeQuietly(descriptor) }
            return try calls.names(in: descriptor)
        } catch {
            throw fileError(error, cannot: "list the directory \(directory)", path: directory)
        }
    }

    /// Opens a directory by a path in which every link is trusted; nil where there is none.
    ///
    /// - Parameter access: `directory`, or `passage` for one that is only gone through. One that may not be listed is opened as
    ///   a passage.
    func openDirectory(_ path: String, _ access: FileAccess, for file: String) throws(FileError) -> FileDescriptor? {
        do {
            return try calls.openWithoutLinks(path, access)
        } catch {
            switch error {
            case .notFound, .notADirectory: return nil
            case .accessDenied where access == .directory: return try openDirectory(path, .passage, for: file)
            // A link is on the way, or there is no such call, or a sandbox that does not know it.
            case .tooManyLinks, .noSystemCall, .notPermitted, .invalid, .notSupported: break
            default: throw FileError(error, cannot: "reach the directory \(path)", path: file)
            }
        }
        do {
            guard let passage = try walk(path) else { return nil }
            guard access == .directory else { return passage }
            defer { closeQuietly(passage) }
            do {
                return try calls.open(".", in: passage, .directory)
            } catch {
                guard error == .accessDenied else { throw error }
            }
            return try calls.open(".", in: passage, .passage)
        } catch {
            throw fileError(error, cannot: "reach the directory \(path)", path: file)
        }
    }

    /// What is left of a path that is gone step by step.
    private enum Step {
        case name(String)
        /// All of a link has been gone.
        case endOfLink(LinkOnTheWay)
    }

    /// Goes a directory's path name by name, each opened in the directory before it.
    private func walk(_ path: String) throws -> FileDescriptor? {
        var current = try calls.open(start(of: path), in: .workingDirectory, .passage)
        var reached = start(of: path)
        var steps = names(of: path)
        var links = 0
        do {
            while let step = steps.popLast() {
                switch step {
                case .endOfLink(let link):
                    try require(link, leadsTo: try calls.status(of: current), in: current)
                case .name(let name):
                    if let next = try enter(name, in: current) {
                        closeQuietly(current)
                        current = next
                        reached = platform.join(reached, name)
                        continue
                    }
                    guard let status = try status(of: name, in: current), status.kind == .link else {
                        closeQuietly(current)
                        return nil
                    }
                    links += 1
                    guard links <= Self.mostLinks else { throw loop(path) }
                    if let link = try link(status, at: platform.join(reached, name), in: current) {
                        steps.append(.endOfLink(link))
                    }
                    let destination = try calls.linkDestination(name, in: current)
                    if platform.isAbsolute(destination) {
                        reached = start(of: destination)
                        let first = try calls.open(reached, in: .workingDirectory, .passage)
                        closeQuietly(current)
                        current = first
                    }
                    steps += names(of: destination)
                }
            }
            return current
        } catch {
            closeQuietly(current)
            throw error
        }
    }

    /// The directory of that name; nil where it is none, or a link.
    private func enter(_ name: String, in directory: FileDescriptor) throws(Errno) -> FileDescriptor? {
        do {
            return try calls.open(name, in: directory, .passage)
        } catch {
            guard error == .tooManyLinks || error == .notADirectory || error == .notFound else { throw error }
            return nil
        }
    }

    private func start(of path: String) -> String {
        guard platform.isAbsolute(path) else { return "." }
        return platform.isWindows ? String(path.prefix(3)) : "/"
    }

    /// The names of a path, the last one first.
    private func names(of path: String) -> [Step] {
        let rest = platform.isWindows && platform.isAbsolute(path) ? path.dropFirst(3) : path[...]
        // By hand: `split` makes a type of its own at the start of every program, for one array in `append`.
        var names: [Step] = []
        var bytes = rest.utf8
        while let last = bytes.last {
            if platform.isSeparator(last) {
                bytes.removeLast()
                continue
            }
            let start = bytes.lastIndex(where: platform.isSeparator).map { bytes.index(after: $0) } ?? bytes.startIndex
            names.append(.name(String(decoding: bytes[start...], as: UTF8.self)))
            bytes = bytes[..<start]
        }
        return names
    }
}
