import Testing

@testable import LosslessYAML

@Suite struct AnchorTableTests {
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
}
