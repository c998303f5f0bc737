import CondaSession
import Condarc

/// conda's source files as they would be after edits of some.
struct EditedSourceFiles: SourceFiles {
    let stored: StoredSourceFiles
    /// By their paths.
    let edited: [String: [UInt8]]

    func kind(of path: String) -> SourceFileKind { edited[path] == nil ? stored.kind(of: path) : .file }

    func names(in directory: String) -> [String]? { stored.names(in: directory) }

    func bytes(of path: String) throws(CondarcError) -> [UInt8] {
        if let bytes = edited[path] { return bytes }
        return try stored.bytes(of: path)
    }
}
