import Testing

@testable import CommandLineKit

@Suite struct ValueKindTests {
    @Test func `only a path is looked at as one, and only choices refuse other words`() {
        #expect(ValueKind.file().isPath && ValueKind.directory().isPath && ValueKind.file(orOneOf: { _ in [] }).isPath)
        #expect(
            !ValueKind.text("N").isPath && !ValueKind.choice("C", of: ["a"]).isPath
                && !ValueKind.completing("X") { _, _ in [] }.isPath)
        #expect(ValueKind.choice("C", of: ["a", "b"]).choices == ["a", "b"] && ValueKind.text("N").choices == nil)
    }

    @Test func `what is said to another word is the declaration's own`() {
        let kind = ValueKind.choice("C", of: ["a"]) { $0 == "x" ? "did you mean 'a'?" : nil }
        #expect(kind.explainOther?("x") == "did you mean 'a'?" && kind.explainOther?("y") == nil)
        #expect(ValueKind.choice("C", of: ["a"]).explainOther == nil)
    }
}
