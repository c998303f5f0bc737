/// What a rule is called, how much its findings matter, and what else `--explain` shows of it.
package struct RuleDocumentation: Sendable {
    package let name: String
    /// Of its findings, where they say nothing else.
    package let severity: Severity
    /// One line without a full stop.
    package let summary: String
    /// Why it matters, in one paragraph.
    package let rationale: String
    /// A whole file that the rule finds one thing in.
    package let bad: String
    /// The same, as it should be.
    package let good: String
    /// What `--fix` does, if it does anything.
    package var fix: String?
    /// How the examples are to be checked.
    package var example = ExampleSetting.plain

    package enum ExampleSetting: Hashable, Sendable {
        case plain
        /// Every user may read the bad example.
        case readableByOthers
        /// With `--forbid-channel` and this pattern.
        case forbidding(String)
        /// With `--forbid-defaults`.
        case forbiddingDefaults
        /// The bad example is what the text says, not a file's content.
        case notAFile
    }
}
