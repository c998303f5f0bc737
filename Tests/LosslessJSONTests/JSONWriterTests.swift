import LosslessJSON
import Testing

@Suite struct JSONWriterTests {
    @Test func `members keep their order and numbers their text`() {
        let value: JSONValue = ["b": .number("1e3"), "a": [true, .null, "x\n\"y\""]]
        #expect(value.text() == #"{"b": 1e3, "a": [true, null, "x\n\"y\""]}"#)
    }

    @Test func `what is not seen is escaped`() {
        let unseen = "a\u{1B}\u{85}\u{200B}\u{202E}\u{2060}\u{FEFF}\u{E0041}"
        #expect(JSONValue.string(unseen).text() == #""a\u001b\u0085\u200b\u202e\u2060\ufeff\udb40\udc41""#)
        // Letters, and what joins them, stay.
        #expect(JSONValue.string("é\u{200D}\u{1F600}").text() == "\"é\u{200D}\u{1F600}\"")
    }

    @Test func `an indented value breaks lines but leaves empty containers whole`() {
        let value: JSONValue = ["a": [1], "b": [:]]
        #expect(value.text(indent: 2) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}")
    }
}
