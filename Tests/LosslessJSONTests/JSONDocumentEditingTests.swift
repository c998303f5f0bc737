import LosslessJSON
import Testing

@Suite struct JSONDocumentEditingTests {
    private func document(_ text: String) throws -> JSONDocument { try JSONDocument(Array(text.utf8)) }

    @Test(
        arguments: [
            (#"{"a": 1, "b": 2}"#, JSONPath(["a"]), JSONValue.number("1.50"), #"{"a": 1.50, "b": 2}"#),
            (#"{"a":1}"#, ["b"], 2, #"{"a":1,"b":2}"#),
            (#"{"a": 1}"#, ["b"], [1, 2], #"{"a": 1, "b": [1, 2]}"#),
            (#"{"a":1,"b":[]}"#, ["b", 0], ["c": "d"], #"{"a":1,"b":[{"c":"d"}]}"#),
            (#"{ "a" : 1 }"#, ["b"], 2, #"{ "a" : 1, "b" : 2 }"#),
            ("{}", ["a", "b"], 1, #"{"a": {"b": 1}}"#), ("{ }", ["a"], 1, #"{"a": 1}"#),
            ("{\n  \"a\": 1\n}\n", ["b"], ["c": 2], "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 2\n  }\n}\n"),
            ("{\r\n\t\"a\": {}\r\n}", ["a", "b"], 1, "{\r\n\t\"a\": {\r\n\t\t\"b\": 1\r\n\t}\r\n}"),
            ("{\n  \"a\": [1, 2]\n}", ["a", 2], 3, "{\n  \"a\": [1, 2, 3]\n}"),
            ("{\n  \"a\": 1\n}", ["a"], ["b": 1], "{\n  \"a\": {\n    \"b\": 1\n  }\n}"),
            ("{\n  \"a\": [1, 2]\n}", ["a", 0], [3, 4], "{\n  \"a\": [[3, 4], 2]\n}"),
            (#"{"\ud800": "\ud800", "a": 1.0e0, "a": 3}"#, ["a"], 4, #"{"\ud800": "\ud800", "a": 1.0e0, "a": 4}"#),
            ("\u{FEFF}[1]", [1], 2, "\u{FEFF}[1, 2]"),
        ] as [(String, JSONPath, JSONValue, String)])
    func `setting a value keeps every other byte and the layout`(
        text: String, path: JSONPath, value: JSONValue, expected: String
    ) throws {
        #expect(String(decoding: try document(text).setting(value, at: path).bytes, as: UTF8.self) == expected)
    }

    @Test(
        arguments: [
            (#"{"a": 1, "b": 2, "c": 3}"#, JSONPath(["a"]), #"{"b": 2, "c": 3}"#),
            (#"{"a": 1, "b": 2, "c": 3}"#, ["b"], #"{"a": 1, "c": 3}"#),
            (#"{"a": 1, "b": 2, "c": 3}"#, ["c"], #"{"a": 1, "b": 2}"#), (#"{ "a": 1 }"#, ["a"], "{}"),
            (#"{"a": 1, "b": 2, "a": 3, "a": 4}"#, ["a"], #"{"b": 2}"#),
            (#"{"a": 1, "a": 3}"#, ["a"], "{}"), ("[1,2,3]", [1], "[1,3]"),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", ["b"], "{\n  \"a\": 1\n}\n"),
        ] as [(String, JSONPath, String)])
    func `removing takes the comma along and every member of the name`(
        text: String, path: JSONPath, expected: String
    ) throws {
        #expect(String(decoding: try document(text).removing(path).bytes, as: UTF8.self) == expected)
    }

    @Test func `a place that is not there is refused`() throws {
        let sound = try document(#"{"a": [1], "b": 2}"#)
        for path in [["b", "c"], ["a", 2], ["a", "b"], ["c", 0], ["b", 0]] as [JSONPath] {
            #expect(throws: JSONError.self) { try sound.setting(1, at: path) }
        }
        for path in [[], ["c"], ["a", 1], ["b", "c"]] as [JSONPath] {
            #expect(throws: JSONError.self) { try sound.removing(path) }
        }
    }

    @Test func `names outside ASCII are escaped where that is asked for`() throws {
        let edited = try document("{}").setting("é", at: ["bücher😀"], escapingNonASCII: true)
        #expect(String(decoding: edited.bytes, as: UTF8.self) == #"{"b\u00fccher\ud83d\ude00": "\u00e9"}"#)
        #expect(edited.root["bücher😀"]?.string == "é")
    }
}
