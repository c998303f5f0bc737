package import LosslessYAML

/// One thing that a rule found.
package struct Finding: Hashable, Sendable {
    package let rule: String
    package internal(set) var severity: Severity
    /// As the file was named; `-` for standard input, `$NAME` for an environment variable.
    package let path: String
    /// From 1.
    package let line: Int
    /// From 1, in code points.
    package let column: Int
    /// False where it is about no line: a variable, a file that is not there, all sources together. Line and column are 1 then.
    package var hasLine = true
    /// Right behind what it is about; nil where that is nowhere in the text.
    package var end: SourceLocation?
    /// Lower case, no full stop. It may hold a URL of the file: whoever shows it redacts it.
    package let message: String
    /// What to do about it, and what it proposes to write.
    package internal(set) var advice: Advice?
    /// The one safe way to mend it, if there is one.
    package internal(set) var fix: Fix?
    /// Another place that it is about, such as the first of two keys.
    package var related: YAMLError.Related?
    /// The fix as changes of the text; nil where it is none, or where they have been given to another finding.
    package var edits: [FixEdit]?

    /// What to do about it, as a sentence.
    package var hint: String? { advice?.text }

    /// The known name that was most likely meant in its place.
    package var meantName: String? { if case .name(let name)? = advice?.proposal { name } else { nil } }
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
