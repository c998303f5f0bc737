extension FileStore {
    /// Reads everything from an open descriptor: standard input.
    ///
    /// - Parameters:
    ///   - name: what to call it in an error.
    ///   - limit: most bytes.
    package func readAll(
        descriptor: Int32 = 0, name: String = "standard input", limit: Int = defaultLimit
    ) throws(FileError) -> [UInt8] {
        do {
            return try readAll(FileDescriptor(number: descriptor), path: name, limit: limit)
        } catch {
            throw fileError(error, cannot: "read \(name)", path: name)
        }
    }

    /// Reads everything from a file or pipe that the user named, as `--token-file <(command)` makes one.
    ///
    /// A pipe that nobody has opened for writing is an empty one.
    ///
    /// - Parameter limit: most bytes.
    /// - Throws: `notFound`, `notARegularFile` for a directory, `tooLarge`, `permission`, `io`.
    package func readStream(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        guard !path.utf8.contains(0) else {
            throw FileError(.invalidPath, "a file's path holds a NUL byte", path: path)
        }
        do {
            let descriptor = try calls.open(path, .readStream, mode: FileMode(rawValue: 0))
            defer { closeQuietly(descriptor) }
            if try calls.status(of: descriptor).kind == .directory {
                throw FileError(.notARegularFile, "\(path) is a directory, not a file", path: path)
            }
            return try readAll(descriptor, path: path, limit: limit)
        } catch {
            throw fileError(error, cannot: "read \(path)", path: path)
        }
    }
}
