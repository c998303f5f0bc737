import CommandLineKit
import Condarc
import LosslessJSON

/// Writes what `enforce` found, as text, JSON, annotations or SARIF.
struct ViolationOutput {
    let invocation: Invocation
    let format: FindingFormat
    let policy: Policy

    private var console: Console { invocation.console }

    /// All at once, where nothing is written.
    func write(_ report: EnforceReport) {
        if format == .json { writeJSON(report) } else { writeFindings(report) }
        conclude(report)
    }

    /// What can be said before anything is changed.
    func announce(_ report: EnforceReport) throws(CommandError) {
        if format != .json { writeFindings(report) }
        try invocation.announceChange(isJSON: format == .json)
    }

    /// The rest.
    func finish(_ report: EnforceReport) {
        if format == .json {
            writeJSON(report)
        } else {
            for error in report.errors { console.warn(error.text, hint: error.hint) }
        }
        conclude(report)
    }

    private func conclude(_ report: EnforceReport) {
        guard format != .json else { return }
        console.sendResults()
        console.summarize(report.summary)
        if !policy.forbiddenChannels.isEmpty { console.note(Self.limits) }
    }

    private static let limits =
        "what a command line says, such as 'conda install -c CHANNEL', and variables of other processes are beyond any file"

    private func writeFindings(_ report: EnforceReport) {
        let rules = PolicyViolation.Rule.allCases
        var output = format.output(
            rules.map { .init(name: $0.rawValue, summary: $0.summary, rationale: nil, level: "error") }, invocation)
        for violation in report.violations {
            output.write(violation.finding, in: violation.line == nil ? nil : report.texts[violation.path])
        }
        if format == .text, let diff = report.diff, !diff.isEmpty {
            if !report.violations.isEmpty { console.separate() }
            console.write(diff: diff)
        }
        output.finish(nil)
    }

    private func writeJSON(_ report: EnforceReport) {
        console.write(
            json: [
                "changed": .bool(report.changed), "violations": .array(report.violations.map { json($0, report) }),
                "looked_at": .array(
                    report.looked.map { ["path": .string($0.path), "result": .string($0.result.rawValue)] }),
                "notes": .array(
                    report.doubts.map { .string("\($0.path):\($0.line):\($0.column): \($0.shownMessage)") }
                        + (policy.forbiddenChannels.isEmpty ? [] : [.string(Self.limits)])),
            ] + .backups(report.backups) + [
                "diff": report.diff?.json, "errors": report.errors.isEmpty ? nil : .array(report.errors.map(\.json)),
            ])
    }

    private func json(_ violation: PolicyViolation, _ report: EnforceReport) -> JSONValue {
        func text(_ value: String?) -> JSONValue { value.map { .string(Redactor.redact($0)) } ?? .null }
        return [
            "rule": .string(violation.rule.rawValue), "home": violation.home.json,
            "path": .string(violation.path), "line": violation.line.json,
            "column": violation.column.json, "key": text(violation.key),
            "channel": text(violation.channel), "message": text(violation.message), "hint": text(violation.hint),
            "repaired": .bool(report.isRepaired(violation)),
        ]
    }
}
