import CommandLineKit
import CondaSession
import Condarc

/// How findings are written.
enum FindingFormat: String, CaseIterable {
    case text
    case json
    case github
    case sarif

    /// - Parameter rules: what there are findings of.
    func output(
        _ rules: @autoclosure () -> [SARIFFindings.Descriptor], _ invocation: Invocation
    ) -> any FindingOutput {
        switch self {
        case .text: TextFindings(invocation)
        case .json: JSONFindings(invocation)
        case .github: GitHubFindings(console: invocation.console)
        case .sarif: SARIFFindings(invocation, rules())
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
    /// - Parameter summary: of a check; nil where somebody else sums up.
    mutating func finish(_ summary: CheckSummary?)
}

/// Where only the findings are told.
extension FindingOutput {
    func write(fixed finding: Finding) {}
    func write(diff: String) {}
    func writeFixedInput(_ bytes: [UInt8]) {}
}

extension Severity {
    var messageSeverity: Message.Severity { Message.Severity(rawValue: rawValue) ?? .note }
}

extension Finding {
    /// Without the secrets of a URL that it names.
    var shownMessage: String { Redactor.redact(message) }
    var shownHint: String? { hint.map { Redactor.redact($0) } }

    /// The finding for people.
    ///
    /// - Parameters:
    ///   - path: as the file is shown.
    ///   - source: the text that it is about; nil to leave its lines out.
    func message(path: String, in source: ExcerptSource?) -> Message {
        let related = related.map { [Excerpt.Mark($0)] } ?? []
        return Message(
            severity.messageSeverity, code: rule, shownMessage,
            place: hasLine ? "\(path):\(line):\(column)" : path,
            excerpt: source.flatMap { Excerpt(of: $0, marks: [mark(in: $0)] + related) },
            hint: shownHint)
    }
}
