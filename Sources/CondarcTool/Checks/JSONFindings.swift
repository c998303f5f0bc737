import CommandLineKit
import Condarc
import LosslessJSON

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

    func finish(_ summary: CheckSummary) {
        var members: [JSONValue.Member] = [
            .init("findings", .array(findings)), .init("files", .number(String(summary.files))),
        ]
        if summary.hasFixRun {
            members += [.init("changed", .bool(summary.isChanged)), .init("fixed", .array(fixed))]
            if let path = summary.singlePath { members.append(.init("path", .string(path))) }
            if let backup = summary.backups.first { members.append(.init("backup", .string(backup))) }
            if summary.backups.count > 1 {
                members.append(.init("backups", .array(summary.backups.map { .string($0) })))
            }
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
            .init("line", .number(String(line))), .init("column", .number(String(column))),
        ]
        if let end = mark(in: source).endColumn {
            members += [.init("endLine", .number(String(line))), .init("endColumn", .number(String(end)))]
        }
        members.append(.init("message", .string(shownMessage)))
        if let shownHint { members.append(.init("hint", .string(shownHint))) }
        members.append(.init("fixable", .bool(fix != nil)))
        return .object(members)
    }
}
