package import Condarc
import LosslessYAML
package import SecureFileStore

/// conda's source files on the disk: what `Condarc` asks, answered by the only code that opens files.
package struct StoredSourceFiles: SourceFiles {
    private let store: FileStore
    private let limit: Int

    /// - Parameter limit: most bytes of a file.
    package init(store: FileStore, limit: Int) {
        self.store = store
        self.limit = limit
    }

    package func kind(of path: String) -> SourceFileKind {
        do throws(FileError) {
            switch try store.metadata(path)?.kind {
            case .file: return .file
            case .directory: return isRefused(path) ? .refused : .directory
            case nil: return UnreadableName.isPossible(path) ? .file : .none
            default: return .other
            }
        } catch {
            // What cannot be looked at is not there for conda, either.
            return error.code == .loop ? .loop : .none
        }
    }

    /// Whether a directory is not listed for something that conda would not meet: a link on the way that is not trusted, or
    /// a system that is out of what it takes.
    private func isRefused(_ directory: String) -> Bool {
        do throws(FileError) { _ = try store.list(directory) } catch {
            return error.code == .io || error.code == .permission && error.errno == nil
        }
        return false
    }

    package func names(in directory: String) -> [String]? { try? store.list(directory) }

    package func bytes(of path: String) throws(CondarcError) -> [UInt8] {
        do throws(FileError) {
            let snapshot = try snapshot(path)
            guard snapshot.exists || !UnreadableName.isPossible(path) else {
                throw FileError(
                    .invalidPath, "the name of \(path) is not UTF-8, so it was not looked at", path: path,
                    hint: "conda reads it all the same: give it another name")
            }
            return snapshot.bytes
        } catch { throw CondarcError(.unreadable, "\(error.message)", path: path, hint: error.hint.map { Advice($0) }) }
    }

    private func snapshot(_ path: String) throws(FileError) -> FileSnapshot {
        do throws(FileError) {
            return try store.snapshot(path, limit: limit)
        } catch {
            // A directory comes here only because it cannot be listed: why is the better answer.
            if error.code == .notARegularFile, [.directory, .refused].contains(kind(of: path)) {
                _ = try store.list(path)
            }
            throw error
        }
    }
}
