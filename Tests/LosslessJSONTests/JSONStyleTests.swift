import LosslessJSON
import Testing

@Suite struct JSONStyleTests {
    private func style(_ text: String) throws -> JSONStyle { try JSONDocument(Array(text.utf8)).style }

    @Test(
        arguments: [
            ("{}", JSONStyle()), ("1", JSONStyle()), (#"{"a": 1, "b": 2}"#, JSONStyle()),
            (#"{"a":1,"b":2}"#, .compact), (#"{"a":1}"#, .compact), ("[1,2]", .compact), ("[1, 2]", JSONStyle()),
            (#"{ "a" : 1 , "b" : 2 }"#, JSONStyle(itemSeparator: " , ", nameSeparator: " : ")),
            ("{\n  \"a\": 1\n}\n", JSONStyle(indent: "  ")),
            ("{\r\n\t\"a\":1\r\n}", JSONStyle(itemSeparator: ",", nameSeparator: ":", indent: "\t", lineBreak: "\r\n")),
            // The first place that shows a trait, however deep.
            ("[[[{\"a\":\n1}], 2], 3]", JSONStyle()),
            ("{\"a\": {\n    \"b\": 1\n}}", JSONStyle(indent: "    ")), ("[\n1\n]", JSONStyle()),
        ] as [(String, JSONStyle)])
    func `the layout of a text is taken from what shows it first`(text: String, expected: JSONStyle) throws {
        #expect(try style(text) == expected)
    }

    @Test(arguments: ["{}", #"{"a":1}"#, "{\n\t\"a\": [\n\t\t1\n\t]\n}", "{\r\n  \"a\": {}\r\n}"])
    func `what is added has the style of the rest`(text: String) throws {
        let document = try JSONDocument(Array(text.utf8))
        let edited = try document.setting(["k": [1, 2], "l": "é"], at: ["new"])
        if text != "{}" { #expect(edited.style.nameSeparator == document.style.nameSeparator) }
        #expect(edited.style.lineBreak == document.style.lineBreak)
        #expect(edited.root["new"]?.value == ["k": [1, 2], "l": "é"])
    }
}
