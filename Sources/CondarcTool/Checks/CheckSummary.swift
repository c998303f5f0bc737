import CommandLineKit
import Condarc

/// What a check came to.
struct CheckSummary {
    var files = 0
    /// Findings that are left, by severity.
    var counts: [Severity: Int] = [:]
    var found: Int { counts.values.reduce(0, +) }
    /// Of those, how many `--fix` would mend.
    var fixable = 0
    var fixed = 0
    var isChanged = false
    var hasFixRun = false
    /// Whether what is fixed is so only in the answer.
    var isRehearsal = false
    /// Why files that could be mended could not be written.
    var errors: [CommandError] = []
    /// Where old contents were kept.
    var backups: [String] = []
    /// The path, where one file was looked at.
    var singlePath: String?
}

extension CheckSummary {
    /// One line for people: how many of each severity.
    var text: StyledText {
        let looked =
            "\(files.of("file")) checked\(fixed > 0 ? ", \(fixed) \(isRehearsal ? "to be fixed" : "fixed")" : "")"
        let left = isRehearsal ? "left then" : "left"
        guard found > 0 else { return .good("\(looked), nothing \(fixed > 0 ? left : "found")") }
        let counts = Dictionary(uniqueKeysWithValues: counts.map { ($0.key.messageSeverity, $0.value) })
        return StyledText("\(looked)\(fixed > 0 ? ", \(left)" : ""): ") + .summary(counts)
            + StyledText(fixable > 0 && !hasFixRun ? "; --fix mends \(fixable)" : "")
    }
}
