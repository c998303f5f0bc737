import CondaSession
import HostPlatform
import SecureFileStore

/// The private copy of a file that an editor works on, in a directory of its own.
struct EditorCopy {
    let path: String
    private let directory: String
    private let files: FileStore
    /// Whether there is no text yet: the copy is a single line feed then, since an editor wants a file.
    private let isNew: Bool

    init(of bytes: [UInt8], _ session: Session) throws {
        files = session.files
        isNew = bytes.isEmpty
        let parent = session.host.environment.nonEmpty("TMPDIR") ?? "/tmp"
        directory = try files.makePrivateDirectory(in: session.host.absolute(parent), prefix: "condarc-tool-")
        // Named so that editors know the language.
        path = session.host.join(directory, "condarc.yml")
        do {
            let content = isNew ? [0x0A] : bytes
            _ = try files.update(path, policy: .secret) { _ in FileChange(content, telling: ()) }
        } catch {
            _ = remove()
            throw error
        }
    }

    /// What the editor saved.
    ///
    /// - Throws: `notFound` where the editor moved or removed it: that is not the same as saving nothing.
    func read() throws(FileError) -> [UInt8] {
        let snapshot = try files.snapshot(path, limit: SizeLimit.configuration)
        guard snapshot.exists else {
            throw FileError(
                .notFound, "the editor left no file \(path)", path: path,
                hint: "nothing was changed; save the file under its own name")
        }
        let bytes = snapshot.bytes
        return isNew && bytes.first == 0x0A ? Array(bytes.dropFirst()) : bytes
    }

    /// Removes the copy, and what the editor left beside it.
    ///
    /// - Returns: why it is still there.
    func remove() -> FileError? {
        do throws(FileError) { try files.removePrivateDirectory(directory) } catch { return error }
        return nil
    }
}
