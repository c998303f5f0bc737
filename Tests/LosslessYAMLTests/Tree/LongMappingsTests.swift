import Testing

@testable import LosslessYAML

@Suite struct LongMappingsTests {
    @Test(arguments: [3, 500])
    func `a key is found in a long mapping as in a short one, however often it is looked up`(count: Int) throws {
        let names = (0..<count).map { "  name\($0): \($0)\n" }.joined()
        let text = "base: &base {merged: 1, name1: 2}\nlong:\n" + names + "  <<: *base\n  name1: last\n  '<<': quoted\n"
        let document = try YAMLDocument(text)
        for _ in 1...3 {
            #expect(document.value(at: ["long", "name2"]) == 2)
            #expect(document.value(at: ["long", "name1"]) == "last")
            #expect(document.value(at: ["long", "merged"]) == 1)
            #expect(document.value(at: ["long", "<<"]) == "quoted")
            #expect(document.node(at: "long")?.ownValue(forKey: "merged") == nil)
            #expect(document.value(at: ["long", "none"]) == nil)
        }
    }
}
