import Testing

@testable import LosslessYAML

@Suite struct ValueReplacementTests {
    @Test(arguments: [
        EditCase("replace plain", "a: 1 # c\nb: 2\n", .set("a", 3), "a: 3 # c\nb: 2\n"),
        EditCase("replace single", "a: 'x'   # c\n", .set("a", "y"), "a: 'y'   # c\n"),
        EditCase("replace double", "a: \"x\"\n", .set("a", "y"), "a: \"y\"\n"),
        EditCase("string to bool", "a: 'x'\n", .set("a", true), "a: true\n"),
        EditCase("unsafe", "a: x\n", .set("a", "yes"), "a: 'yes'\n"),
        EditCase("same value", "a: 0x10\n", .set("a", 16), "a: 0x10\n"),
        EditCase("new key", "a: 1\n\n# end\n", .set("b", "x: y"), "a: 1\nb: 'x: y'\n\n# end\n"),
        EditCase("remove", "a: 1\n# own\nb: 2 # c\nd: 3\n", .remove("b"), "a: 1\n# own\nd: 3\n"),
        EditCase("remove last", "# x\na: 1\n# own\n", .remove("a"), "# x\n# own\n"),
        EditCase("remove a block", "a:\n  - x\n  # own\n  - y\nb: 1\n", .remove("a"), "  # own\nb: 1\n"),
        EditCase("remove no break", "a: 1\nb: 2", .remove("b"), "a: 1"),
        EditCase("nested new", "a: 1\n", .set(["p", "h"], "x"), "a: 1\np:\n  h: x\n"),
        EditCase("nested in null", "p: # c\na: 1\n", .set(["p", "h"], "x"), "p: # c\n  h: x\na: 1\n"),
        EditCase("nested sibling", "p:\n    h: x\na: 1\n", .set(["p", "i"], "w"), "p:\n    h: x\n    i: w\na: 1\n"),
        EditCase("nested remove only", "p: # c\n  h: x\na: 1\n", .remove(["p", "h"]), "p: {} # c\na: 1\n"),
        EditCase("scalar to list", "a: x # c\nb: 1\n", .set("a", ["u", "v"]), "a: # c\n  - u\n  - v\nb: 1\n"),
        EditCase(
            "list to scalar", "a: # c\n  - u # d\n  # own\n  - v\nb: 1\n", .set("a", "x"), "a: x # c\n  # own\nb: 1\n"),
        EditCase("list to map", "a: # c\n  - u\nb: 1\n", .set("a", ["k": "v"]), "a: # c\n  k: v\nb: 1\n"),
        EditCase(
            "map merge", "a:\n  k: 1 # one\n  l: 2\nb: 1\n", .set("a", ["k": 1, "m": 3]),
            "a:\n  k: 1 # one\n  m: 3\nb: 1\n"),
        EditCase("block scalar", "a: | # c\n  x\n  y\n\nb: 1\n", .set("a", "z"), "a: z # c\n\nb: 1\n"),
        EditCase("folded plain", "a: x\n  y # c\nb: 1\n", .set("a", "z"), "a: z # c\nb: 1\n"),
        EditCase("item scalar to map", "- x # c\n- y\n", .set([0], ["k": 1, "l": 2]), "- k: 1 # c\n  l: 2\n- y\n"),
        EditCase("item map to scalar", "- k: 1 # c\n  l: 2\n- y\n", .set([0], "z"), "- z\n- y\n"),
        EditCase("compact map, first goes", "- k: 1 # c\n  l: 2\n", .remove([0, "k"]), "- l: 2\n"),
        EditCase("compact map, add", "- k: 1\n", .set([0, "l"], 2), "- k: 1\n  l: 2\n"),
        EditCase("explicit key", "? a\n: 1\n? b\n: 2\n", .remove("a"), "? b\n: 2\n"),
        EditCase("empty value", "a:\nb: 1\n", .set("a", 1), "a: 1\nb: 1\n"),
        EditCase("empty value, blanks", "a:   \nb: 1\n", .set("a", 1), "a: 1\nb: 1\n"),
        EditCase("empty value, comment", "a:   # c\nb: 1\n", .set("a", 1), "a: 1   # c\nb: 1\n"),
        EditCase("flow siblings", "a: [1, 2]\nb: 1\n", .set("c", ["x"]), "a: [1, 2]\nb: 1\nc: [x]\n"),
        EditCase("tagged", "a: !!str 1 # c\n", .set("a", 2), "a: 2 # c\n"),
        EditCase("anchored, unused", "a: &x 1 # c\n", .set("a", 2), "a: 2 # c\n"),
        EditCase("flow to block", "a: {x: 1} # c\nb:\n  - 1\n", .set("a", ["u"]), "a: [u] # c\nb:\n  - 1\n"),
        EditCase("alias to value", "a: &x 1\nb: *x # c\n", .set("b", 2), "a: &x 1\nb: 2 # c\n"),
        EditCase(
            "multi-line flow with comments", "a: [\n  x, # 1\n  # own\n  y\n] # c\nb: 1\n", .set("a", "z"),
            "a: z # c\n  # own\nb: 1\n"),
        EditCase(
            "the only key behind a directive", "%TAG !e! tag:e.org,2000:\n--- !shape\n# own\na: 1\n", .remove("a"),
            "%TAG !e! tag:e.org,2000:\n--- !shape {}\n# own\n"),
        EditCase(
            "the only key behind properties over lines", "--- !shape\n# own\n&x\n\na: 1\n", .remove("a"),
            "--- !shape\n# own\n&x {}\n\n"),
        EditCase(
            "the only key below a tag with a comment",
            "%TAG !e! t:\r\n--- !e!s # c\r\n# own\r\n\r\na: 1 # d\r\n  # e\r\n", .remove("a"),
            "%TAG !e! t:\r\n--- !e!s {} # c\r\n# own\r\n\r\n  # e\r\n"),
        EditCase("the only key below an anchor", "&x\na:\n  - 1\n  # own\n", .remove("a"), "&x {}\n  # own\n"),
        EditCase(
            "the only key below a tag, to the end", "--- !shape\na: 1\n...\n", .remove("a"), "--- !shape {}\n...\n"),
        EditCase(
            "the only entry below a tag", "k: !m # c\n  a: 1\nb: 2\n", .remove(["k", "a"]), "k: !m {} # c\nb: 2\n"),
        EditCase("the only item below a tag", "k: !s\n- a # c\n# own\n", .remove(["k", 0]), "k: !s []\n# own\n"),
        EditCase("null root", "null\n", .set("a", 1), "a: 1\n"),
        EditCase(
            "a block scalar as far to the left as its key", "a: # c\n|+\n  keep\nb: 1\n", .set("a", 2),
            "a: 2 # c\nb: 1\n"),
        EditCase(
            "one with a comment behind its header", "a:\n| # c\n  keep\nb: 1\n", .set("a", 2), "a: 2\n # c\nb: 1\n"),
        EditCase(
            "a key of a tag alone, without a value", "a: {x: 1, !t: }\n", .set(["a", ""], 2), "a: {x: 1, !t: : 2 }\n"),
        EditCase(
            "a key below its tag, without a value", "a: {!t\nb # c\n }\n", .set(["a", "b"], 2),
            "a: {? !t\nb : 2 # c\n }\n"),
        EditCase("set root", "- a\n- b # c\n", .set([], ["b", "a"]), "- b # c\n- a\n"),
        EditCase(
            "long key", "a: 1\n", .set([.key(String(repeating: "k", count: 2000))], ["u"]),
            "a: 1\n? \(String(repeating: "k", count: 2000))\n:\n  - u\n"),
        EditCase(
            "comment behind a removed block scalar neighbour", "a: |\n  x\nb:\n    # own\n    - y\nc: 1\n",
            .remove("b"), "a: |\n  x\n# own\nc: 1\n"),
    ])
    func `a mapping becomes what was asked for`(test: EditCase) { check(test) }
}
