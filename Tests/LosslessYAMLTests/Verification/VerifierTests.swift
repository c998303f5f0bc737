import Testing

@testable import LosslessYAML

/// The last guard of an edit: what it must not let pass.
@Suite struct VerifierTests {
    private static let text = "# one\na: 1\nb: [x, y] # behind\n# two\nc: {k: v}\n"

    private func accepts(_ after: String, _ expected: Expected, before: String = text) throws -> Bool {
        Verifier.accepts(try YAMLDocument(after).tree, expecting: expected, from: try YAMLDocument(before).tree)
    }

    /// The root with its three entries as they were, but for what the test says.
    private func root(_ children: [ExpectedChild]) -> Expected { .collection(0, children) }

    @Test func `what stays may get another place and layout, and no other value`() throws {
        let same = root([.existing(0), .existing(1), .existing(2)])
        #expect(try accepts(Self.text, same))
        #expect(try accepts("# one\n# two\na:   1\nb: [ x,\n  y ]\nc: {k: v}\n", same))
        for wrong in ["a: 2", "a: '1'", "a: !!int 1", "a: &e 1", "A: 1", "a: 1\na: 1"] {
            #expect(try !accepts(Self.text.replacing("a: 1", with: wrong), same), "\(wrong)")
        }
        for wrong in ["[x]", "[y, x]", "[x, y, z]", "[x, 'y']", "{x: y}", "[[x, y]]"] {
            #expect(try !accepts(Self.text.replacing("[x, y]", with: wrong), same), "\(wrong)")
        }
    }

    @Test func `what goes is gone, what is new is there, and the order is that which was asked for`() throws {
        let moved = root([.existing(2), .entry(YAMLPair(key: "new", value: [1])), .existing(0)])
        #expect(try accepts("# two\nc: {k: v}\nnew: [1]\n# one\na: 1\n", moved))
        #expect(try accepts("# two\n# one\nc: {k: v}\nnew:\n  - 0x1\na: 1\n", moved))
        #expect(try !accepts("# two\n# one\na: 1\nnew: [1]\nc: {k: v}\n", moved))
        #expect(try !accepts("# two\n# one\nc: {k: v}\nnew: ['1']\na: 1\n", moved))
        #expect(try !accepts("# two\n# one\nc: {k: v}\nnew: [1]\na: 1\nb: [x, y]\n", moved))
    }

    @Test func `a comment on a line of its own is not lost, one behind a value may go`() throws {
        let same = root([.existing(0), .existing(1), .existing(2)])
        #expect(try accepts(Self.text.replacing(" # behind", with: ""), same))
        #expect(try !accepts(Self.text.replacing("# two\n", with: ""), same))
        #expect(try !accepts(Self.text.replacing("# two", with: "# one"), same))
        #expect(try accepts(Self.text.replacing("# two", with: "# two\n# three"), same))
        // In place of the comment behind it.
        #expect(try !accepts(Self.text.replacing("# two\n", with: "").replacing("# behind", with: "# two"), same))
    }

    @Test func `an alias still means the same node`() throws {
        let before = "a: &x [1]\nb: &y [1]\nc: *x\n"
        let same = root([.existing(0), .existing(1), .existing(2)])
        #expect(try accepts("a: &x [1]\n\nb: &y [1]\nc:  *x\n", same, before: before))
        #expect(try !accepts("a: &x [1]\nb: &y [1]\nc: *y\n", same, before: before))
        #expect(try !accepts("a: &x [1]\nb: &y [1]\nc: [1]\n", same, before: before))
    }

    @Test(arguments: [("", true), ("{}\n", true), ("---\n", true), ("a: 1\n", false), ("[]\n", false)])
    func `a mapping that loses its last entry may become no text at all`(after: String, isAccepted: Bool) throws {
        #expect(try accepts(after, root([]), before: "a: 1\n") == isAccepted)
        #expect(try !accepts("", root([]), before: "- 1\n"))
    }
}
