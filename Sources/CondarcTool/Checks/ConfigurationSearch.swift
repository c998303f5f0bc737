import CondaSession
import HostPlatform
import SecureFileStore

/// The configuration files below a directory, in the order of their paths, one at a time. Links to directories are not
/// followed, so that a search ends.
struct ConfigurationSearch {
    enum Found {
        case file(String)
        /// A directory that cannot be listed.
        case unreadable(String, FileError)
    }

    private let session: Session
    /// What is still to be looked at, the next one last.
    private var open: [String]
    private var isFirst = true

    init(in directory: String, _ session: Session) {
        self.session = session
        open = [directory]
    }

    mutating func next() -> Found? {
        while let path = open.popLast() {
            let isNamed = isFirst
            isFirst = false
            // What cannot be looked at is no file of conda's.
            guard let metadata = (try? session.files.metadata(path)) ?? nil else {
                if let error = unreadableName(of: path) { return .unreadable(path, error) }
                continue
            }
            switch metadata.kind {
            case .directory where isNamed || !metadata.isLinked:
                do throws(FileError) {
                    open += try session.files.list(path).reversed().map { session.host.join(path, $0) }
                } catch { return .unreadable(path, error) }
            case .file where isConfiguration(path): return .file(path)
            default: continue
            }
        }
        return nil
    }

    /// The error for what has a name that no path can hold, where conda would read it or what is in it.
    private func unreadableName(of path: String) -> FileError? {
        let isDirectory = path.hasSuffix("/")
        let name = session.host.platform.baseName(of: isDirectory ? String(path.dropLast()) : path)
        guard UnreadableName.isPossible(name), isDirectory || isConfiguration(path) else { return nil }
        return FileError(
            .invalidPath, "its name is not UTF-8, so it was not looked at", path: path, hint: "give it another name")
    }

    private func isConfiguration(_ path: String) -> Bool {
        let platform = session.host.platform
        let name = platform.baseName(of: path)
        if name == ".condarc" || name == "condarc" || name.hasSuffix(".condarc") { return true }
        guard [".yml", ".yaml"].contains(where: { name.hasSuffix($0) && name != $0 }) else { return false }
        return platform.baseName(of: platform.parent(of: path)) == "condarc.d"
    }
}
