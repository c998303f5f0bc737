/// What this module needs to know of files: whoever opens them hands it in.
package protocol SourceFiles {
    /// What is at the path; symbolic links are followed.
    func kind(of path: String) -> SourceFileKind
    /// The names in a directory, in any order; nil where it cannot be listed.
    func names(in directory: String) -> [String]?
    /// The bytes of a file.
    ///
    /// - Throws: `unreadable`, for a directory that cannot be listed, too.
    func bytes(of path: String) throws(CondarcError) -> [UInt8]
}

/// What is at a path.
package enum SourceFileKind: Hashable, Sendable {
    case none
    case file
    case directory
    /// Symbolic links that lead to each other: nothing is there for conda.
    case loop
    /// A directory that conda would list, and this program does not follow the way to: reading it tells why.
    case refused
    case other
}
