import CommandLineKit
import CondaSession
import CondaURL
import Condarc
import LosslessJSON
import LosslessYAML

/// One log of the Static Analysis Results Interchange Format.
///
/// Source: OASIS, SARIF 2.1.0.
struct SARIFFindings: FindingOutput {
    private let console: Console
    private let program: Program
    private let rules: [Descriptor]
    private var results: [JSONValue] = []

    /// What a log says of a rule.
    struct Descriptor {
        let name: String
        let summary: String
        let rationale: String?
        let level: String
    }

    init(_ invocation: Invocation, _ rules: [Descriptor]) {
        console = invocation.console
        program = invocation.program
        self.rules = rules
    }

    mutating func write(_ finding: Finding, in source: ExcerptSource?) {
        let text = finding.shownMessage + (finding.shownHint.map { "; " + $0 } ?? "")
        var members: [JSONValue.Member] = [.init("ruleId", .string(finding.rule))]
        if let index = rules.firstIndex(where: { $0.name == finding.rule }) {
            members.append(.init("ruleIndex", index.json))
        }
        members += [
            .init("level", .string(finding.severity.rawValue)),
            .init("message", ["text": .string(text)]), .init("locations", [location(of: finding, in: source)]),
        ]
        if let other = finding.related {
            members.append(
                .init(
                    "relatedLocations",
                    [
                        [
                            "physicalLocation": Self.place(finding.path, Self.region(Excerpt.Mark(other))),
                            "message": ["text": .string(other.words)],
                        ]
                    ]))
        }
        if let edits = finding.edits { members.append(.init("fixes", [Self.fix(edits, of: finding)])) }
        results.append(.object(members))
    }

    func write(fixed finding: Finding) {}
    func write(diff: String) {}
    func writeFixedInput(_ bytes: [UInt8]) {}

    func finish(_ summary: CheckSummary?) {
        let driver: JSONValue = [
            "name": .string(program.name), "version": .string(program.version),
            "rules": .array(rules.map { Self.descriptor($0) }),
        ]
        let log: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                [
                    "tool": ["driver": driver], "columnKind": "unicodeCodePoints", "results": .array(results),
                ]
            ],
        ]
        console.writeRaw(Array((log.text(indent: 2) + "\n").utf8))
    }

    private static func descriptor(_ rule: Descriptor) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(rule.name)), .init("shortDescription", ["text": .string(rule.summary)]),
        ]
        if let rationale = rule.rationale { members.append(.init("fullDescription", ["text": .string(rationale)])) }
        members.append(.init("defaultConfiguration", ["level": .string(rule.level)]))
        return .object(members)
    }

    private func location(of finding: Finding, in source: ExcerptSource?) -> JSONValue {
        if finding.path.hasPrefix("$") || finding.path == "environment" || finding.path == "configuration" {
            return ["logicalLocations": [["name": .string(finding.path), "kind": "variable"]]]
        }
        let mark = finding.mark(in: source)
        return ["physicalLocation": Self.place(finding.path, Self.region(mark))]
    }

    private static func place(_ path: String, _ region: JSONValue) -> JSONValue {
        ["artifactLocation": ["uri": .string(uri(path))], "region": region]
    }

    private static func region(_ mark: Excerpt.Mark) -> JSONValue {
        var region: [JSONValue.Member] = [
            .init("startLine", mark.line.json), .init("startColumn", mark.column.json),
        ]
        if let endLine = mark.endLine { region.append(.init("endLine", endLine.json)) }
        if let end = mark.endColumn { region.append(.init("endColumn", end.json)) }
        return .object(region)
    }

    private static func fix(_ edits: [FixEdit], of finding: Finding) -> JSONValue {
        [
            "description": ["text": .string("what --fix does about \(finding.rule)")],
            "artifactChanges": [
                [
                    "artifactLocation": ["uri": .string(uri(finding.path))],
                    "replacements": .array(
                        edits.map {
                            [
                                "deletedRegion": region(Excerpt.Mark($0.span)),
                                "insertedContent": ["text": .string($0.text)],
                            ]
                        }),
                ]
            ],
        ]
    }

    /// A relative reference for a relative path, else a `file:` URI.
    static func uri(_ path: String) -> String {
        (path.hasPrefix("/") ? "file://" : "") + PercentEncoding.encode(path.utf8, keeping: "-._~/")
    }
}
