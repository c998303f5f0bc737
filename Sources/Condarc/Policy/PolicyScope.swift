package import HostPlatform

/// The sources that one user, environment or machine works with, and which of them a policy may change.
package struct PolicyScope: Sendable {
    package enum Kind: Hashable, Sendable {
        /// All that the running user's conda reads.
        case searchPath
        /// The files of one home, below those of the system.
        case home
        /// The files of the system alone.
        case system
        /// Files that need not set anything, but may set nothing else: those of one environment.
        case environment
    }

    /// One source, and what may be done to it.
    package struct Member: Sendable {
        package var source: Source
        /// The present content; empty for a file that is not there.
        package var bytes: [UInt8]
        package let exists: Bool
        /// Whether edits of this scope may reach it.
        package let isEditable: Bool

        package init(source: Source, bytes: [UInt8] = [], exists: Bool = true, isEditable: Bool) {
            self.source = source
            self.bytes = bytes
            self.exists = exists
            self.isEditable = isEditable
        }

        var path: String? { source.path }
    }

    package let kind: Kind
    /// The home that it is about, of those that were named.
    package let home: String?
    package let host: Host
    package let facts: MachineFacts
    /// Weakest first.
    package var members: [Member]
    /// The file that gets what is required, and one for what is pinned; nil where nothing is to be written.
    package let target: String?
    package let pinTarget: String?

    package init(
        _ kind: Kind, home: String? = nil, host: Host, facts: MachineFacts, members: [Member], target: String?,
        pinTarget: String?
    ) {
        self.kind = kind
        self.home = home
        self.host = host
        self.facts = facts
        self.members = members
        self.target = target
        self.pinTarget = pinTarget
    }
}
