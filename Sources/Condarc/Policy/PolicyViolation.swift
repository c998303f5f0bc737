package import LosslessYAML

/// One thing that is not as a policy has it.
package struct PolicyViolation: Hashable, Sendable {
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        case required
        case forbiddenChannel = "forbidden-channel"
        case forbiddenKey = "forbidden-key"
        case pinned
        /// A home, a directory or a file that cannot be read.
        case unreadable
        /// A file that conda cannot parse, or a value that it does not take.
        case invalid

        /// One line without a full stop.
        package var summary: String {
            switch self {
            case .required: "the policy requires a value that is not set"
            case .forbiddenChannel: "the policy forbids a channel that packages would come from"
            case .forbiddenKey: "the policy forbids a key that is set"
            case .pinned: "the policy pins a value that is another one, or that others may still change"
            case .unreadable: "something cannot be read, so nobody knows whether the policy holds"
            case .invalid: "conda cannot use a file or a value, so the policy cannot be applied to it"
            }
        }
    }

    package let rule: Rule
    package private(set) var home: String?
    /// A file or directory, or a variable as `$NAME`.
    package let path: String
    /// From 1; nil where it is about what is missing.
    package let line: Int?
    package let column: Int?
    /// Right behind what it is about; nil where only its beginning is known.
    package var end: SourceLocation?
    /// Another place that it is about.
    package var related: YAMLError.Related?
    package let key: String?
    package let channel: String?
    /// Lower case, no full stop.
    package let message: String
    package let hint: String?
    /// The file whose edit mends it; nil where no edit reaches it.
    package var mendedIn: String?

    package init(
        _ rule: Rule, home: String?, path: String, line: Int? = nil, column: Int? = nil, key: String? = nil,
        channel: String? = nil, message: String, hint: String? = nil, mendedIn: String? = nil
    ) {
        self.rule = rule
        self.home = home
        self.path = path
        self.line = line
        self.column = column
        self.key = key
        self.channel = channel
        self.message = message
        self.hint = hint
        self.mendedIn = mendedIn
    }
}

extension PolicyViolation {
    /// The same as `check` would have it.
    package var finding: Finding {
        Finding(
            rule: rule.rawValue, severity: .error, path: path, line: line ?? 1, column: column ?? 1,
            hasLine: line != nil, end: end, message: message, advice: hint.map { Advice($0) }, fix: nil,
            related: related)
    }

    /// The same, of no particular home.
    package var ofNoHome: PolicyViolation {
        var violation = self
        violation.home = nil
        return violation
    }
}
