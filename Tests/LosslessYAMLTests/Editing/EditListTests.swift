import Testing

@testable import LosslessYAML

@Suite struct EditListTests {
    private func applied(_ text: String, _ edit: (inout EditList) -> Void) throws -> String? {
        var list = EditList()
        edit(&list)
        let document = try YAMLDocument(text)
        return list.normalized(.untouched, of: document.tree)
            .map { String(decoding: $0.applied(to: document.bytes), as: UTF8.self) }
    }

    @Test func `edits may come in any order, and insertions at one place keep theirs`() throws {
        let text = try applied("a: 1\nb: 2\n") {
            $0.replace(8, 9, with: "3")
            $0.insert("x: 1\n", at: 5)
            $0.insert("y: 1\n", at: 5)
            $0.replace(3, 4, with: "2")
        }
        #expect(text == "a: 2\nx: 1\ny: 1\nb: 3\n")
    }

    @Test func `touching edits are one, and overlapping ones none`() throws {
        var list = EditList()
        list.delete(0, 3)
        list.insert("new", at: 3)
        list.delete(3, 5)
        let tree = try YAMLDocument("a: 1\nb: 2\n").tree
        let edits = try #require(list.normalized(.untouched, of: tree))
        #expect(edits.count == 1 && edits[0].range == SourceRange(0, 5))
        #expect(edits[0].replacement == Array("new".utf8))
        list.delete(4, 8)
        #expect(list.normalized(.untouched, of: tree) == nil)
    }

    @Test func `nothing in place of nothing is no edit`() {
        var list = EditList()
        list.replace(3, 3, with: "")
        list.delete(7, 7)
        #expect(list.edits.isEmpty)
    }

    @Test(arguments: [(true, "a:\n  # own\n  #-- x\nb: 1\n"), (false, "a:\nb: 1\n")])
    func `lines go without the comments that are to stay`(keepsComments: Bool, expected: String) throws {
        let text = "a:\n  - x # gone\n  # own\n\n  - y\n  #-- x\nb: 1\n"
        let tree = try YAMLDocument(text).tree
        #expect(
            try applied(text) { $0.deleteLines(3, 39, in: 2, exceptCommentsOf: keepsComments ? tree : nil) } == expected
        )
    }
}
