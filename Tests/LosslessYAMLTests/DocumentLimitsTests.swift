import Testing

@testable import LosslessYAML

@Suite struct DocumentLimitsTests {
    /// Collections inside one another, each way in which they are written.
    private static func nested(_ depth: Int) -> [String] {
        [
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
            String(repeating: "- ", count: depth) + "a",
            String(repeating: "{a: ", count: depth) + String(repeating: "}", count: depth),
            (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ]
    }

    /// A list of that many items.
    private static func list(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: UInt8(ascii: ","), count: 2 * count + 1)
        bytes[0] = UInt8(ascii: "[")
        for index in 0..<count { bytes[2 * index + 1] = UInt8(ascii: "a") }
        bytes[2 * count] = UInt8(ascii: "]")
        return bytes
    }

    @Test(arguments: [
        RefusedText(String(repeating: "[", count: 100_000), .unsupported, 1, 513, "512 levels"),
        RefusedText(String(repeating: "- ", count: 100_000), .unsupported, 1, 1025, "512 levels"),
        RefusedText(String(repeating: "{a: ", count: 100_000), .unsupported, 1, 2049, "512 levels"),
        RefusedText(
            (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), .unsupported, 513, 513, "512 levels"
        ),
        RefusedText(
            "too many",
            Array("[".utf8)
                + [UInt8](repeating: 0x2C, count: 2 * DocumentLimits.nodes).enumerated().map {
                    $0.offset % 2 == 0 ? 0x61 : $0.element
                }, .unsupported, 1, 2 * DocumentLimits.nodes - 1, "more than \(DocumentLimits.nodes)"),
        RefusedText(
            "too large", [UInt8](repeating: 0x61, count: DocumentLimits.size + 1), .unsupported, 0, 0, "the limit is"),
    ])
    func `what goes beyond a limit is refused with its place`(test: RefusedText) { test.check() }

    @Test func `collections may be as deep as the limit, and one more is refused`() throws {
        for text in Self.nested(DocumentLimits.depth) { #expect(throws: Never.self) { try YAMLDocument(text) } }
        for text in Self.nested(DocumentLimits.depth + 1) {
            let error = #expect(throws: YAMLError.self) { try YAMLDocument(text) }
            #expect(error?.message == "the text is nested more than 512 levels deep")
        }
    }

    @Test func `a text below the limit of nodes is read`() throws {
        // The list itself counts, and room for one more must be left.
        #expect(try YAMLDocument(Self.list(DocumentLimits.nodes - 2)).root?.count == DocumentLimits.nodes - 2)
    }

    @Test func `a text may be as large as the limit`() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: DocumentLimits.size)
        #expect(try YAMLDocument(bytes).root == nil)
    }

    @Test func `aliases of aliases are refused before they grow`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(throws: YAMLError.self) { try YAMLDocument(text) }
        let deep = "a0: &a0 x\n" + (1...2000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
        #expect(throws: YAMLError.self) { try YAMLDocument(deep) }
    }

    /// Each alias counts as one node and the bytes of what it repeats.
    @Test(arguments: [(-1, false), (0, true)])
    func `aliases may add as much as the limit`(beyond: Int, isRefused: Bool) {
        let value = String(repeating: "x", count: DocumentLimits.aliasGrowth / 4 + beyond)
        let test = RefusedText(
            "four", Array("a: &a \(value)\nb: [*a, *a, *a, *a]\n".utf8), .unsupported, 2, 17, "grow beyond all measure")
        if isRefused { test.check() } else { #expect(throws: Never.self) { try YAMLDocument(test.bytes) } }
    }

    @Test(arguments: [(511, false), (512, true)])
    func `collections behind aliases count as deep as they stand`(links: Int, isRefused: Bool) {
        let text = "a0: &a0 x\n" + (1...links).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
        let test = RefusedText("links", Array(text.utf8), .unsupported, links + 1, 14, "512 levels")
        if isRefused { test.check() } else { #expect(throws: Never.self) { try YAMLDocument(text) } }
    }
}
