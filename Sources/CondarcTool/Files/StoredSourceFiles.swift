import Condarc
import SecureFileStore

/// conda's source files on the disk.
struct StoredSourceFiles: SourceFiles {
    let store: FileStore

    func kind(of path: String) -> SourceFileKind {
        guard let kind = (try? store.metadata(path))?.kind else { return .none }
        switch kind {
        case .file: return .file
        case .directory: return .directory
        default: return .other
        }
    }

    func names(in directory: String) -> [String]? { try? store.list(directory) }

    func bytes(of path: String) throws(CondarcError) -> [UInt8] {
        do throws(FileError) {
            if kind(of: path) == .directory { _ = try store.list(path) }
            return try store.snapshot(path, limit: TargetFile.limit).bytes
        } catch {
            throw CondarcError(.unreadable, error.message, path: path, hint: error.hint)
        }
    }
}
