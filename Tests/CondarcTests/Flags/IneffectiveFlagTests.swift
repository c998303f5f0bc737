import LosslessYAML
import Testing

@testable import Condarc

@Suite struct IneffectiveFlagTests {
    @Test(arguments: [
        ("channels:\n  - a #!top because\n", IneffectiveFlag.Reason.wordsAround, 2),
        ("quiet: true # !final\n", .blanks, 1),
        ("quiet: true #!FINAL\n", .letterCase, 1), ("quiet: true #!important\n", .importantInFile, 1),
        ("channels:\n  - a #!top\n  # remark\n  - b\n", .joined, 2),
        ("quiet: true #!final\n# next\njson: true\n", .joined, 1),
        ("channels:\n  #!top\n  - a\n", .unattached, 2), ("quiet: true #!top\n", .wrongPlace(marks: "a key"), 1),
        ("channels:\n  - a #!final\n", .wrongPlace(marks: "an item"), 2), ("channels: #!final\n", .onNull, 1),
    ])
    func `what looks like a flag and is none is named with the reason`(
        _ text: String, _ reason: IneffectiveFlag.Reason, _ line: Int
    ) throws {
        let flags = try SourceReader.reading(path: "f", document: YAMLDocument(text)).ineffectiveFlags
        #expect(flags.map(\.reason) == [reason])
        #expect(flags.map(\.comment.line) == [line])
    }

    @Test(arguments: [
        "channels:\n  - a #!top\n  - b\n", "quiet: true #!final\n\njson: true\n", "# a remark\nquiet: true # why\n",
    ])
    func `a flag with effect, and a remark, are not named`(_ text: String) throws {
        #expect(try SourceReader.reading(path: "f", document: YAMLDocument(text)).ineffectiveFlags.isEmpty)
    }

    @Test(
        arguments: [
            ("finl", "finl"), ("FINALE", "finale"), ("top_most", "top_most"), ("final", nil), ("important", nil),
            ("why not", nil), ("", nil), ("42", nil),
        ] as [(String, String?)])
    func `a word that is no flag is most likely a misspelt one`(word: String, misspelt: String?) throws {
        let comment = try #require(YAMLDocument("a: 1 #!\(word)\n").comments.first)
        #expect(IneffectiveFlag.misspeltFlag(in: comment) == misspelt)
    }

    @Test(arguments: ["# plain", "#", "# top", "# wow!", "#! usr bin", "# see http://h/#!x"])
    func `an ordinary comment is none that was meant as a flag`(text: String) throws {
        let comment = try #require(YAMLDocument("a: 1 \(text)\n").comments.first)
        #expect(!IneffectiveFlag.looksLikeFlag(comment))
        #expect(IneffectiveFlag.reason(inTextOf: comment) == nil)
    }
}
