/// `unreadable`
package enum UnreadableRule: CheckRule {
    package static let name = "unreadable"
    package static let severity = Severity.error
    package static let documentation = RuleDocumentation(
        "the file is not there, or cannot be read",
        rationale: "conda stops at any file of its search path that it may not read. No comment can suppress it.",
        bad: "a file with mode 0000, a directory, or a name that leads nowhere", good: "channels:\n  - conda-forge\n",
        example: .notAFile)

    /// Whoever reads the file reports it.
    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {}
}
