import Testing

@testable import LosslessYAML

@Suite struct BlockChildrenEditTests {
    @Test(arguments: [
        EditCase("append", "c:\n  - a\n  - b\n", .items("c", items(0, 1, "x")), "c:\n  - a\n  - b\n  - x\n"),
        EditCase("prepend", "c:\n  - a\n  - b\n", .items("c", items("x", 0, 1)), "c:\n  - x\n  - a\n  - b\n"),
        EditCase("indentless", "c:\n- a\nd: 1\n", .items("c", items(0, "x")), "c:\n- a\n- x\nd: 1\n"),
        EditCase("wide gap", "c:\n    -   a\nd: 1\n", .items("c", items(0, "x")), "c:\n    -   a\n    -   x\nd: 1\n"),
        EditCase(
            "before comments that follow", "c:\n  - a # one\n\n  # - b\nd: 1\n", .items("c", items(0, "x")),
            "c:\n  - a # one\n  - x\n\n  # - b\nd: 1\n"),
        EditCase(
            "the comment on the line goes", "c:\n  - a # one\n  # own\n  - b\n", .items("c", items(1)),
            "c:\n  # own\n  - b\n"),
        EditCase(
            "all go", "c: # key\n  - a # one\n  # own\n  - b\nd: 1\n", .items("c", []), "c: [] # key\n  # own\nd: 1\n"),
        EditCase(
            "move", "c:\n  - a #!top\n  - b\n  - c # three\n", .items("c", items(1, 2, 0)),
            "c:\n  - b\n  - c # three\n  - a #!top\n"),
        EditCase(
            "move a mapping", "c:\n  - u: a # x\n    # y\n    v: b\n  - w\n", .items("c", items(1, 0)),
            "c:\n  - w\n  - u: a # x\n    # y\n    v: b\n"),
        EditCase("no final break", "c:\n  - a", .items("c", items(0, "x")), "c:\n  - a\n  - x"),
        EditCase("no final break, remove", "c:\n  - a\n  - b", .items("c", items(0)), "c:\n  - a"),
        EditCase("no final break, move", "c:\n  - a\n  - b # c", .items("c", items(1, 0)), "c:\n  - b # c\n  - a"),
        EditCase("no final break, all", "c:\n  - a\n  - b", .items("c", []), "c: []"),
        EditCase("CRLF", "c:\r\n  - a\r\n", .items("c", items(0, "x")), "c:\r\n  - a\r\n  - x\r\n"),
        EditCase("CR", "c:\r  - a\r", .items("c", items("x", 0)), "c:\r  - x\r  - a\r"),
        EditCase(
            "mixed", "z: 1\nc:\r\n  - a\r\ny: 1\n", .items("c", items(0, "x")), "z: 1\nc:\r\n  - a\r\n  - x\r\ny: 1\n"),
        EditCase("BOM", "\u{FEFF}c:\n- a\n", .items("c", items("x", 0)), "\u{FEFF}c:\n- x\n- a\n"),
        EditCase("BOM root", "\u{FEFF}- a\n- b\n", .items([], items("x", 1)), "\u{FEFF}- x\n- b\n"),
        EditCase(
            "document markers", "---\nc:\n  - a\n...\n", .items("c", items(0, "x")), "---\nc:\n  - a\n  - x\n...\n"),
        EditCase(
            "nested, append", "c:\n- - a\n  - b\n", .items(["c", 0], items(0, 1, "x")), "c:\n- - a\n  - b\n  - x\n"),
        EditCase(
            "nested, prepend", "c:\n- - a\n  - b\n", .items(["c", 0], items("x", 0, 1)), "c:\n- - x\n  - a\n  - b\n"),
        EditCase("nested, first goes", "c:\n- - a # 1\n  - b\n", .items(["c", 0], items(1)), "c:\n- - b\n"),
        EditCase(
            "nested, first goes before a comment", "c:\n- - a # 1\n  # own\n  - b\n", .items(["c", 0], items(1)),
            "c:\n-\n  # own\n  - b\n"),
        EditCase("nested, move", "c:\n- - a # 1\n  - b\n", .items(["c", 0], items(1, 0)), "c:\n- - b\n  - a # 1\n"),
        EditCase(
            "nested, all replaced", "c:\n- - a # 1\n  - b\n", .items(["c", 0], items("x", "w")), "c:\n- - x\n  - w\n"),
        EditCase("nested, all go", "c:\n- - a # 1\n  - b\n", .items(["c", 0], []), "c:\n- []\n"),
        EditCase("root list", "- a\n- b\n", .items([], items(0, "x", 1)), "- a\n- x\n- b\n"),
        EditCase("root list, all go", "# c\n- a\n# d\n- b\n", .items([], []), "# c\n[]\n# d\n"),
        EditCase(
            "replace all", "c:\n  - a\n  # own\n  - b\nd: 1\n", .items("c", items("x", "w")),
            "c:\n  - x\n  - w\n  # own\nd: 1\n"),
        EditCase("into null", "c:\nd: 1\n", .items("c", items("x")), "c:\n  - x\nd: 1\n"),
        EditCase(
            "into null with comment", "c: # k\n  # - a\nd: 1\n", .items("c", items("x")),
            "c: # k\n  - x\n  # - a\nd: 1\n"),
        EditCase("into null like siblings", "b:\n- 1\nc:\n", .items("c", items("x")), "b:\n- 1\nc:\n- x\n"),
        EditCase("into tilde", "c: ~ # k\nd: 1\n", .items("c", items("x")), "c: # k\n  - x\nd: 1\n"),
        EditCase("into []", "c: [] # k\nd: 1\n", .items("c", items("x", "w")), "c: [x, w] # k\nd: 1\n"),
        EditCase("missing key", "d: 1\n", .items("c", items("x")), "d: 1\nc:\n  - x\n"),
        EditCase("empty file", "", .items("c", items("x", "w")), "c:\n  - x\n  - w\n"),
        EditCase("comments only", "# a\n\n", .items("c", items("x")), "# a\n\nc:\n  - x\n"),
        EditCase("comments only, no break", "# a", .items("c", items("x")), "# a\nc:\n  - x"),
        EditCase("only ---", "---\n", .items("c", items("x")), "---\nc:\n  - x\n"),
        EditCase("only --- with ...", "--- # k\n# c\n...\n", .items("c", items("x")), "--- # k\n# c\nc:\n  - x\n...\n"),
        EditCase(
            "block scalar item", "c:\n  - |\n    a\n\n  - b\n", .items("c", items(1, 0)), "c:\n  - b\n  - |\n    a\n\n"),
        EditCase(
            "blank lines below a block scalar that keeps them", "c: |+\n  a\nb: g\n\n # k\n", .remove("b"),
            "c: |+\n  a\n# k\n"),
        EditCase("blank lines at the end below one", "c: |+\n  a\nb: g\n\n", .remove("b"), "c: |+\n  a\n"),
        EditCase("an item below one", "- |+\n  a\n- b\n\n\n- d\n", .remove([1]), "- |+\n  a\n- d\n"),
        EditCase(
            "set keeps items", "c:\n  - a # 1\n  - b\n", .set("c", ["b", "a", "x"]), "c:\n  - b\n  - a # 1\n  - x\n"),
        EditCase(
            "set changes a mapping in a list", "c:\n  - u: a # x\n    v: b\n  - w\n",
            .set("c", [["u": "z", "v": "b"], "w"]), "c:\n  - u: z # x\n    v: b\n  - w\n"),
        EditCase("explicit key", "? c\n: - a\n  - b\n", .items("c", items(0, "x", 1)), "? c\n: - a\n  - x\n  - b\n"),
        EditCase(
            "a list of maps", "c:\n- u: 1\n  v: 2\n", .set(["c", 1], ["u": 3, "v": 4]),
            "c:\n- u: 1\n  v: 2\n- u: 3\n  v: 4\n"),
        EditCase("empty items", "c:\n  -\n  - b\n", .items("c", items(1, 0)), "c:\n  - b\n  -\n"),
    ])
    func `a block sequence becomes what was asked for`(test: EditCase) { check(test) }
}
