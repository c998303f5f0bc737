extension FileStore {
    /// Waits until a file that is right already, and the names of it and of its directories, are on the disk.
    ///
    /// For a caller who is about to remove the only other copy: that an earlier run, or another program, wrote the file
    /// does not mean that it survives a power failure. A link is followed; its own directory is flushed too.
    ///
    /// - Throws: `notFound` where there is no such file; `permission`, `io`, where something could not be flushed.
    package func flush(_ path: String) throws(FileError) {
        let place = try place(path, .directory)
        guard var directory = place.directory else {
            throw FileError(.notFound, "there is no file \(path)", path: path)
        }
        defer { closeQuietly(directory) }
        guard let descriptor = try openForReading(place), let owner = place.status?.user else {
            throw FileError(.notFound, "there is no file \(path)", path: path)
        }
        defer { closeQuietly(descriptor) }
        try synchronize(descriptor, place.resolvedPath, path)
        try synchronize(directory, place.directoryPath, path)
        do {
            // Those above belong to somebody else, who made them long ago.
            while try calls.status(of: directory).user == owner {
                let above = try calls.open("..", in: directory, .directory)
                let isSame = try calls.status(of: above).isSameFile(as: calls.status(of: directory))
                closeQuietly(directory)
                directory = above
                // The root is its own parent.
                guard !isSame else { break }
                try synchronize(directory, "a directory above", path)
            }
        } catch { throw fileError(error, cannot: "flush the directories above \(path)", path: path) }
        guard place.isLinked, let own = try openDirectory(self.directory(of: path), .directory, for: path) else {
            return
        }
        defer { closeQuietly(own) }
        try synchronize(own, self.directory(of: path), path)
    }

    private func synchronize(_ descriptor: FileDescriptor, _ place: String, _ path: String) throws(FileError) {
        do {
            try synchronize(descriptor)
        } catch {
            throw FileError(
                error, cannot: "flush \(place) to the disk", path: path,
                hint: "until that works, a power failure may undo what was written")
        }
    }

    private func synchronize(_ descriptor: FileDescriptor) throws(Errno) {
        do {
            try calls.synchronize(descriptor)
        } catch {
            // File systems without a notion of it have nothing to flush.
            guard error.isUnsupported else { throw error }
        }
    }

    /// Whether the names in a directory are on the disk.
    func flush(_ directory: FileDescriptor) -> Bool { (try? synchronize(directory)) != nil }
}
