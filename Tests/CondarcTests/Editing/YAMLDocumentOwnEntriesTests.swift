import LosslessYAML
import Testing

@testable import Condarc

@Suite struct YAMLDocumentOwnEntriesTests {
    private static let text =
        "base: &b {ssl_verify: no, m: {x: 1}}\n<<: *b\nverify_ssl: yes\nm2: {<<: {y: 1}, z: 2}\n'quoted': 1\n"

    @Test func `what a merge key brings is not the map's own`() throws {
        let document = try YAMLDocument(Self.text)
        #expect(document.ownEntries(named: ["ssl_verify", "verify_ssl"]).map(\.key.line) == [3])
        #expect(document.ownNode(at: ["verify_ssl"])?.scalarText == "yes")
        #expect(document.ownNode(at: ["ssl_verify"]) == nil && document.ownNode(at: ["m2", "y"]) == nil)
        #expect(document.ownNode(at: ["m2", "z"])?.value == 2 && document.ownNode(at: ["m2", "z", "q"]) == nil)
        #expect(document.ownEntries(named: ["quoted"]).count == 1)
    }

    @Test(arguments: ["", "- a\n", "word\n"])
    func `where there is no map there are no entries`(text: String) throws {
        #expect(try YAMLDocument(text).ownEntries(named: ["a"]).isEmpty)
        #expect(try YAMLDocument(text).ownNode(at: ["a"]) == nil)
    }

    @Test(arguments: [
        ("a: ~\n", true), ("a:\n", true), ("a: null\n", true), ("a: ''\n", false), ("a: 'null'\n", false),
        ("a: {}\n", false),
    ])
    func `null may be written or left out`(text: String, isNull: Bool) throws {
        #expect(try YAMLDocument(text).node(at: "a")?.isNull == isNull)
    }
}
