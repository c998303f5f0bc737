import LosslessYAML
import Testing

@testable import Condarc

@Suite struct CondarcEditorTogetherTests {
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
}
