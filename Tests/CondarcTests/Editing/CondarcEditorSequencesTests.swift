import LosslessYAML
import Testing

@testable import Condarc

@Suite struct CondarcEditorSequencesTests {
    @Test func `a list that is not one is replaced by set-channels, and by nothing else`() throws {
        #expect(try edited("channels: text # x\n") { try $0.setItems("channels", to: ["a"]) }.hasPrefix("channels:"))
        #expect(throws: CondarcError.self) {
            try edited("channels: text\n") { _ = try $0.insert("channels", ["a"], at: .end) }
        }
    }

    @Test func `an item that stands several times is one`() throws {
        #expect(
            try edited("channels:\n  - a\n  - b  # keep\n  - a\n") { _ = try $0.insert("channels", ["a"], at: .end) }
                == "channels:\n  - b  # keep\n  - a\n")
        #expect(
            try edited("channels: [a, b, 'a']\n") { _ = try $0.remove("channels", ["a", "a"]) } == "channels: [b]\n")
        #expect(try edited("") { try $0.setItems("channels", to: ["a", "b", "a"]) } == "channels:\n  - a\n  - b\n")
    }

    @Test func `the outcome names what moved and what was missing`() throws {
        var editor = try CondarcEditor(Array("channels: [a, b, c]\n".utf8))
        #expect(try editor.insert("channels", ["c", "x"], at: .end) == SequenceOutcome())
        #expect(try editor.insert("channels", ["x", "a"], at: .start) == SequenceOutcome(moved: ["x", "a"]))
        #expect(try editor.remove("channels", ["a", "y"]) == SequenceOutcome(missing: ["y"]))
        #expect(editor.document.root?.value == ["channels": ["x", "b", "c"]])
    }

    @Test(arguments: [CondarcEditor.Place.start, .end])
    func `values inserted in turn end where each of them alone would`(place: CondarcEditor.Place) throws {
        let text = "channels:\n  - a  # keep\n  - b\n"
        let values = ["x", "a", "y", "x"]
        let alone = try edited(text) { editor in
            for value in values { _ = try editor.insert("channels", [value], at: place) }
        }
        #expect(try edited(text) { _ = try $0.insertInTurn("channels", values, at: place) } == alone)
    }

    @Test func `items are told apart by code points`() throws {
        let composed = "channels:\n  - caf\u{E9}\n"
        #expect(try edited(composed) { _ = try $0.remove("channels", ["cafe\u{301}"]) } == composed)
        #expect(try edited(composed) { _ = try $0.remove("channels", ["caf\u{E9}"]) } == "channels: []\n")
        let many = (0..<20).map { "x\($0)" }
        #expect(try edited(composed) { _ = try $0.remove("channels", many + ["cafe\u{301}"]) } == composed)
    }

    @Test func `thousands of items go into a list of thousands at once`() throws {
        let present = (0..<5000).map { "p\($0)" }
        let new = (0..<5000).map { "n\($0)" }
        let text = try edited("channels:\n" + present.map { "  - \($0)\n" }.joined()) {
            _ = try $0.insert("channels", new + present.reversed(), at: .start)
        }
        #expect(text == "channels:\n" + (new + present.reversed()).map { "  - \($0)\n" }.joined())
    }

    @Test(arguments: [
        "base: &base [a]\nchannels: *base\n", "channels: &base [a]\ndefault_channels: *base\n",
    ])
    func `a list that another key shares is refused rather than changed in both`(text: String) throws {
        #expect(throws: YAMLError.self) { try edited(text) { _ = try $0.insert("channels", ["b"], at: .end) } }
    }

    @Test func `a list that comes by a merge key is written out where it is edited`() throws {
        let text = "x: &x\n  channels: [a]\n<<: *x\n"
        #expect(
            try edited(text) { _ = try $0.insert("channels", ["b"], at: .end) } == text + "channels:\n  - a\n  - b\n")
        #expect(try edited(text) { _ = try $0.insert("channels", ["a"], at: .end) } == text)
    }
}
