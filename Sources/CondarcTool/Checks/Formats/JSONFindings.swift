import CommandLineKit
import Condarc
import LosslessJSON
import LosslessYAML

/// One object with all findings.
struct JSONFindings: FindingOutput {
    private let console: Console
    private var findings: [JSONValue] = []
    private var fixed: [JSONValue] = []
    private var diff = ""
    private var content: String?
    private let hasDiff: Bool

    init(_ invocation: Invocation) {
        console = invocation.console
        hasDiff = invocation.showsDiff
    }

    mutating func write(_ finding: Finding, in source: ExcerptSource?) { findings.append(finding.json(in: source)) }
    mutating func write(fixed finding: Finding) { fixed.append(finding.json) }
    mutating func write(diff: String) { self.diff += diff }
    mutating func writeFixedInput(_ bytes: [UInt8]) { content = String(decoding: bytes, as: UTF8.self) }

    func finish(_ summary: CheckSummary?) {
        guard let summary else { return }
        let ofFix: JSONValue = [
            "changed": .bool(summary.isChanged), "fixed": .array(fixed), "path": summary.singlePath?.json,
        ]
        let errors = summary.errors.isEmpty ? nil : JSONValue.array(summary.errors.map(\.json))
        let counts = Severity.allCases.map { JSONValue.Member($0.rawValue, (summary.counts[$0] ?? 0).json) }
        console.write(
            json: ["findings": .array(findings), "files": summary.files.json]
                + (summary.hasFixRun
                    ? ofFix + .backups(summary.backups)
                        + ["diff": hasDiff ? .string(diff) : nil, "errors": errors, "content": content?.json] : [:])
                + ["checked": summary.files.json, "summary": .object(counts)])
    }
}

extension Finding {
    var json: JSONValue { json(in: nil) }

    /// - Parameter source: the text that it is about, for where it ends.
    func json(in source: ExcerptSource?) -> JSONValue {
        let mark = mark(in: source)
        let end: JSONValue? = hasLine ? mark.endColumn?.json : nil
        return [
            "rule": .string(rule), "severity": .string(severity.rawValue), "path": .string(path),
            "line": hasLine ? line.json : .null, "column": hasLine ? column.json : .null,
            "endLine": end.map { _ in (mark.endLine ?? line).json }, "endColumn": end,
            "message": .string(shownMessage), "hint": shownHint?.json,
            "related": related.map { [$0.span.json + ["message": .string($0.words)]] }, "fixable": .bool(fix != nil),
            "fix": edits.map { ["edits": .array($0.map { $0.span.json + ["text": .string($0.text)] })] },
        ]
    }
}

extension SourceSpan {
    /// The end is exclusive.
    fileprivate var json: JSONValue {
        ["line": start.line.json, "column": start.column.json, "endLine": end.line.json, "endColumn": end.column.json]
    }
}
