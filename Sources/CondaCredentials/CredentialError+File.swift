package import SecureFileStore

extension CredentialError {
    /// The same error in this module's words.
    package init(_ error: FileError) {
        self.init(Code(rawValue: error.code.told) ?? .io, error.message, path: error.path, hint: error.hint)
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
