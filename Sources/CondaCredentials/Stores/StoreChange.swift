/// What a write did, or would do.
package struct StoreChange: Sendable {
    package let changed: Bool
    /// The file written.
    package let path: String
    /// The file as text for a diff, every secret redacted; empty for a file that is not there.
    package let before: String
    package let after: String
    /// Whether it will survive a power failure; where not, no other copy of the token may be removed.
    package let isFlushed: Bool
    /// For the user, each lower case without a full stop.
    package let warnings: [String]
    /// Where the old content was kept; never that of a store.
    package let backup: String?

    package init(
        changed: Bool, path: String, before: String = "", after: String = "", isFlushed: Bool = true,
        warnings: [String] = [], backup: String? = nil
    ) {
        self.backup = backup
        self.changed = changed
        self.path = path
        self.before = before
        // Two secrets may look the same redacted; a diff must not look like none.
        self.after = changed && !before.isEmpty && before == after ? after + StoreChange.unseen : after
        self.isFlushed = isFlushed
        self.warnings = warnings
    }

    /// The path to show: a password or token of the URL in its name is redacted.
    package var shownPath: String { TokenPlaces.shown(path: path) }

    private static let unseen = "(the change is in what is not shown here)\n"
}
