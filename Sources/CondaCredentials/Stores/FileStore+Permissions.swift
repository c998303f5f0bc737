package import SecureFileStore

/// What others may do with files of stores that they should not.
extension FileStore {
    /// A problem for a directory in which others may replace files; nil for one that is sound or not there.
    package func problem(ofDirectory path: String) -> StoreProblem? {
        guard let metadata = (try? metadata(path)) ?? nil, metadata.kind == .directory,
            metadata.mode.rawValue & 0o022 != 0, metadata.mode.rawValue & 0o1000 == 0
        else { return nil }
        return StoreProblem(
            .mode, path: path, message: "others may replace the files in the directory (mode \(metadata.mode.octal))",
            isFixable: true)
    }

    /// A problem for a file that others may read or write.
    ///
    /// - Parameter what: what they may read, for people.
    func problem(ofFile path: String, mode: FileMode?, what: String = "the file") -> StoreProblem? {
        guard let mode, mode.isOpenToOthers else { return nil }
        return StoreProblem(
            .mode, path: path, message: "others may read \(what) (mode \(mode.octal))", isFixable: true)
    }
}
