import HostPlatform

extension FileStore {
    /// Makes a directory that nobody else can enter, under a name that nobody could foresee.
    ///
    /// - Returns: its path.
    /// - Throws: `permission`, `notFound`, `io`.
    package func makePrivateDirectory(in parent: String, prefix: String) throws(FileError) -> String {
        do {
            let directory = try calls.open(parent, in: .workingDirectory, .passage)
            defer { closeQuietly(directory) }
            for _ in 0..<10 {
                let name = prefix + String(calls.random(), radix: 36)
                do throws(Errno) {
                    // What is there already is not taken: it would be somebody else's.
                    try calls.makeDirectory(name, in: directory)
                    return platform.join(parent, name)
                } catch {
                    if error != .exists { throw error }
                }
            }
        } catch { throw fileError(error, cannot: "make a directory in \(parent)", path: parent) }
        throw FileError(.io, "cannot make a directory in \(parent)", path: parent)
    }

    /// Removes a private directory with the files in it, such as what an editor left there.
    ///
    /// - Throws: `permission`, `notFound`, `io`; also where a directory stands in it, which is left.
    package func removePrivateDirectory(_ path: String) throws(FileError) {
        do {
            let directory = try calls.open(path, in: .workingDirectory, .directory)
            defer { closeQuietly(directory) }
            for name in try calls.names(in: directory) { try calls.unlink(name, in: directory) }
            try calls.removeDirectory(path, in: .workingDirectory)
        } catch { throw fileError(error, cannot: "remove the directory \(path)", path: path) }
    }
}
