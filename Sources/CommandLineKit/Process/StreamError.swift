/// Why bytes could not be read or written.
package struct StreamError: Error, Sendable, Equatable {
    /// What the system says, such as `broken pipe`.
    package let reason: String
    /// Whether the reader went away, as `head` does when it has seen enough.
    package let isBrokenPipe: Bool

    package init(_ reason: String, isBrokenPipe: Bool = false) {
        self.reason = reason
        self.isBrokenPipe = isBrokenPipe
    }
}
