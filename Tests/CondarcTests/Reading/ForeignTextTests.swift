import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ForeignTextTests {
    @Test(arguments: [
        ("diff --git a/x b/x\nindex 1..2\n--- a/x\n+++ b/x\n", YAMLError.Code.unsupported, 1, "a diff"),
        ("# page\n<!DOCTYPE html>\n<p>a: b: c</p>\n", .syntax, 2, "a web page (HTML)"),
        ("[global]\nindex-url = https://h.example\n", .syntax, 1, "pip"),
    ])
    func `another program's text is told as such, at the line that shows it`(
        text: String, code: YAMLError.Code, line: Int, words: String
    ) throws {
        let error = try #require(throws: YAMLError.self) { try YAMLDocument(configuration: Array(text.utf8)) }
        #expect(error.code == code && error.location?.line == line && error.location?.column == 1, "\(error)")
        #expect(error.message.contains(words), "\(error)")
        // Who reads any YAML hears of YAML alone.
        let plain = try #require(throws: YAMLError.self) { try YAMLDocument(text) }
        #expect(!plain.message.contains("conda") && plain.hint?.contains("conda") != true, "\(plain)")
    }
}
