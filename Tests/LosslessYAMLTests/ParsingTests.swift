import Testing

@testable import LosslessYAML

@Suite struct ParsingTests {
    @Test func `a list in a mapping has exact ranges`() throws {
        let document = try YAMLDocument("channels:\n  - defaults # first\n  - conda-forge\nx: é\ny: 1\n")
        let root = try #require(document.root)
        #expect(root.entries.map { $0.key.scalarText } == ["channels", "x", "y"])
        #expect(
            root.entries[0].value.items.map { document.source.string(in: $0.range) } == ["defaults", "conda-forge"])
        #expect(document.source.string(in: root.entries[2].value.range) == "1")
        #expect(document.comments.map(\.text) == ["# first"])
    }
}
