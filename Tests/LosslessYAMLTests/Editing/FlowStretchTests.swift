import Testing

@testable import LosslessYAML

/// What stands between two children that stay, where they are over several lines.
@Suite struct FlowStretchTests {
    @Test(arguments: [
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
    ])
    func `lines, comments and separators go with their children`(test: EditCase) { check(test) }
}
