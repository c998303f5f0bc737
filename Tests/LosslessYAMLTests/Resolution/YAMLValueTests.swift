import Testing

@testable import LosslessYAML

@Suite struct YAMLValueTests {
    @Test(
        arguments: [
            (1, 1.0, false), (1, "1", false), (true, 1, false), (nil, "", false), (nil, false, false),
            (0.0, -0.0, true), (.float(.nan), .float(.nan), true), ("e\u{301}", "\u{E9}", false),
            (["a", "b"], ["b", "a"], false), (["a": 1, "b": 2], ["b": 2, "a": 1], false), ([], [:], false),
        ] as [(YAMLValue, YAMLValue, Bool)])
    func `values are equal byte for byte, type for type and in order`(_ a: YAMLValue, _ b: YAMLValue, _ isEqual: Bool) {
        #expect((a == b) == isEqual)
        #expect(Set([a, b]).count == (isEqual ? 1 : 2))
    }

    @Test(
        arguments: [
            (["a": 1, "b": [["c": 2, "d": 3]]], ["b": [["d": 3, "c": 2]], "a": 1], true),
            (["a": 1], ["a": 1, "b": 2], false), (["a": 1, "b": 2], ["a": 2, "b": 1], false),
            (["x", "y"], ["y", "x"], false),
            (["a": 1], ["a": 1.0], false), (["a"], ["a", "a"], false),
        ] as [(YAMLValue, YAMLValue, Bool)])
    func `only the order of a mapping's keys does not count`(_ a: YAMLValue, _ b: YAMLValue, _ isEquivalent: Bool) {
        #expect(a.isEquivalent(to: b) == isEquivalent)
        #expect(b.isEquivalent(to: a) == isEquivalent)
    }

    @Test func `of a key that stands twice the last counts, and keys are told apart by their bytes`() {
        let value = YAMLValue.mapping([
            YAMLPair(key: "a", value: 1), YAMLPair(key: "a", value: 2), YAMLPair(key: 3, value: "three"),
        ])
        #expect(value["a"] == 2 && value["3"] == nil && value["A"] == nil)
        #expect(YAMLValue.sequence(["a"])["a"] == nil && YAMLValue.string("a")["a"] == nil)
    }
}
