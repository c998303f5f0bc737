extension FileStore {
    /// Waits until a file that is right already, and the names of it and of its directories, are on the disk.
    ///
    /// For a caller who is about to remove the only other copy: that an earlier run, or another program, wrote the file
    /// does not mean that it survives a power failure. A link is followed; its own directory is flushed too.
    ///
    /// - Throws: `notFound` where there is no such file; `permission`, `io`, where something could not be flushed.
    package func flush(_ path: String) throws(FileError) {
        let target = try resolve(path)
        guard let status = target.status else {
            throw FileError(.notFound, "there is no file \(path)", path: path)
        }
        try requireRegular(status, path: path)
        try synchronize(target.path, .read, path)
        var current = directory(of: target.path)
        // Those above belong to somebody else, who made them long ago.
        while true {
            try synchronize(current, .directory, path)
            let parent = directory(of: current)
            guard parent != current, let above = try resolve(current).status, above.user == status.user else { break }
            current = parent
        }
        if target.isLinked { try synchronize(directory(of: path), .directory, path) }
    }

    private func synchronize(_ place: String, _ access: FileAccess, _ path: String) throws(FileError) {
        do {
            let descriptor = try calls.open(place, access, mode: FileMode(rawValue: 0))
            defer { closeQuietly(descriptor) }
            do {
                try calls.synchronize(descriptor)
            } catch {
                // File systems without a notion of it have nothing to flush.
                guard error == .invalid || error == .notSupported || error == .noSystemCall else { throw error }
            }
        } catch {
            throw fileError(
                error, cannot: "flush \(place) to the disk", path: path,
                hint: "until that works, a power failure may undo what was written")
        }
    }
}
