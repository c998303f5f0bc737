import CondaSession
import Condarc

/// conda's source files, each read once; some as they would be after edits.
final class SourceReadings: SourceFiles {
    private let stored: StoredSourceFiles
    private var read: [String: Result<[UInt8], CondarcError>]
    private let edited: Set<String>

    /// - Parameters:
    ///   - before: what need not be read again.
    ///   - edits: what files are to hold in place of what they hold, by their paths.
    init(_ stored: StoredSourceFiles, after before: SourceReadings? = nil, edits: [String: [UInt8]] = [:]) {
        self.stored = stored
        read = (before?.read ?? [:]).merging(edits.mapValues { .success($0) }) { $1 }
        edited = Set(edits.keys)
    }

    func kind(of path: String) -> SourceFileKind { edited.contains(path) ? .file : stored.kind(of: path) }

    func names(in directory: String) -> [String]? { stored.names(in: directory) }

    func bytes(of path: String) throws(CondarcError) -> [UInt8] {
        if let known = read[path] { return try known.get() }
        let found = Result { () throws(CondarcError) in try stored.bytes(of: path) }
        read[path] = found
        return try found.get()
    }
}
