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
            "lines, append", "c: [\n  a, # 1\n  b # 2\n]\n", .items("c", items(0, 1, "x")),
            "c: [\n  a, # 1\n  b, # 2\n  x\n]\n"),
        EditCase(
            "lines, append, trailing comma", "c: [\n  a, # 1\n  b, # 2\n]\n", .items("c", items(0, 1, "x")),
            "c: [\n  a, # 1\n  b, # 2\n  x,\n]\n"),
        EditCase(
            "wrapped, comment of the last that stays", "c: [a, b, # 1\n    d]  # 2\n", .items("c", items(1)),
            "c: [b # 1\n    ]  # 2\n"),
        EditCase(
            "a comment that touches the quote of one that goes", "c: [a, 'b'# 1\n  ]\n", .items("c", items(0)),
            "c: [a # 1\n  ]\n"),
        EditCase(
            "one that touches the quote of one that is replaced", "c: [a, 'b'# 1\n  ]\n", .items("c", items(0, "x")),
            "c: [a, x # 1\n  ]\n"),
        EditCase(
            "one that touches the quote of the only one", "c: ['b'# 1\n  ]\n", .items("c", items("x")),
            "c: [x # 1\n  ]\n"),
        EditCase(
            "a value and a new key", "c: {k: ,}\n", .several([.set(["c", "k"], 1), .set(["c", "m"], 2)]),
            "c: {k: 1, m: 2 ,}\n"),
        EditCase(
            "a value behind blanks, and a key that goes", "c: {k:   ,m: 2}\n",
            .several([.set(["c", "k"], 1), .remove(["c", "m"])]), "c: {k: 1}\n"),
        EditCase(
            "wrapped, comment of one that moves", "c: [a, b, #!top\n    d, e]\n", .items("c", items(0, 2, 3, 1)),
            "c: [a,\n    d, e, b #!top\n    ]\n"),
        EditCase(
            "comment of the only one, append", "c: [a #!top\n    ]\n", .items("c", items(0, "x")),
            "c: [a, #!top\n    x\n    ]\n"),
        EditCase(
            "wrapped, append behind a comment", "c: [\n  a, b, # 1\n  # own\n  ]\n", .items("c", items(0, 1, "x")),
            "c: [\n  a, b, # 1\n  # own\n  x,\n  ]\n"),
        EditCase(
            "wrapped, insert behind a comment", "c: [a, b, # 1\n    d, e]\n", .items("c", items(0, 1, "x", 2, 3)),
            "c: [a, b, # 1\n    x, d, e]\n"),
        EditCase(
            "wrapped, replace behind a comment", "c: [a, b, # 1\n    d, e]\n", .items("c", items(0, 1, "x")),
            "c: [a, b, # 1\n    x\n    ]\n"),
        EditCase(
            "comma first, remove last", "c: [\n  a\n  , b # 2\n  , d\n  ]\n", .items("c", items(0, 1)),
            "c: [\n  a\n  , b # 2\n  ]\n"),
        EditCase(
            "tabs, append", "{\n\t\"c\": [\n\t\t\"a\",\n\t\t\"b\"\n\t]\n}\n", .items("c", items(0, 1, "x")),
            "{\n\t\"c\": [\n\t\t\"a\",\n\t\t\"b\",\n\t\tx\n\t]\n}\n"),
        EditCase(
            "tabs, prepend", "{\n\t\"c\": [\n\t\t\"a\",\n\t\t\"b\"\n\t]\n}\n", .items("c", items("x", 0, 1)),
            "{\n\t\"c\": [\n\t\tx,\n\t\t\"a\",\n\t\t\"b\"\n\t]\n}\n"),
        EditCase(
            "comma below, append", "c: [\n  a,\n  b  # 2\n  ,]\n", .items("c", items(0, 1, "x")),
            "c: [\n  a,\n  b,  # 2\n  x,\n  ]\n"),
        EditCase(
            "comma below, between", "c: [\n  a # 1\n  ,\n  b\n]\n", .items("c", items(0, "x", 1)),
            "c: [\n  a, # 1\n  x,\n  b\n]\n"),
        EditCase(
            "comma below, with a comment", "c: [\n  a # 1\n  , # own\n  b\n]\n", .items("c", items(0, "x", 1)),
            "c: [\n  a, # 1\n  x,\n   # own\n  b\n]\n"),
        EditCase(
            "comma below, remove last", "c: [\n  a,\n  b  # 2\n  ,]\n", .items("c", items(0)),
            "c: [\n  a,\n  ]\n"),
        EditCase(
            "comma below, remove first", "c: [\n  a # 1\n  ,\n  b\n]\n", .items("c", items(1)), "c: [\n  b\n]\n"),
        EditCase(
            "comma below, remove all", "c: [\n  a # 1\n  ,\n  b # 2\n  ,]\n", .items("c", []), "c: []\n"),
        EditCase(
            "comma below, move", "c: [\n  a # 1\n  ,\n  b # 2\n  ,]\n", .items("c", items(1, 0)),
            "c: [\n  b, # 2\n  a, # 1\n  ]\n"),
        EditCase(
            "lines, remove last", "c: [\n  a, # 1\n  # own\n  b # 2\n]\n", .items("c", items(0)),
            "c: [\n  a # 1\n  # own\n]\n"),
        EditCase(
            "lines, remove first", "c: [\n  a, # 1\n  # own\n  b # 2\n]\n", .items("c", items(1)),
            "c: [\n  # own\n  b # 2\n]\n"),
        EditCase(
            "lines, remove all", "c: [\n  a, # 1\n  # own\n  b # 2\n]\n", .items("c", []), "c: [\n  # own\n]\n"),
        EditCase("lines, remove all without comments", "c: [\n  a, # 1\n  b\n]\n", .items("c", []), "c: []\n"),
        EditCase(
            "lines, move", "c: [\n  a, # 1\n  b # 2\n]\n", .items("c", items(1, 0)), "c: [\n  b, # 2\n  a # 1\n]\n"),
        EditCase(
            "aligned, append", "c: [a,\n    b]\n", .items("c", items(0, 1, "x")), "c: [a,\n    b,\n    x]\n"),
        EditCase("aligned, remove first", "c: [a,\n    b]\n", .items("c", items(1)), "c: [b]\n"),
        EditCase("aligned, remove last", "c: [a,\n    b]\n", .items("c", items(0)), "c: [a]\n"),
        EditCase(
            "wrapped", "c: [a, b,\n    d, e]\n", .items("c", items(0, 1, "x", 2, 3)), "c: [a, b, x,\n    d, e]\n"),
        EditCase(
            "wrapped, remove", "c: [a, b, # 1\n    d, e]\n", .items("c", items(0, 2, 3)), "c: [a, # 1\n    d, e]\n"),
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
