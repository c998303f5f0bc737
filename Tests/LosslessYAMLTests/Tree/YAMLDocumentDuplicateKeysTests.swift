import Testing

@testable import LosslessYAML

@Suite struct YAMLDocumentDuplicateKeysTests {
    @Test func `duplicate keys are reported, the last one counts`() throws {
        let document = try YAMLDocument("a: 1\nb: {c: 1, 'c': 2}\na: 3\n")
        #expect(document.duplicateKeys.map { [$0.first.key.line, $0.second.key.line] } == [[1, 3], [2, 2]])
        #expect(document.node(at: "a")?.value == 3)
    }
}
