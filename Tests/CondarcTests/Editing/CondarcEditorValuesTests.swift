import LosslessYAML
import Testing

@testable import Condarc

@Suite struct CondarcEditorValuesTests {
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
