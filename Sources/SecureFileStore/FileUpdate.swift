/// What a transform makes of a file, and what it wants to tell whoever asked for the update.
package struct FileChange<Told> {
    /// The new content; nil leaves the file as it is.
    package let content: [UInt8]?
    package let told: Told

    package init(_ content: [UInt8]?, telling told: Told) {
        self.content = content
        self.told = told
    }
}

extension FileChange: Sendable where Told: Sendable {}

/// What an update did.
package struct FileUpdate<Told> {
    package let changed: Bool
    /// The file as the transform saw it, and from which `after` was computed.
    package let before: FileSnapshot
    /// The content now.
    package let after: [UInt8]
    /// What the transform told when it computed `after`.
    package let told: Told
    /// Whether the replacement will survive a power failure: its content always is on the disk, but the directory
    /// could not be flushed where this is false. Remove no other copy of a secret then.
    package let isFlushed: Bool
    /// Where the old content was kept; nil where nobody asked for it or nothing has changed.
    package let backup: String?
    /// What the user should know although it worked, each lower case without a full stop.
    package let warnings: [String]
}

extension FileUpdate: Sendable where Told: Sendable {}

/// What is told of a file that has its new content.
struct Replacement {
    let isFlushed: Bool
    let backup: String?
    let warnings: [String]

    static func unflushedWarning(_ directory: String) -> String {
        "\(directory) could not be flushed: the change may not survive a power failure"
    }
}
