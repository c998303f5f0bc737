/// What `--explain` shows of a rule.
package struct RuleDocumentation: Sendable {
    /// One line without a full stop.
    package let summary: String
    /// Why it matters, in one paragraph.
    package let rationale: String
    /// A whole file that the rule finds one thing in.
    package let bad: String
    /// The same, as it should be.
    package let good: String
    /// What `--fix` does, if it does anything.
    package let fix: String?
    /// How the examples are to be checked.
    package let example: ExampleSetting

    package init(
        _ summary: String, rationale: String, bad: String, good: String, fix: String? = nil,
        example: ExampleSetting = .plain
    ) {
        self.summary = summary
        self.rationale = rationale
        self.bad = bad
        self.good = good
        self.fix = fix
        self.example = example
    }

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
