import CommandLineKit
import HostPlatform
import LosslessYAML
import TestSupport

@testable import Condarc

extension FuzzTarget {
    /// Files of conda: merged, checked, mended and edited as models of them say, and no secret told.
    static let condarc = FuzzTarget(name: "condarc", quickRuns: 2_000) { (bytes: [UInt8]) in
        let files = bytes.parts(2)
        var random = bytes.choices
        for file in files {
            checkFindings(file + Array("\nssl_verify: https://joe:\(word)@host/c\n".utf8))
            checkRepair(file)
            checkEdit(file, &random)
        }
        let texts = files.map { String(decoding: $0, as: UTF8.self) }
        let whole = Configuration.made(["/base/.condarc": texts[0], "/home/u/.condarc": texts[1]])
        for problem in whole.problems() { promise(!Redactor.redact("\(problem)").contains(word), "\(problem)") }
        _ = checker(of: whole).findingsOfWhole()
        let lists = (0..<3).map { _ in FlaggedList(&random) }
        let merged = Configuration.made([
            "/base/.condarc": lists[0].text, "/home/u/.condarc": lists[1].text,
            "/home/u/.config/conda/.condarc": lists[2].text,
        ])
        // The directory below `.config` is weaker than the file in the home directory.
        let expected = FlaggedList.merged([lists[0], lists[2], lists[1]])
        promise(
            (try? merged.value("channels")) == .sequence(expected.map { .string($0) }),
            "\(lists.map(\.text)) merge to \(expected)")
    }

    private static let word = "Zq7xVw93Kj5m"

    private static func checker(of whole: Configuration? = nil) -> Checker {
        let host = Host(platform: .linux, environment: Environment([:]), home: "/home/u", currentDirectory: "/")
        let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64", isDirectory: { _ in false })
        return Checker(
            CheckOptions(selection: RuleSelection(rules: RuleCatalog.all)), host: host, facts: facts, whole: whole)
    }

    private static func checkFindings(_ text: [UInt8]) {
        var line = 1
        for finding in checker().findings(path: "f", bytes: text) {
            promise(finding.line >= line && finding.column >= 1, "findings are in the order of the lines: \(finding)")
            line = finding.line
            for shown in [finding.message, finding.hint ?? ""] {
                promise(!Redactor.redact(shown).contains(word), "a secret is told: \(finding)")
            }
        }
    }

    /// What is mended can be read, needs no second mend, and is what the changes of the findings make.
    private static func checkRepair(_ text: [UInt8]) {
        let checker = checker()
        let traits = Checker.FileTraits(isReadableByOthers: true, isPrivate: true)
        let repair = checker.repaired(path: "f", bytes: text, traits: traits)
        guard let document = try? YAMLDocument(text) else {
            promise(repair.bytes == text, "what cannot be read stays")
            return
        }
        promise((try? YAMLDocument(repair.bytes)) != nil, "what is mended can be read: \(repair.bytes.quoted)")
        let again = checker.repaired(path: "f", bytes: repair.bytes, traits: traits)
        promise(again.bytes == repair.bytes, "once is enough: \(repair.bytes.quoted) \(again.bytes.quoted)")
        let findings = checker.findings(path: "f", bytes: text, traits: traits)
        let edits = checker.withEdits(findings, path: "f", bytes: text, traits: traits).flatMap { $0.edits ?? [] }
        let changes = edits.map { edit in
            TextEdit(
                range: SourceRange(
                    document.source.offset(of: edit.span.start), document.source.offset(of: edit.span.end)),
                replacement: Array(edit.text.utf8))
        }.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        promise(changes.applied(to: text) == repair.bytes, "the changes are the repair: \(edits) of \(text.quoted)")
    }

    private static func checkEdit(_ text: [UInt8], _ random: inout SeededGenerator) {
        guard var editor = try? CondarcEditor(text) else { return }
        let before = editor.document.root?.value
        // The model is of one list of texts; what comes by two names or by a merge key is another matter.
        let names = ["channels", "channel", "_channels"].filter { before?[$0] != nil }
        let key = names.first ?? "channels"
        guard names.count < 2, before?["<<"] == nil, !text.contains(UInt8(ascii: "<")), isPlainList(before?[key])
        else { return }
        let edit = RandomListEdit(&random)
        do { try edit.run(&editor) } catch {
            promise(editor.bytes == text, "an edit that is refused changes nothing: \(edit)")
            return
        }
        let after = editor.document.root?.value
        promise(
            after?[key] == edit.expected(before?[key]),
            "\(edit) makes \(after?[key] as Any) of \(text.quoted)")
        promise(others(after, than: key) == others(before, than: key), "all else stays: \(edit) of \(text.quoted)")
        guard var again = try? CondarcEditor(editor.bytes), (try? edit.run(&again)) != nil else {
            promise(false, "what was edited can be edited again: \(edit) of \(text.quoted)")
            return
        }
        promise(again.bytes == editor.bytes, "once is enough: \(edit) of \(text.quoted)")
    }

    private static func isPlainList(_ value: YAMLValue?) -> Bool {
        guard let value else { return true }
        guard case .sequence(let items) = value else { return false }
        let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == items.count && Set(texts.map { Array($0.utf8) }).count == items.count
    }

    private static func others(_ value: YAMLValue?, than key: String) -> [YAMLPair] {
        guard case .mapping(let pairs)? = value else { return [] }
        return pairs.filter { $0.key != .string(key) }
    }
}

/// A list of channels with flags, and by another hand what conda makes of several.
private struct FlaggedList {
    private var items: [(name: String, flag: String)] = []
    private var isFinal: Bool

    init(_ random: inout SeededGenerator) {
        isFinal = random.chance(10)
        for name in ["a", "b", "c", "d"].shuffled(using: &random).prefix(random.number(1...4)) {
            items.append((name, random.pick(["", "", "", "top", "bottom"])))
        }
    }

    var text: String {
        "channels:\(isFinal ? " #!final" : "")\n"
            + items.map { "  - \($0.name)\($0.flag.isEmpty ? "" : "  #!\($0.flag)")\n" }.joined()
    }

    /// Source: conda.common.configuration, `SequenceLoadedParameter.merge`.
    static func merged(_ lists: [FlaggedList]) -> [String] {
        let end = lists.firstIndex(where: \.isFinal).map { $0 + 1 } ?? lists.count
        let relevant = lists[..<end]
        func marked(_ list: FlaggedList, _ flag: String) -> [String] {
            list.items.filter { $0.flag == flag }.map(\.name)
        }
        let top = relevant.flatMap { marked($0, "top") }
        let bottom = relevant.reversed().flatMap { marked($0, "bottom") }
        let all = relevant.reversed().flatMap { $0.items.map(\.name) }
        return unique(bottom.reversed() + unique(top + all).reversed()).reversed()
    }

    private static func unique(_ names: [String]) -> [String] {
        names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
    }
}
