import CommandLineKit
import Condarc
import LosslessJSON

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
    mutating func write(_ finding: Finding)
    /// One that was mended.
    mutating func write(fixed finding: Finding)
    mutating func write(diff: String)
    /// The content of standard input after `--fix`.
    mutating func writeFixedInput(_ bytes: [UInt8])
    mutating func finish(_ summary: CheckSummary)
}

extension Finding {
    /// Without the secrets of a URL that it names.
    var shownMessage: String { Redactor.redact(message) }
    var shownHint: String? { hint.map { Redactor.redact($0) } }
}

extension CheckSummary {
    /// One line for people.
    var text: String {
        let looked = "\(files) file\(files == 1 ? "" : "s") checked"
        let mended = fixed > 0 ? ", \(fixed) fixed" : ""
        guard found > 0 else { return "\(looked)\(mended), nothing \(fixed > 0 ? "left" : "found")" }
        let counted = "\(found) finding\(found == 1 ? "" : "s")\(fixed > 0 ? " left" : "")"
        return "\(looked)\(mended), \(counted)" + (fixable > 0 && !hasFixRun ? "; --fix mends \(fixable)" : "")
    }
}
