package import SecureFileStore

extension CredentialError {
    /// The same error in this module's words.
    package init(_ error: FileError) {
        let code: Code =
            switch error.code {
            case .permission: .permission
            case .locked, .changed: .locked
            case .notFound, .io, .tooLarge, .notARegularFile, .loop, .invalidPath: .io
            }
        self.init(code, error.message, path: error.path, hint: error.hint)
    }

    /// What `FileStore.update` throws: an error of the disk or of the transform.
    init(updating error: any Error, path: String) {
        switch error {
        case let error as CredentialError: self = error
        case let error as FileError: self.init(error)
        default: self.init(.io, "cannot write \(path)", path: path)
        }
    }
}

extension FileStore {
    /// A file of a store with every error in this module's words.
    func read(_ path: String, limit: Int) throws(CredentialError) -> FileSnapshot {
        do { return try snapshot(path, limit: limit) } catch { throw CredentialError(error) }
    }

    /// - Throws: `.conflict` where a file is no longer what was read, as far as its description tells.
    func requireCurrent(_ snapshot: FileSnapshot) throws(CredentialError) {
        let isCurrent: Bool
        do { isCurrent = try self.isCurrent(snapshot) } catch { throw CredentialError(error) }
        guard !isCurrent else { return }
        throw CredentialError(
            .conflict, "\(CondaTokenFile.shown(path: snapshot.path)) was changed by another program",
            path: snapshot.path, hint: "run it again")
    }

    /// A problem for a directory in which others may replace files; nil for one that is sound or not there.
    func problem(ofDirectory path: String) -> StoreProblem? {
        guard let mode = try? metadata(path)?.mode, mode.rawValue & 0o022 != 0, mode.rawValue & 0o1000 == 0 else {
            return nil
        }
        return StoreProblem(
            .mode, path: path, message: "others may replace the files in the directory (mode \(mode.octal))",
            isFixable: true)
    }

    /// A problem for a file that others may read or write.
    func problem(ofFile path: String, mode: FileMode?) -> StoreProblem? {
        guard let mode, mode.isOpenToOthers else { return nil }
        return StoreProblem(
            .mode, path: path, message: "others may read the file (mode \(mode.octal))", isFixable: true)
    }
}
