import Testing

@testable import LosslessYAML

@Suite struct YAMLNodeTests {
    @Test func `aliases and merge keys are resolved, yet visible`() throws {
        let document = try YAMLDocument("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  l: 3\nc: [*x]\nd:\n  <<: [{k: 4}, *x]\n")
        #expect(document.node(at: "b")?.value == ["k": 1, "l": 3])
        #expect(document.node(at: "c")?.value == [["k": 1, "l": 2]])
        #expect(document.node(at: "d")?.value == ["k": 4, "l": 2])
        #expect(document.node(at: "b")?.entries.map(\.isMerge) == [true, false])
        #expect(document.node(at: ["b", "k"])?.line == 1)
        #expect(document.node(at: ["c", 0])?.resolved.line == 1)
    }
}
