package import SecureFileStore

/// Files that were listed, so that one is told that is listed again under another name.
package struct SeenFiles {
    private let files: FileStore
    private var seen: [(path: String, metadata: FileMetadata)] = []

    package init(_ files: FileStore) { self.files = files }

    /// The name under which a file was listed before; nil for one that is new, or is not there.
    package mutating func earlierName(of path: String) -> String? {
        guard let metadata = (try? files.metadata(path)) ?? nil else { return nil }
        if let other = seen.first(where: { $0.metadata.isSameFile(as: metadata) }) { return other.path }
        seen.append((path, metadata))
        return nil
    }
}
