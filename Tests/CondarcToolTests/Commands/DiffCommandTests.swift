import CommandLineKit
import Testing

@Suite struct DiffCommandTests {
    @Test func `diff compares meaning, not layout`() throws {
        let home = try ToolHome(condarc: "channels: [a, b]\nyes: on\n# note\n")
        try home.write("always_yes: true\nchannels:\n- a\n- 'b'\n", to: "same.yml")
        try home.write("channels:\n- b\nquiet: true\n", to: "other.yml")
        #expect(
            home.run(["diff", "HOME/.condarc", "HOME/same.yml"]) == .init(status: .success, output: "", errors: ""))
        let json = home.run(["diff", "HOME/.condarc", "HOME/other.yml", "--json"])
        #expect(json.status == .negative)
        #expect(
            json.output == #"{"schema": 1, "differ": true, "differences": [{"key": "always_yes", "a": true}, "#
                + #"{"key": "channels", "a": ["a", "b"], "b": ["b"]}, {"key": "quiet", "b": true}]}"# + "\n")
        #expect(home.run(["diff", "HOME/.condarc", "-"], input: "channels: [a]\n").output.contains("\n-  - b\n"))
    }

    @Test func `a flag is part of the meaning, another comment is not`() throws {
        let home = try ToolHome(condarc: "channels:\n  - a  #!top\n  - b\nquiet: true #!final\n")
        try home.write("channels:\n  - a  # my own\n  - b\nquiet: true #!final\n", to: "other.yml")
        let text = home.run(["diff", "HOME/.condarc", "HOME/other.yml"])
        #expect(text.status == .negative)
        #expect(text.output.hasSuffix("\n channels:\n-  - a  #!top\n+  - a\n   - b\n"), "\(text.output)")
        let json = home.run(["diff", "HOME/.condarc", "HOME/other.yml", "--json"])
        #expect(json.output.contains(#""a": ["a", "b"], "a_flags": [{"of": "a", "flag": "top"}], "b": ["a", "b"]}"#))
    }
}
