import CondaSession
import Condarc
import HostPlatform
import LosslessYAML
import SecureFileStore

/// The files of one scope of a policy: like conda's, but what cannot be looked at is told rather than passed over, and
/// nothing is followed out of a boundary.
struct ScopeFiles: SourceFiles {
    let session: Session
    /// Files that count even before they are there.
    let targets: [String]
    /// The directory that links may not lead out of; nil where they are the user's own matter.
    let boundary: String?

    func kind(of path: String) -> SourceFileKind {
        do throws(FileError) {
            try stayInside(path)
            switch try session.files.metadata(path)?.kind {
            case .file: return .file
            // An edit cannot reach it then.
            case .directory: return targets.contains(path) ? .refused : .directory
            case nil: return targets.contains(path) || isRepaired(path) ? .file : .none
            // Reading it tells that it is none.
            default: return unusable(path)
            }
        } catch {
            return unusable(path)
        }
    }

    func names(in directory: String) -> [String]? {
        guard (try? stayInside(directory)) != nil else { return nil }
        return try? session.files.list(directory)
    }

    func bytes(of path: String) throws(CondarcError) -> [UInt8] { try snapshot(path).bytes }

    /// The content of a file, or of one that is not there yet.
    func snapshot(_ path: String) throws(CondarcError) -> FileSnapshot {
        do throws(FileError) {
            try stayInside(path)
            if try session.files.metadata(path)?.kind == .directory { _ = try session.files.list(path) }
            let snapshot = try session.files.snapshot(path, limit: SizeLimit.configuration, afterWriters: true)
            guard snapshot.exists || !isRepaired(path) else {
                throw FileError(
                    .notFound, "the name of a file in this directory is not in UTF-8: \(path)", path: path,
                    hint: "conda reads it all the same: let the owner rename it")
            }
            return snapshot
        } catch {
            let hint =
                error.code == .notARegularFile ? "let the owner move it away: a file is due at this place" : error.hint
            throw CondarcError(.unreadable, "\(error.message)", path: path, hint: hint.map { Advice($0) })
        }
    }

    /// Whether a name was not in UTF-8, so that a file which conda reads is at no path that could be said.
    private func isRepaired(_ path: String) -> Bool {
        UnreadableName.isPossible(session.host.platform.baseName(of: path))
    }

    /// What makes the search path hand it on to be read, so that the reason is told.
    private func unusable(_ path: String) -> SourceFileKind {
        SearchPath.isNamedAsSource(session.host.platform.baseName(of: path)) ? .file : .directory
    }

    /// Throws where a link on the way leads out of the boundary.
    func stayInside(_ path: String) throws(FileError) {
        guard let boundary else { return }
        guard try isInside(path, boundary, hops: 0) else {
            throw FileError(
                .loop, "a link on the way to \(path) leads out of \(boundary), and is not followed", path: path,
                hint: "let the owner replace it by a file, or run this as the owner")
        }
    }

    private func isInside(_ path: String, _ boundary: String, hops: Int) throws(FileError) -> Bool {
        let platform = session.host.platform
        let start = boundary.hasSuffix("/") ? boundary : boundary + "/"
        let normal = platform.normalized(path)
        guard hops < 40, normal.hasPrefix(start) else { return false }
        var passed = String(start.dropLast())
        let names = normal.dropFirst(start.count).split(separator: "/")
        for (position, name) in names.enumerated() {
            passed = platform.join(passed, String(name))
            guard let found = try session.files.metadata(passed) else { return true }
            guard found.isLinked else { continue }
            let rest = names[(position + 1)...].joined(separator: "/")
            let end = rest.isEmpty ? found.resolvedPath : platform.join(found.resolvedPath, rest)
            return try isInside(end, boundary, hops: hops + 1)
        }
        return true
    }
}
