import CommandLineKit
import Condarc
import LosslessYAML

/// `path:line:column: rule: message`, the lines that it is about, and what to do; an empty line between findings.
struct TextFindings: FindingOutput {
    private let console: Console
    private let isRehearsal: Bool
    private var inputTakesOutput = false
    private var isFirst = true
    /// Bytes of long lines that excerpts may still cost: of a hostile file with a finding in every corner of one huge line
    /// only the first are shown with it.
    private var budget = 64 << 20

    init(_ invocation: Invocation) {
        console = invocation.console
        isRehearsal = invocation.isRehearsal
        // The mended content is the result then, and standard output is its place.
        inputTakesOutput =
            invocation.operands.contains("-") && invocation.has(CheckCommand.fix) && !invocation.showsDiff
    }

    mutating func write(_ finding: Finding, in source: ExcerptSource?) {
        budget -= source?.length(ofLine: finding.line) ?? 0
        let message = finding.message(path: console.shown(path: finding.path), in: budget > 0 ? source : nil)
        if inputTakesOutput { return console.tell(message) }
        if !isFirst { console.writeLine() }
        isFirst = false
        console.write(message)
    }

    func write(fixed finding: Finding) {
        console.note("\(isRehearsal ? "would fix" : "fixed") \(finding.path):\(finding.line): \(finding.rule)")
    }

    func write(diff: String) {
        console.write(diff: diff)
        if !diff.isEmpty { console.separate() }
    }

    func writeFixedInput(_ bytes: [UInt8]) { console.writeRaw(bytes) }

    func finish(_ summary: CheckSummary?) {
        if !isFirst { console.separate() }
        console.sendResults()
        if let summary { console.summarize(summary.text) }
    }
}

extension Finding {
    /// What carets go under; where its end is not known, the word that begins at its place.
    func mark(in source: ExcerptSource?) -> Excerpt.Mark {
        if let end { return Excerpt.Mark(line: line, column: column, endLine: end.line, endColumn: end.column) }
        return Excerpt.Mark(line: line, column: column, endColumn: source?.endColumn(line: line, column: column))
    }
}
