import Testing

@testable import LosslessYAML

@Suite struct LayoutTests {
    private func layout(_ text: String, around path: NodePath = .root) throws -> Layout {
        let document = try YAMLDocument(text)
        return Layout(around: document.node(at: path), in: document.tree)
    }

    @Test(arguments: [
        ("a: 1\n", 2, 2, 1), ("", 2, 2, 1), ("a:\n- x\n", 0, 2, 1), ("a:\n    -   x\n", 4, 2, 3),
        ("a:\n    k: v\n", 2, 4, 1), ("a:\n   - x\nb:\n - y\n", 3, 2, 1), ("a: [x]\nb:\n    - y\n", 4, 2, 1),
        // Of the whole document, where the entries beside it show none.
        ("a: {}\nb:\n     k:\n     -  x\n", 0, 5, 2), ("-   x\n- y\n", 2, 2, 3),
        // A dash alone on its line shows no gap.
        ("a:\n -\n    k: v\n -  l: w\n", 1, 2, 2),
    ])
    func `new lines copy what stands there`(text: String, sequences: Int, mappings: Int, gap: Int) throws {
        let layout = try layout(text)
        #expect(layout.sequenceOffset == sequences)
        #expect(layout.mappingOffset == mappings)
        #expect(layout.dashGap == gap)
    }

    @Test(arguments: [
        ("a: [x]\n", true), ("a: [x]\nb: {k: v}\n", true), ("a: [x]\nb:\n- y\n", false), ("a: []\nb: {}\n", false),
        ("a: x\n", false), ("", false),
    ])
    func `brackets are preferred where all that hold something are in brackets`(text: String, isFlow: Bool) throws {
        #expect(try layout(text).prefersFlow == isFlow)
    }

    @Test func `what stands in the same mapping goes before what stands elsewhere`() throws {
        let text = "a:\n- x\nm:\n  b:\n      - y\n"
        #expect(try layout(text).sequenceOffset == 0)
        #expect(try layout(text, around: ["m"]).sequenceOffset == 4)
    }

    @Test func `items are like those beside them`() throws {
        let document = try YAMLDocument("a:\n- x\nb:\n-   y\nc: [z]\n")
        #expect(Layout(itemsOf: try #require(document.node(at: ["b"]))).dashGap == 3)
        #expect(Layout(itemsOf: try #require(document.node(at: ["a"]))).dashGap == 1)
    }
}
