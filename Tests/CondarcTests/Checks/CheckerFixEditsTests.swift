import Foundation
import LosslessYAML
import TestSupport
import Testing

@testable import Condarc

private let corpus = PackagePlaces.shared + "/corpus"

@Suite struct `The changes that a fix is` {
    private static let texts = [
        "# mine\nchannels:\n  - a # one\n  - b\n  - a # two\n  -\n  - b\nnope: 1\n",
        "channels: conda-forge\nverify_ssl: true\nssl_verify: true\n",
        "exclude_newer: 2026-01-31 # then\r\nx: 2020-02-02\r\nchannels: [a, a]\r\n",
        "channels: &c [a, a]\ndefault_channels: *c\n",
        "channels: [a, a, a, nodefaults, nodefaults, b]\n",
        "channels:\n- nodefaults\n-\n",
        "channels:\r\n- nodefaults\r\n- a\r\n-\r\n",
        "channels:\n  - nodefaults\n  -",
        "channels: nodefaults # no\n",
        "\u{FEFF}channels: nodefaults",
        "\u{FEFF}channels: [é, é] # é\n",
        "channels: é\r\npinned_packages: a\r\n",
        "channels: a\rdefault_channels: b\r",
        "a: [é, 2020-01-01, 'é', 2021-01-01]\nchannels: [é, é]\n",
        "custom_multichannels:\n  m: [a, b, a]\n  n:\n    - a\n    - a\nyes: true\nalways_yes: true\n",
        "channels:\n  # both\n  - a\n  - a\n  # last\n  - a\n# end\n",
        "{channels: nodefaults, yes: true, always_yes: true}\n",
    ]

    /// All of them with every end of line and without the last one, all rules on.
    private static let variants = texts.flatMap { text in
        [
            text, text.replacingOccurrences(of: "\r\n", with: "\n"),
            text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\n", with: "\r\n"),
            String(text.reversed().drop { $0.isNewline }.reversed()),
        ]
    }

    @Test(arguments: variants)
    func `make of the text what --fix makes of it`(_ text: String) throws {
        for selection in [[], ["all"]] {
            try Self.expectSame(Array(text.utf8), CheckingText(select: selection).checker(), "\(text.debugDescription)")
        }
    }

    @Test(arguments: RuleCatalog.all.filter { $0.documentation.fix != nil }.map { $0.name })
    func `exist for each rule that has a fix of text`(_ name: String) throws {
        let rule = try #require(RuleCatalog.rule(named: name))
        var checking = CheckingText(for: rule)
        checking.traits.isPrivate = true
        let bad = name == "wrong-type" ? "channels: conda-forge\n" : rule.documentation.bad
        let found = try Self.expectSame(Array(bad.utf8), checking.checker(), "\(name)", checking.traits)
        #expect(found.contains { $0.edits != nil } == (name != "world-readable-secret"))
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: corpus), "the real files are not here"))
    func `are right in real files, and with mistakes put into them`() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: corpus) where name != "README.md" {
            let text = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: "\(corpus)/\(name)")), as: UTF8.self)
            let checker = try CheckingText(select: ["all"]).checker()
            let spoilt = [
                text, text + "\nwhen: 2020-02-02\n",
                text.replacingOccurrences(of: "- conda-forge\n", with: "- conda-forge\n  - conda-forge\n"),
                text.replacingOccurrences(of: "- defaults\n", with: "- nodefaults\n  -\n"),
            ]
            for text in spoilt { try Self.expectSame(Array(text.utf8), checker, "\(name)") }
        }
    }

    @Test func `leave the others alone where only one is taken`() throws {
        let text = "channels:\n  - a\n  - a\n  - b\n  - b\n"
        let checker = try CheckingText().checker()
        let found = checker.withEdits(
            checker.findings(path: "condarc", bytes: Array(text.utf8)), path: "condarc", bytes: Array(text.utf8))
        #expect(
            found.map { EditedText(text).applying($0.edits ?? []) } == [
                "channels:\n  - a\n  - b\n  - b\n", "channels:\n  - a\n  - a\n  - b\n",
            ])
    }

    @discardableResult
    private static func expectSame(
        _ bytes: [UInt8], _ checker: Checker, _ what: Comment, _ traits: Checker.FileTraits = .init()
    ) throws -> [Finding] {
        let found = checker.withEdits(
            checker.findings(path: "condarc", bytes: bytes, traits: traits), path: "condarc", bytes: bytes,
            traits: traits)
        let repaired = checker.repaired(path: "condarc", bytes: bytes, traits: traits)
        let edited = EditedText(String(decoding: bytes, as: UTF8.self)).applying(found.flatMap { $0.edits ?? [] })
        #expect(Array(edited.utf8) == repaired.bytes, what)
        return found
    }
}

/// Applies changes as an editor does that knows only lines and columns.
private struct EditedText {
    private let scalars: [Unicode.Scalar]
    private var starts: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        starts = [scalars.first == "\u{FEFF}" ? 1 : 0]
        for (place, scalar) in scalars.enumerated() {
            let isFirstOfTwo = scalar == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
            if scalar == "\n" || scalar == "\r" && !isFirstOfTwo { starts.append(place + 1) }
        }
    }

    func applying(_ edits: [FixEdit]) -> String {
        var result = scalars
        func place(_ location: LosslessYAML.SourceLocation) -> Int { starts[location.line - 1] + location.column - 1 }
        for edit in edits.sorted(by: { $0.span.start > $1.span.start }) {
            result.replaceSubrange(place(edit.span.start)..<place(edit.span.end), with: Array(edit.text.unicodeScalars))
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: result)
        return String(text)
    }
}
