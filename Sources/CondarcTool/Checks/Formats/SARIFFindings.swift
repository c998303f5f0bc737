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
        let related = finding.related.map { other -> JSONValue in
            [
                [
                    "physicalLocation": Self.place(finding.path, Self.region(Excerpt.Mark(other))),
                    "message": ["text": .string(other.words)],
                ]
            ]
        }
        results.append([
            "ruleId": .string(finding.rule), "ruleIndex": rules.firstIndex { $0.name == finding.rule }?.json,
            "level": .string(finding.severity.rawValue), "message": ["text": .string(text)],
            "locations": [location(of: finding, in: source)], "relatedLocations": related,
            "fixes": finding.edits.map { [Self.fix($0, of: finding)] },
        ])
    }

    func finish(_ summary: CheckSummary?) {
        let driver: JSONValue = [
            "name": .string(program.name), "version": .string(program.version),
            "rules": .array(rules.map { Self.descriptor($0) }),
        ]
        let log: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [["tool": ["driver": driver], "columnKind": "unicodeCodePoints", "results": .array(results)]],
        ]
        console.writeRaw(Array((log.text(indent: 2) + "\n").utf8))
    }

    private static func descriptor(_ rule: Descriptor) -> JSONValue {
        [
            "id": .string(rule.name), "shortDescription": ["text": .string(rule.summary)],
            "fullDescription": rule.rationale.map { ["text": .string($0)] },
            "defaultConfiguration": ["level": .string(rule.level)],
        ]
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
        [
            "startLine": mark.line.json, "startColumn": mark.column.json, "endLine": mark.endLine?.json,
            "endColumn": mark.endColumn?.json,
        ]
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
