/// What an update did.
package struct FileUpdate: Sendable {
    package let changed: Bool
    /// The file as the transform saw it, and from which `after` was computed.
    package let before: FileSnapshot
    /// The content now.
    package let after: [UInt8]
    /// Whether the replacement will survive a power failure: its content always is on the disk, but the directory
    /// could not be flushed where this is false. Remove no other copy of a secret then.
    package let isFlushed: Bool
    /// What the user should know although it worked, each lower case without a full stop.
    package let warnings: [String]

    package var path: String { before.path }
    package var resolvedPath: String { before.resolvedPath }

    static func unchanged(_ snapshot: FileSnapshot) -> FileUpdate {
        FileUpdate(changed: false, before: snapshot, after: snapshot.bytes, isFlushed: true, warnings: [])
    }
}
