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
        hasDiff = [.diff, .dryRun, .check].contains { invocation.has($0) }
    }

    mutating func write(_ finding: Finding, in source: ExcerptSource?) { findings.append(finding.json(in: source)) }
    mutating func write(fixed finding: Finding) { fixed.append(finding.json) }
    mutating func write(diff: String) { self.diff += diff }
    mutating func writeFixedInput(_ bytes: [UInt8]) { content = String(decoding: bytes, as: UTF8.self) }

    func finish(_ summary: CheckSummary?) {
        guard let summary else { return }
        var members: [JSONValue.Member] = [
            .init("findings", .array(findings)), .init("files", summary.files.json),
        ]
        if summary.hasFixRun {
            members += [.init("changed", .bool(summary.isChanged)), .init("fixed", .array(fixed))]
            if let path = summary.singlePath { members.append(.init("path", .string(path))) }
            members += .backups(summary.backups)
            if hasDiff { members.append(.init("diff", .string(diff))) }
            if !summary.errors.isEmpty { members.append(.init("errors", .array(summary.errors.map(\.json)))) }
            if let content { members.append(.init("content", .string(content))) }
        }
        members.append(
            .init(
                "summary",
                .object(Severity.allCases.map { .init($0.rawValue, .number(String(summary.counts[$0] ?? 0))) })))
        console.write(json: members)
    }
}

extension Finding {
    var json: JSONValue { json(in: nil) }

    /// - Parameter source: the text that it is about, for where it ends.
    func json(in source: ExcerptSource?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("rule", .string(rule)), .init("severity", .string(severity.rawValue)), .init("path", .string(path)),
            .init("line", hasLine ? line.json : .null),
            .init("column", hasLine ? column.json : .null),
        ]
        let mark = mark(in: source)
        if hasLine, let endColumn = mark.endColumn {
            members += [
                .init("endLine", .number(String(mark.endLine ?? line))),
                .init("endColumn", endColumn.json),
            ]
        }
        members.append(.init("message", .string(shownMessage)))
        if let shownHint { members.append(.init("hint", .string(shownHint))) }
        if let related {
            members.append(.init("related", [.object(related.span.json + [.init("message", .string(related.words))])]))
        }
        members.append(.init("fixable", .bool(fix != nil)))
        if let edits {
            members.append(
                .init(
                    "fix",
                    ["edits": .array(edits.map { .object($0.span.json + [.init("text", .string($0.text))]) })]))
        }
        return .object(members)
    }
}

extension SourceSpan {
    /// The end is exclusive.
    fileprivate var json: [JSONValue.Member] {
        [
            .init("line", start.line.json), .init("column", start.column.json),
            .init("endLine", end.line.json), .init("endColumn", end.column.json),
        ]
    }
}
