import SecureFileStore

extension FileUpdate {
    var text: String { String(decoding: after, as: UTF8.self) }
}

extension FileStore {
    /// Replaces a file by a text.
    @discardableResult
    func put(_ text: String, _ path: String, policy: FilePolicy = .ordinary) throws -> FileUpdate<Void> {
        try update(path, policy: policy) { _ in Array(text.utf8) }
    }
}
