/// A file as it was at one moment: its content and what tells it from another.
package struct FileSnapshot: Sendable {
    /// The path that was asked for.
    package let path: String
    /// The path after following symbolic links at its end: where the content is, or would be created.
    package let resolvedPath: String
    /// The content; empty for a file that does not exist.
    package internal(set) var bytes: [UInt8] = []
    /// Nil for a file that does not exist.
    package internal(set) var status: FileStatus?
    /// Extended attributes, in the system's order; only read for a replacement.
    var attributes: [ExtendedAttribute] = []

    package var exists: Bool { status != nil }
    package var mode: FileMode? { status?.mode }

    /// Whether another snapshot shows the same file with the same content.
    package func isSame(as other: FileSnapshot) -> Bool {
        resolvedPath == other.resolvedPath && bytes == other.bytes && status.isSameContent(as: other.status)
    }
}

struct ExtendedAttribute: Hashable, Sendable {
    let name: String
    let value: [UInt8]
}
