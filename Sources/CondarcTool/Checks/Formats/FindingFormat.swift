import CommandLineKit
import Condarc

/// How findings are written.
enum FindingFormat: String, CaseIterable {
    case text
    case json
    case github
    case sarif

    func output(_ selection: RuleSelection, _ invocation: Invocation) -> any FindingOutput {
        switch self {
        case .text: TextFindings(invocation)
        case .json: JSONFindings(invocation)
        case .github: GitHubFindings(invocation)
        case .sarif: SARIFFindings(invocation, selection)
        }
    }
}

/// Takes findings one by one; what can be written at once is not kept.
protocol FindingOutput {
    /// - Parameter source: the text that it is about; nil where there is none.
    mutating func write(_ finding: Finding, in source: ExcerptSource?)
    /// One that was mended.
    mutating func write(fixed finding: Finding)
    mutating func write(diff: String)
    /// The content of standard input after `--fix`.
    mutating func writeFixedInput(_ bytes: [UInt8])
    mutating func finish(_ summary: CheckSummary)
}

extension Severity {
    var messageSeverity: Message.Severity { Message.Severity(rawValue: rawValue) ?? .note }
}

extension Finding {
    /// Without the secrets of a URL that it names.
    var shownMessage: String { Redactor.redact(message) }
    var shownHint: String? { hint.map { Redactor.redact($0) } }
}

extension CheckSummary {
    /// One line for people: how many of each severity.
    var text: StyledText {
        let looked =
            "\(files) file\(files == 1 ? "" : "s") checked\(fixed > 0 ? ", \(fixed) \(isRehearsal ? "to be fixed" : "fixed")" : "")"
        let left = isRehearsal ? "left then" : "left"
        guard found > 0 else {
            return StyledText("✓ ", .green) + StyledText("\(looked), nothing \(fixed > 0 ? left : "found")")
        }
        var text = StyledText("\(looked)\(fixed > 0 ? ", \(left)" : ""): ")
        for (position, severity) in Severity.allCases.filter({ counts[$0] != nil }).enumerated() {
            let count = counts[severity] ?? 0
            text += StyledText(position > 0 ? ", " : "")
            text += StyledText("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")", severity.messageSeverity.style)
        }
        return text + StyledText(fixable > 0 && !hasFixRun ? "; --fix mends \(fixable)" : "")
    }
}
