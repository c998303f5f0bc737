import LosslessYAML
import Testing

@testable import Condarc

@Suite struct TracedValueTests {
    private func traced(_ text: String) throws -> TracedValue {
        try #require(SourceReader.source(path: "/f", bytes: Array(text.utf8)).settings.first).value
    }

    @Test func `each part knows its place, and together they are the value`() throws {
        let value = try traced("a:\n  - x\n  - {k: [1, y]}\n")
        #expect(value.value == ["x", ["k": [1, "y"]]])
        #expect(value.items?.map(\.origin.line) == [2, 3])
        var texts: [String] = []
        value.forEachText { texts.append("\($0) \($1.line ?? 0):\($1.column ?? 0)") }
        #expect(texts == ["x 2:5", "y 3:13"])
    }

    @Test func `a change of its texts leaves places and flags`() throws {
        let value = try traced("a: #!final\n  - x #!top\n  - 1\n").mapScalars { $0 == "x" ? "z" : $0 }
        #expect(value.value == ["z", 1] && value.flag == .final)
        #expect(value.items?.map(\.flag) == [.top, nil] && value.items?.map(\.origin.line) == [2, 3])
    }

    @Test(arguments: [
        ("a: 1\n", "an integer"), ("a: x\n", "a string"), ("a: [x]\n", "a list"), ("a: {}\n", "a map"),
        ("a:\n", "null"), ("a: 1.5\n", "a number"), ("a: true\n", "a boolean"),
    ])
    func `what it is called`(text: String, noun: String) throws { #expect(try traced(text).noun == noun) }

    @Test func `a value of one origin has it everywhere, and an error about it, too`() {
        let value = TracedValue(["a": ["x"]], from: .variable("CONDA_A"))
        #expect(value.entries?.first?.value.items?.first?.origin == .variable("CONDA_A"))
        let error = CondarcError(.badValue, valueOf: "a", "no", from: value.origin)
        #expect(error.description == "a: no (from $CONDA_A)")
    }
}
