import Testing

@testable import LosslessYAML

/// An edit that must not be made.
struct RefusedEdit: Sendable, CustomTestStringConvertible {
    var input: String
    var operation: Operation
    var code: YAMLError.Code
    /// Parts of the message: the lines it names, most of all.
    var words: [String]

    init(_ input: String, _ operation: Operation, _ code: YAMLError.Code, _ words: String...) {
        self.input = input
        self.operation = operation
        self.code = code
        self.words = words
    }

    var testDescription: String { input.debugDescription }
}

@Suite struct EditGuardTests {
    @Test(arguments: [
        RefusedEdit("a: &x\n  - 1\nb: *x\n", .items("b", items(0, "n")), .refused, "line 3", "line 2"),
        RefusedEdit("a: &x\n  - 1\nb: *x\n", .items("a", items(0, "n")), .refused, "line 3", "line 2"),
        RefusedEdit("a: &x\n  k: {l: 1}\nb: *x\n", .set(["a", "k", "l"], 2), .refused, "line 3", "line 2"),
        RefusedEdit("a: &x\n  k: {l: 1}\nb: *x\n", .set(["b", "k"], 2), .refused, "line 3", "line 2"),
        RefusedEdit("a: &x 1\nb: *x\n", .remove("a"), .refused, "line 2", "line 1"),
        RefusedEdit("a: &x 1\nb: *x\n", .set("a", 2), .refused, "line 2", "line 1"),
        RefusedEdit("a: [&x 1, 2]\nb: *x\n", .items("a", items(1)), .refused, "line 2", "line 1"),
        RefusedEdit("a: [1, &x 2, *x]\n", .items("a", items(0, 2, 1)), .refused, "alias"),
        RefusedEdit(
            "a: &x {m: {k: 1}}\nb:\n  <<: *x\n", .set(["b", "m", "k"], 2), .refused, "line 3", "line 1"),
        RefusedEdit("a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n", .remove(["b", "k"]), .refused, "line 3", "line 1"),
        RefusedEdit("a: &x {k: 1}\nb:\n  <<: *x\n", .set("b", ["k": 2]), .refused, "line 3", "line 1"),
        RefusedEdit("a: 1\nb: 2\na: 3\n", .set("a", 4), .refused, "line 1", "line 3"),
        RefusedEdit("a: 1\nb: 2\na: 3\n", .remove("a"), .refused, "line 1", "line 3"),
        RefusedEdit("a: 1\nb: 2\na: 3\n", .set([], ["a": 1]), .refused, "line 1", "line 3"),
        RefusedEdit("a: 1\n", .remove("b"), .notFound, "b"),
        RefusedEdit("a: [1]\n", .remove(["a", 1]), .notFound, "a[1]"),
        RefusedEdit("", .remove("b"), .notFound, "b"),
        RefusedEdit("a: 1\n", .set(["a", "b"], 1), .refused, "line 1", "mapping"),
        RefusedEdit("a: 1\n", .set(["a", 0], 1), .refused, "line 1", "sequence"),
        RefusedEdit("a: [1]\n", .items("a", items(0, 0)), .notFound, "twice"),
        RefusedEdit("a: [1]\n", .items("a", items(3)), .notFound, "item"),
        RefusedEdit("a: 1\n", .items("a", items(0)), .notFound, "not a sequence"),
        RefusedEdit("[a: 1, b]\n", .remove([0, "a"]), .refused, "line 1", "braces"),
        RefusedEdit("a: |\n  x", .set("b", 1), .refused, "block scalar"),
        RefusedEdit("a:\n\u{FEFF}k: 1\n", .set(["a", "b"], 1), .refused, "byte order mark"),
    ])
    func `what would reach other values is refused, with both lines`(test: RefusedEdit) throws {
        let document = try YAMLDocument(test.input)
        do {
            let change = try test.operation.apply(to: document)
            Issue.record("not refused: \(String(decoding: change.document.bytes, as: UTF8.self))")
        } catch {
            #expect(error.code == test.code, "\(error)")
            for word in test.words { #expect(error.message.contains(word), "\(error.message)") }
        }
    }

    @Test func `an alias itself can be replaced, an unused anchor's value too`() {
        check(EditCase("alias", "a: &x 1\nb: *x # c\n", .set("b", 2), "a: &x 1\nb: 2 # c\n"))
        check(EditCase("alias item", "a: &x 1\nb: [*x, 2]\n", .set(["b", 0], 3), "a: &x 1\nb: [3, 2]\n"))
        check(EditCase("both go", "a:\n  k: &x 1\n  l: *x\nb: 1\n", .remove("a"), "b: 1\n"))
        check(EditCase("beside", "a: &x [1]\nb: *x\nc: 1\n", .set("c", 2), "a: &x [1]\nb: *x\nc: 2\n"))
        check(
            EditCase(
                "own key beside a merge", "a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n", .set(["b", "l"], 3),
                "a: &x {k: 1}\nb:\n  <<: *x\n  l: 3\n"))
        check(
            EditCase(
                "own key over a merged one", "a: &x {k: 1}\nb:\n  <<: *x # c\n  l: 2\n", .set(["b", "k"], 2),
                "a: &x {k: 1}\nb:\n  <<: *x # c\n  l: 2\n  k: 2\n"))
        check(
            EditCase(
                "own key over a merged one, in braces", "a: &x {k: 1}\nb: {<<: *x}\n", .set(["b", "k"], 2),
                "a: &x {k: 1}\nb: {<<: *x, k: 2}\n"))
        check(
            EditCase(
                "merged value is as asked", "a: &x {k: 1}\nb:\n  <<: *x\n", .set(["b", "k"], 1),
                "a: &x {k: 1}\nb:\n  <<: *x\n"))
    }
}
