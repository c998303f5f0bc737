extension FileStore {
    /// The names in a directory, sorted by code point.
    ///
    /// - Throws: `notFound`, `permission`, `io`.
    package func list(_ directory: String) throws(FileError) -> [String] {
        do {
            return try calls.names(inDirectory: directory).sorted {
                $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
            }
        } catch {
            throw FileError(error, cannot: "list the directory \(directory)", path: directory)
        }
    }

    /// Makes a directory and those above it that are missing; one that is there stays as it is.
    ///
    /// - Parameter created: gets the directories that were made, the outermost first.
    func createMissing(_ path: String, mode: FileMode, created: inout [String]) throws(FileError) {
        var missing: [String] = []
        var current = path
        while true {
            guard try resolve(current).status == nil else { break }
            missing.append(current)
            let parent = directory(of: current)
            guard parent != current else { break }
            current = parent
        }
        for directory in missing.reversed() {
            do {
                try calls.makeDirectory(directory, mode: mode)
                created.append(directory)
                try flushName(of: directory)
            } catch .exists {
                // Another process was faster.
                continue
            } catch {
                throw FileError(error, cannot: "make the directory \(directory)", path: directory)
            }
        }
    }

    /// Waits until a new directory's name is on the disk.
    private func flushName(of directory: String) throws(Errno) {
        let parent = self.directory(of: directory)
        // One that may not be read cannot be flushed; what is in it survives all the same on most file systems.
        guard let descriptor = try? calls.open(parent, .directory, mode: FileMode(rawValue: 0)) else { return }
        defer { closeQuietly(descriptor) }
        _ = flush(DirectoryLock(path: parent, descriptor: descriptor, isHeld: false))
    }
}
