import LosslessJSON
import Testing

@Suite struct JSONNodeTests {
    private func root(_ text: String) throws -> JSONNode { try JSONDocument(Array(text.utf8)).root }

    @Test func `nodes know their places and which members are hidden`() throws {
        let document = try JSONDocument(Array(#" {"a": [1, "é"], "b": 2, "a": 3}"#.utf8))
        let members = try #require(document.root.members)
        #expect(String(decoding: document.bytes[members[0].range], as: UTF8.self) == #""a": [1, "é"]"#)
        #expect(document.root.hiddenMembers.map(\.range) == [members[0].range])
        #expect(document.node(at: ["a"])?.value == 3)
        #expect(document.node(at: ["b", "c"]) == nil)
        #expect(document.node(at: ["a", 7]) == nil)
    }

    @Test func `names that only look the same are different`() throws {
        let document = try JSONDocument(Array("{\"e\u{301}\": 1, \"\u{E9}\": 2}".utf8))
        #expect(document.root["e\u{301}"]?.value == 1)
        #expect(document.root["\u{E9}"]?.value == 2)
        #expect(document.root.hiddenMembers.isEmpty)
    }

    @Test func `of members with one name the last counts, as most readers have it`() throws {
        let root = try root(#"{"a": 1, "b": 2, "\u0061": 3, "a": {"a": 4}}"#)
        #expect(root["a"]?.value == ["a": 4] && root.member("a")?.value.member("a")?.value.value == 4)
        #expect(root.hiddenMembers.map(\.value.value) == [1, 3])
        #expect(root.visibleMembers.map(\.value.value) == [2, ["a": 4]])
    }

    @Test func `a value of another kind has no members, elements or text`() throws {
        for text in ["null", "false", "1", "\"a\"", "[[]]", "{\"a\": []}"] {
            let node = try root(text)
            #expect([node.string != nil, node.elements != nil, node.members != nil].count { $0 } <= 1)
            #expect(node.isNull == (text == "null"))
            #expect(node["b"] == nil && node.hiddenMembers.isEmpty)
        }
    }

    @Test func `a value is as it was written`() throws {
        let text = #"{"a": [1.50, -0, 1e400, null, true], "a": "é\n", "": {}}"#
        #expect(try root(text).value.text() == text)
    }
}
