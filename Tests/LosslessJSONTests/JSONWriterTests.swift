import LosslessJSON
import Testing

@Suite struct JSONWriterTests {
    @Test func `members keep their order and numbers their text`() {
        let value: JSONValue = ["b": .number("1e3"), "a": [true, nil, "x\n\"y\""]]
        #expect(value.text() == #"{"b": 1e3, "a": [true, null, "x\n\"y\""]}"#)
    }

    @Test func `an indented value breaks lines but leaves empty containers whole`() {
        let value: JSONValue = ["a": [1], "b": [:]]
        #expect(value.text(indent: 2) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}")
    }
}
