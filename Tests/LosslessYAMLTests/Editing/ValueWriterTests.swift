import Testing

@testable import LosslessYAML

@Suite struct ValueWriterTests {
    static let value: YAMLValue = [
        "list": ["a", ["b", "c"], ["k": "v", "l": [:]]], "none": [], "text": "yes", "map": ["n": ["x": nil]],
        "- odd: key": 1,
    ]

    @Test func `a value is laid out as the document is`() {
        let lines = ValueWriter(layout: Layout(sequenceOffset: 0, mappingOffset: 4, dashGap: 2)).root(
            ["a": ["x", ["k": ["z"], "l": 1]], "b": ["c": ["d": "e"]]])
        #expect(
            lines == [
                "a:", "-  x", "-  k:", "   -  z", "   l: 1", "b:", "    c:", "        d: e",
            ])
    }

    @Test func `where the document has brackets there are brackets`() {
        let writer = ValueWriter(layout: Layout(prefersFlow: true))
        #expect(
            writer.entry(YAMLPair(key: "a", value: ["x", ["k": "v, w"]]), in: 2) == ["  a: [x, {k: 'v, w'}]"])
    }

    @Test(arguments: [0, 1, 2, 4], [1, 3])
    func `what is written is read as the same value`(offset: Int, gap: Int) throws {
        let layout = Layout(sequenceOffset: offset, mappingOffset: max(offset, 1), dashGap: gap)
        let lines = ValueWriter(layout: layout).root(Self.value)
        #expect(try YAMLDocument(lines.joined(separator: "\n") + "\n").root?.value == Self.value)
        #expect(try YAMLDocument(ValueWriter.flow(Self.value)).root?.value == Self.value)
    }

    @Test func `a key that is too long for its colon stands behind a question mark`() throws {
        let key = String(repeating: "k", count: 1001)
        let lines = ValueWriter(layout: Layout()).entry(YAMLPair(key: .string(key), value: "v"), in: 1)
        #expect(lines == [" ? \(key)", " : v"])
        #expect(ValueWriter.flowEntry(YAMLPair(key: .string(key), value: "v")) == "? \(key) : v")
        #expect(
            try YAMLDocument(lines.joined(separator: "\n")).root?.value
                == .mapping([YAMLPair(key: .string(key), value: "v")]))
    }
}
