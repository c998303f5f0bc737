/// Where a path leads: a name in an open directory. Whatever is done to the file is done through these two.
struct FilePlace {
    /// The path that was asked for.
    let path: String
    /// The path after following symbolic links at its end.
    let resolvedPath: String
    /// Nil where there is no such directory.
    var directory: FileDescriptor?
    let directoryPath: String
    /// The last name in the resolved path; `.` where it names no file.
    let name: String
    /// What has that name, which is no link; nil where nothing has.
    var status: FileStatus?
    /// Whether a link was followed at the end.
    let isLinked: Bool

    var namesAFile: Bool { name != "." && name != ".." }
}
