import CommandLineKit
import CondaURL
import Condarc

/// Workflow commands of GitHub Actions, which become annotations of the lines.
///
/// Source: GitHub's documentation, "Workflow commands for GitHub Actions".
struct GitHubFindings: FindingOutput {
    let console: Console

    func write(_ finding: Finding, in source: ExcerptSource?) {
        let command =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let text = finding.shownMessage + (finding.shownHint.map { "\n" + $0 } ?? "")
        let mark = finding.mark(in: source)
        // An annotation of several lines has no columns.
        let end =
            mark.endLine.flatMap { $0 > mark.line ? "endLine=\($0)," : nil }
            ?? mark.endColumn.map { "endLine=\(mark.line),endColumn=\($0)," }
        console.writeLine(
            StyledText(
                "::\(command) file=\(Self.escaped(property: finding.path)),"
                    + (finding.hasLine ? "line=\(finding.line),col=\(finding.column)," + (end ?? "") : "")
                    + "title=\(Self.escaped(property: finding.rule))::\(Self.escaped(text))"))
    }

    func finish(_ summary: CheckSummary?) {
        console.sendResults()
        if let summary { console.summarize(summary.text) }
    }

    static func escaped(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    static func escaped(property: String) -> String {
        escaped(property).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
