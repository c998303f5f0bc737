import CondaSession
import Condarc

/// conda's source files as they would be after an edit of one.
struct EditedSourceFiles: SourceFiles {
    let stored: StoredSourceFiles
    let path: String
    let edited: [UInt8]

    func kind(of path: String) -> SourceFileKind { path == self.path ? .file : stored.kind(of: path) }

    func names(in directory: String) -> [String]? { stored.names(in: directory) }

    func bytes(of path: String) throws(CondarcError) -> [UInt8] {
        path == self.path ? edited : try stored.bytes(of: path)
    }
}
