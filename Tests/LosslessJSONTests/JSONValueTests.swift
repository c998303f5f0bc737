import LosslessJSON
import Testing

@Suite struct JSONValueTests {
    @Test func `a member without a value is left out of a literal`() {
        let (none, one): (JSONValue?, JSONValue?) = (nil, 1)
        #expect((["a": none, "b": one, "c": .null] as JSONValue).text() == #"{"b": 1, "c": null}"#)
        #expect((String?.none.json, Int?.none.json, ["x"].json) == (.null, .null, ["x"]))
    }

    @Test func `objects keep their order and members of one name, of which the last is found`() {
        let value: JSONValue = ["b": 1, "a": 2] + ["b": 3]
        #expect(value.text() == #"{"b": 1, "a": 2, "b": 3}"#)
        #expect(value["b"] == 3 && value["c"] == nil)
        #expect(JSONValue.string("b")["b"] == nil && JSONValue.array([["b": 1]])["b"] == nil)
    }

    @Test func `numbers are the same as they are written, names as their code points`() {
        #expect(JSONValue.number("1.0") != .number("1") && JSONValue.number("1") == 1)
        let value = JSONValue.object([.init("e\u{301}", 1)])
        #expect(value["e\u{301}"] == 1 && value["\u{E9}"] == nil)
    }
}
