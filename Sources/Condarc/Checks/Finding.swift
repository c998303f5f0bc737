/// One thing that a rule found.
package struct Finding: Hashable, Sendable {
    package let rule: String
    package let severity: Severity
    /// As the file was named; `-` for standard input, `$NAME` for an environment variable.
    package let path: String
    /// From 1.
    package let line: Int
    /// From 1, in code points.
    package let column: Int
    /// Lower case, no full stop. It may hold a URL of the file: whoever shows it redacts it.
    package let message: String
    /// What to do about it.
    package let hint: String?
    /// The one safe way to mend it, if there is one.
    package let fix: Fix?
}

/// How much a finding matters.
package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// conda stops at it, or a rule of the organization is broken.
    case error
    /// It works, but not as it looks, or not safely.
    case warning
    /// A matter of style.
    case note
}
