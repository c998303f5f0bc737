import Testing

@testable import LosslessYAML

@Suite struct FlowChildrenEditTests {
    @Test(arguments: [
        EditCase("append", "c: [a, b]\n", .items("c", items(0, 1, "x")), "c: [a, b, x]\n"),
        EditCase("prepend", "c: [ a, b ] # c\n", .items("c", items("x", 0, 1)), "c: [ x, a, b ] # c\n"),
        EditCase("between", "c: [a,b]\n", .items("c", items(0, "x", 1)), "c: [a,x,b]\n"),
        EditCase("trailing comma", "c: [a, b, ]\n", .items("c", items(0, 1, "x")), "c: [a, b, x, ]\n"),
        EditCase("remove first", "c: [a, b, d]\n", .items("c", items(1, 2)), "c: [b, d]\n"),
        EditCase("remove middle", "c: [a, b, d]\n", .items("c", items(0, 2)), "c: [a, d]\n"),
        EditCase("remove last", "c: [a, b, d,]\n", .items("c", items(0, 1)), "c: [a, b,]\n"),
        EditCase("remove all", "c: [ a, b ] # k\n", .items("c", []), "c: [] # k\n"),
        EditCase("replace all", "c: [a, b]\n", .items("c", items("x", "w")), "c: [x, w]\n"),
        EditCase("move", "c: [a, b, d]\n", .items("c", items(1, 2, 0)), "c: [b, d, a]\n"),
        EditCase(
            "a value and a new key", "c: {k: ,}\n", .several([.set(["c", "k"], 1), .set(["c", "m"], 2)]),
            "c: {k: 1, m: 2 ,}\n"),
        EditCase(
            "a value behind blanks, and a key that goes", "c: {k:   ,m: 2}\n",
            .several([.set(["c", "k"], 1), .remove(["c", "m"])]), "c: {k: 1}\n"),
        EditCase(
            "JSON", "{\n  \"c\": [\"a\"],\n  \"d\": 1\n}\n", .items("c", items(0, "x")),
            "{\n  \"c\": [\"a\", x],\n  \"d\": 1\n}\n"),
        EditCase(
            "JSON, new key", "{\n  \"c\": [\"a\"],\n  \"d\": 1\n}\n", .set("e", true),
            "{\n  \"c\": [\"a\"],\n  \"d\": 1,\n  e: true\n}\n"),
        EditCase("JSON, remove a key", "{\"c\": 1, \"d\": 2}\n", .remove("c"), "{\"d\": 2}\n"),
        EditCase("{}", "m: {} # c\n", .set(["m", "k"], "v"), "m: {k: v} # c\n"),
        EditCase("[] with a comment that touches it", "c: [# k\n]\n", .items("c", items("x")), "c: [x # k\n]\n"),
        EditCase(
            "a comment that touches the bracket", "c: [a, [# k\n  b],\n  d]\n", .items(["c", .index(1)], []),
            "c: [a, [ # k\n  ],\n  d]\n"),
        EditCase("whole {}", "{}\n", .set(["m", "k"], "v"), "{m: {k: v}}\n"),
        EditCase("set in flow", "m: {a: 1, b: 'x'}\n", .set(["m", "b"], "y"), "m: {a: 1, b: 'y'}\n"),
        EditCase("after an empty value", "{\n? a\nimp(licit: }", .set("b", 1), "{\n? a\nimp(licit: ,\nb: 1 }"),
        EditCase(
            "an empty value moves", "- {a: }\n- [b: , c]\n", .items([.index(1)], items(1, 0)), "- {a: }\n- [c, b: ]\n"),
        EditCase("empty value in flow", "m: {a: , b}\n", .set(["m", "a"], "w"), "m: {a: w, b}\n"),
    ])
    func `a flow collection becomes what was asked for`(test: EditCase) { check(test) }
}
