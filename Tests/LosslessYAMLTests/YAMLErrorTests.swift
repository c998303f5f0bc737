import Testing

@testable import LosslessYAML

@Suite struct YAMLErrorTests {
    @Test func `an error has the place of its part, and a second one that belongs to it`() throws {
        let error = try #require(throws: YAMLError.self) { try YAMLDocument("a: [1,\nb: 2\n") }
        #expect(error.code == .syntax && error.location != nil)
        #expect(
            error.related?.words == "opened here" && error.related?.span.start == SourceLocation(line: 1, column: 4))
    }

    @Test(arguments: [
        ("a: [\n", YAMLError.Code.syntax), ("a: 1\n---\nb: 2\n", .unsupported), ("\u{0}", .unsupported),
        ("a: *x\n", .syntax), (String(repeating: "[", count: 5000), .unsupported),
    ])
    func `what is no YAML, and what is not read here, are told apart`(text: String, code: YAMLError.Code) throws {
        let error = try #require(throws: YAMLError.self) { try YAMLDocument(text) }
        #expect(error.code == code && error.message.first?.isUppercase != true && error.message.last != ".", "\(error)")
    }
}
