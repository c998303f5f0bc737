import LosslessYAML
import Testing

@testable import Condarc

@Suite struct CondarcEditorTests {
    /// Runs an edit, and gives the text it leaves.
    private func edited(_ text: String, _ edit: (inout CondarcEditor) throws -> Void) throws -> String {
        var editor = try CondarcEditor(Array(text.utf8))
        try edit(&editor)
        return String(decoding: editor.document.bytes, as: UTF8.self)
    }

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

    @Test(arguments: [
        "", "# empty\n", "{}\n", "channels:\n  - a  # keep\n", "channels: [a, b]\nproxy_servers:\n  http: x\n",
        "proxy_servers: {}\nquiet: true", "plugins:\n    x: 1\n    y:\n        z: 2\nyes: false\r\n",
        "proxy_servers:\nchannels:\n- a\n", "base: &b\n  quiet: false\n<<: *b\n",
    ])
    func `edits made together leave what they leave one after another`(text: String) throws {
        typealias Edit = (inout CondarcEditor) throws -> Void
        let edits: [Edit] = [
            { _ = try $0.insertInTurn("channels", ["b", "c"], at: .start) },
            { _ = try $0.insertInTurn("channels", ["a"], at: .end) },
            { _ = try $0.insertInTurn("envs_dirs", ["/e"], at: .end) },
            { try $0.set("proxy_servers.http", to: "h") },
            { try $0.set("quiet", to: "yes") },
            { try $0.set("proxy_servers.https", to: "s") },
            { try $0.set("proxy_servers.http", to: "h2") },
            { try $0.set("plugins.y", to: "4") },
            { _ = try $0.unset("plugins.y") },
            { try $0.set("plugins.y.z", to: "5") },
            { try $0.set("always_yes", to: "true") },
            { _ = try $0.remove("channels", ["a"]) },
            { try $0.clear("envs_dirs") },
            { _ = try $0.unset("quiet") },
            { _ = try $0.unset("proxy_servers.https") },
        ]
        for count in 1...edits.count {
            let inTurn: Edit = { editor in for edit in edits[..<count] { try edit(&editor) } }
            let alone = try YAMLDocument(edited(text, inTurn))
            let together = try edited(text) { try $0.together(inTurn) }
            #expect(try YAMLDocument(together).root?.value == alone.root?.value, "\(together)")
        }
    }

    @Test func `where one of several edits made together fails, none is made`() throws {
        var editor = try CondarcEditor(Array("quiet: true\n".utf8))
        #expect(throws: CondarcError.self) {
            try editor.together {
                try $0.set("quiet", to: "no")
                try $0.set("proxy_servers.http", to: "h")
                try $0.set("quiet.x", to: "1")
            }
        }
        #expect(editor.document.bytes == Array("quiet: true\n".utf8))
        try editor.set("quiet", to: "no")
        #expect(editor.document.bytes == Array("quiet: false\n".utf8))
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

    @Test func `removing a key that comes by a merge key is an error with its place`() throws {
        #expect {
            try edited("x: &x\n  quiet: true\n<<: *x\n") { _ = try $0.unset("quiet") }
        } throws: { error in
            (error as? CondarcError)?.line == 2
        }
    }

    @Test func `unset removes a parameter under each of its names`() throws {
        #expect(
            try edited("yes: 1\nalways_yes: 0\nquiet: true\n") { _ = try $0.unset("always_yes") } == "quiet: true\n")
    }

    @Test(arguments: [
        ("proxy_servers.http", "none", "proxy_servers:\n  http:"), ("quiet", " YES ", "quiet: true"),
        ("channel_priority", "false", "channel_priority: disabled"), ("channel_priority", "Flexible", nil),
        ("local_repodata_ttl", "60", "local_repodata_ttl: 60"),
        ("remote_read_timeout_secs", "2", "remote_read_timeout_secs: 2.0"),
        ("default_python", "3.12", "default_python: '3.12'"), ("default_python", "12", nil),
        ("plugins.x", "true", "plugins:\n  x: true"), ("plugins.x", "a: b", "plugins:\n  x: 'a: b'"),
        ("plugins.x", "# no", "plugins:\n  x: '# no'"), ("plugins.x", "*a", "plugins:\n  x: '*a'"),
    ])
    func `a value is written in its parameter's type`(key: String, value: String, expected: String?) throws {
        let text = try? edited("") { try $0.set(key, to: value) }
        if let expected {
            #expect(text?.hasPrefix(expected) == true, "\(text ?? "refused")")
        } else {
            #expect(text == nil)
        }
    }

    @Test func `setting a value twice leaves the text alone`() throws {
        for key in ["quiet: true # x\n", "quiet: True\n", "{quiet: true}\n", "'quiet': true"] {
            #expect(try edited(key) { try $0.set("quiet", to: "yes") } == key)
        }
    }
}
