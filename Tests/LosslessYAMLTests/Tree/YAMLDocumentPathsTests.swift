import Testing

@testable import LosslessYAML

@Suite struct YAMLDocumentPathsTests {
    @Test func `a scalar is found by where it stands`() throws {
        let document = try YAMLDocument(
            "a: {b: [x, [y, z], 'w', {k: v}], ? c : d}\nl:\n- p\n- &n q\n-\n- !t r\nm: *n\n? [f]\n: g\nlast:\n")
        var found: [String] = []
        for node in document.nodes where node.kind == .scalar {
            guard let path = document.path(toScalarAt: node.range) else { continue }
            #expect(document.node(at: path)?.range == node.range, "\(path)")
            if let text = node.scalarText, !text.isEmpty { found.append("\(path) \(text)") }
        }
        #expect(
            found == [
                "a.b[0] x", "a.b[1][0] y", "a.b[1][1] z", "a.b[2] w", "a.b[3].k v", "a.c d", "l[0] p", "l[1] q",
                "l[3] r",
            ])
        // Keys, what an alias stands for, and a place in a text are no values.
        #expect(document.path(toScalarAt: SourceRange(0, 1)) == nil)
        #expect(document.path(toScalarAt: SourceRange(8, 10)) == nil)
        #expect(document.path(toScalarAt: SourceRange(9000, 9001)) == nil)
    }

    @Test func `an item of a long list is found at its place`() throws {
        let document = try YAMLDocument("l:\n" + (0..<500).map { "- i\($0)\n" }.joined())
        for position in [0, 1, 250, 499] {
            let item = try #require(document.node(at: ["l", .index(position)]))
            #expect(item.hasText("i\(position)"))
            #expect(document.path(toScalarAt: item.range) == ["l", .index(position)])
        }
        #expect(document.node(at: ["l", .index(500)]) == nil)
    }
}
