import CommandLineKit
import Condarc

/// `path:line:column: rule: message`, and below it what to do.
struct TextFindings: FindingOutput {
    private let console: Console
    private var inputTakesOutput = false

    init(_ invocation: Invocation) {
        console = invocation.console
        // The mended content is the result then, and standard output is its place.
        inputTakesOutput =
            invocation.operands.contains("-") && invocation.has(CheckCommand.fix) && !invocation.has(.diff)
            && !invocation.has(.dryRun) && !invocation.has(.check)
    }

    func write(_ finding: Finding) {
        let path = ControlCharacters.escaped(finding.path)
        let message = ControlCharacters.escaped(finding.shownMessage)
        let hint = finding.shownHint.map { ControlCharacters.escaped($0) }
        if inputTakesOutput {
            console.note("\(path):\(finding.line):\(finding.column): \(finding.rule): \(message)")
            return
        }
        let style: Style =
            switch finding.severity {
            case .error: .red
            case .warning: .yellow
            case .note: .cyan
            }
        console.writeLine(
            StyledText("\(path):\(finding.line):\(finding.column):", .bold) + " " + StyledText(finding.rule, style)
                + StyledText(": \(message)"))
        if let hint { console.writeLine(StyledText("    \(hint)", .dim)) }
    }

    func write(fixed finding: Finding) {
        console.note(
            "fixed \(ControlCharacters.escaped(finding.path)):\(finding.line): \(finding.rule)")
    }

    func write(diff: String) { console.write(diff: diff) }
    func writeFixedInput(_ bytes: [UInt8]) { console.writeRaw(bytes) }
    func finish(_ summary: CheckSummary) {
        // The findings first, where both streams go to one place.
        try? console.flushOrThrow()
        console.note(summary.text)
    }
}
