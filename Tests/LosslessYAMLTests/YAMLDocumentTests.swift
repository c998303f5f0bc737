import Testing

@testable import LosslessYAML

@Suite struct YAMLDocumentTests {
    /// Every node below the root, as it stands in the text.
    @Test(arguments: [
        ("a:\n  - b # c\n  - d\ne: é\nf: 1\n", ["a", "- b # c\n  - d", "b", "d", "e", "é", "f", "1"]),
        ("\u{FEFF}é: ü\r\nx:\r\n- y\r\n", ["é", "ü", "x", "- y", "y"]),
        ("a:\nb:\n", ["a", "", "b", ""]),
        (
            "a: |\n  x\n  y\n\n# c\nb: |+\n  z\n\n\nc: >-\n    d\n",
            ["a", "|\n  x\n  y", "b", "|+\n  z\n\n", "c", ">-\n    d"]
        ),
        (
            "a: &x !!str b\nc: [d, {e: f}, g: h]\n",
            ["a", "b", "c", "[d, {e: f}, g: h]", "d", "{e: f}", "e", "f", "g: h", "g", "h"]
        ),
        ("- - a\n  - b\n-\n", ["- a\n  - b", "a", "b", ""]),
        ("? a\n: b\n? c\n", ["a", "b", "c", ""]),
        ("a: b\n  c\n", ["a", "b\n  c"]),
    ])
    func `each node's range holds its text and no more`(text: String, nodes: [String]) throws {
        let document = try YAMLDocument(text)
        let texts = document.tree.records.indices.dropFirst().map {
            document.source.string(in: YAMLNode(document.tree, $0).range)
        }
        #expect(texts == nodes)
    }

    @Test func `comments have their place, and say whether they are alone`() throws {
        let document = try YAMLDocument("# a\nk: v # é\n\n  # c\nl: | #d\n  # text\nm: [ # e\n  1 ]\r# f\n")
        #expect(document.comments.map(\.text) == ["# a", "# é", "# c", "#d", "# e", "# f"])
        #expect(document.comments.map(\.line) == [1, 2, 4, 5, 7, 9])
        #expect(document.comments.map(\.isAloneOnLine) == [true, false, true, false, false, true])
        #expect(document.comments.allSatisfy { document.source.string(in: $0.range) == $0.text })
    }

    @Test func `a text without content has no root`() throws {
        for text in ["", "# a\n", "\n\n", "\u{FEFF}", "   "] { #expect(try YAMLDocument(text).root == nil) }
        #expect(try YAMLDocument("---\n").root?.isEmptyScalar == true)
    }

    @Test func `anchors, tags and indicators are known`() throws {
        let document = try YAMLDocument("a: &x !!str b\nc: *x\nd: [1,\n  2]\ne:\n- 1\n")
        let node = try #require(document.node(at: "a"))
        #expect(node.anchor == "x")
        #expect(node.tag == "tag:yaml.org,2002:str")
        #expect(node.propertiesRange.map { document.source.string(in: $0) } == "&x !!str")
        #expect(document.node(at: "c")?.kind == .alias)
        #expect(document.node(at: ["d", 1])?.record.isFlow == true)
        #expect(document.node(at: ["d", 1])?.line == 4)
        #expect(document.node(at: ["e", 0])?.record.isFlow == false)
    }
}
