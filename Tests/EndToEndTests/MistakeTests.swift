import Foundation
import LosslessJSON
import TestSupport
import Testing

/// Mistakes that people make, and what the built programs say to them.
///
/// Each has a grade by one rule: the message names the place, says what is wrong in the words of who made it, and what to
/// do. With all of it, that is an A; a B says one of them weakly, and whoever made it gets there all the same. Where what to
/// do is a change of the file or of the command line, the change is recorded and must work.
/// `Scripts/mistakes` records the answers, of new rows too.
@Suite struct `Mistakes that people make` {
    private static let mistakes: [JSONValue] = {
        let path = PackagePlaces.root + "/Fixtures/mistakes.jsonl"
        let lines = (FileManager.default.contents(atPath: path) ?? Data()).split(separator: UInt8(ascii: "\n"))
        return lines.compactMap { try? JSONDocument(Array($0)).root.value }
    }()

    @Test func `there is a table of them`() {
        #expect(Self.mistakes.count >= 100)
        #expect(Self.mistakes.count { $0["remedy"] != nil } >= 70)
    }

    @Test func `are answered well, three in four at least with an A and none worse than B`() {
        #expect(Self.mistakes.count { $0["grade"]?.text == "A" } * 4 >= Self.mistakes.count * 3)
        #expect(Self.mistakes.allSatisfy { ["A", "B"].contains($0["grade"]?.text) })
    }

    @Test(arguments: mistakes.indices.filter { mistakes[$0]["grade"]?.text == "A" })
    func `have an A only where the place is named and more than a page to read`(index: Int) {
        let mistake = Self.mistakes[index]
        let name = Comment(rawValue: mistake["what"]?.text ?? "?")
        let lines = ((mistake["output"]?.text ?? "") + (mistake["errors"]?.text ?? "")).split(separator: "\n")
        let hints = lines.compactMap { line in line.firstRange(of: "hint: ").map { line[$0.upperBound...] } }
        #expect(hints.contains { !$0.hasPrefix("see '") }, name)
        // Of a file, its line; or the file itself, where it is about all of it.
        if case .array(let words)? = mistake["arguments"], words.dropFirst().first?.text == "check" {
            let findings = lines.filter { $0.contains(": ") && !$0.hasPrefix(" ") && !$0.hasPrefix("condarc-tool: ") }
            #expect(findings.allSatisfy { $0.prefix { $0 != " " }.contains(":") }, name)
        }
    }

    @Test(arguments: mistakes.indices)
    func `are told with their place and what to do, as recorded`(index: Int) throws {
        let mistake = Self.mistakes[index]
        let name = Comment(rawValue: mistake["what"]?.text ?? "?")
        let outcome = try Self.run(mistake, files: [mistake["files"]])
        #expect(outcome.output == mistake["output"]?.text, name)
        #expect(outcome.errors == mistake["errors"]?.text, name)
        #expect(JSONValue.number(String(outcome.status)) == mistake["status"], name)
        #expect((outcome.output + outcome.errors).contains("hint: "), name)
    }

    @Test(arguments: mistakes.indices.filter { mistakes[$0]["remedy"] != nil })
    func `are mended by what the message says`(index: Int) throws {
        let mistake = Self.mistakes[index]
        let remedy = try #require(mistake["remedy"])
        let outcome = try Self.run(remedy, files: [mistake["files"], remedy["files"]])
        #expect(outcome.status == 0, "\(mistake["what"]?.text ?? "?"): \(outcome)")
    }

    private static func run(_ call: JSONValue, files: [JSONValue?]) throws -> BuiltProgram.Outcome {
        let home = try ScratchHome()
        for case .object(let members)? in files {
            for member in members { try home.writePrivately(member.value.text ?? "", to: member.name) }
        }
        guard case .array(let words)? = call["arguments"] else { throw CocoaError(.fileReadCorruptFile) }
        let texts = words.compactMap(\.text)
        var environment: [String: String] = [:]
        if case .object(let variables)? = call["environment"] {
            for variable in variables { environment[variable.name] = variable.value.text }
        }
        var outcome = try BuiltProgram(texts[0])
            .run(
                Array(texts.dropFirst()), in: home, input: call["input"]?.text ?? "", environment: environment)
        outcome.output = outcome.output.replacingOccurrences(of: home.path, with: "HOME")
        outcome.errors = outcome.errors.replacingOccurrences(of: home.path, with: "HOME")
        return outcome
    }
}

extension ScratchHome {
    /// A file that its owner alone may read, its directories too.
    fileprivate func writePrivately(_ text: String, to name: String) throws {
        let place = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try write(Array(text.utf8), to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
    }
}

extension JSONValue {
    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
