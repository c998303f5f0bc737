import Foundation
import TestSupport
import Testing

/// The completion scripts in the real shells, which ask the built program.
@Suite struct CompletionScriptTests {
    /// A home with a `.condarc`, and both programs on `PATH`.
    private static func shell(
        _ name: String, condarc: String = "channels:\n  - conda-forge\n  - bioconda\n",
        _ text: (_ script: String) -> String
    ) throws -> String? {
        let paths = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(name)" }
        guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            print("skipped: \(name) is not installed")
            return nil
        }
        let tool = try BuiltProgram("condarc-tool")
        let home = try ScratchHome(condarc: condarc)
        let script = try tool.run(["completion", name], in: home).output
        try home.write(Array(text(script).utf8), to: "script")
        let directory = URL(fileURLWithPath: tool.path).deletingLastPathComponent().path
        let outcome = try BuiltProgram(path: path).run(
            ["HOME/script"], in: home, environment: ["PATH": "\(directory):/usr/bin:/bin"])
        return outcome.output
    }

    @Test(arguments: [
        (["che"], "check"), (["set", "channel_prio"], "channel_priority"),
        (["set", "channel_priority", ""], "disabled flexible strict"), (["set", "offline", "t"], "true"),
        (["remove", "channels", ""], "bioconda conda-forge"), (["unset", ""], "channels"),
        (["check", "--format", "s"], "sarif"), (["check", "--explain", "insecure-s"], "insecure-ssl"),
        (["check", "--ignore", "syntax,insecure-s"], "syntax,insecure-ssl"),
        (["config", "--set", "channel_priority", "s"], "strict"),
        (["config", "--remove", "channels", "b"], "bioconda"),
    ])
    func `bash completes commands, keys, values and what is in the file`(words: [String], expected: String) throws {
        let quoted = (["condarc-tool"] + words).map { "'\($0)'" }.joined(separator: " ")
        let output = try Self.shell("bash") { script in
            script + "COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count); _condarc_tool; echo \"${COMPREPLY[*]}\"\n"
        }
        guard let output else { return }
        #expect(
            output.split(whereSeparator: \.isWhitespace).map(String.init).sorted()
                == expected.split(separator: " ").map(String.init))
    }

    @Test(arguments: [("my", #"my\ weird"#), ("\"my", "my weird"), ("'my", "my weird")])
    func `bash gets no backslash for what stands in quotes`(typed: String, expected: String) throws {
        let output = try Self.shell("bash", condarc: "channels: [my weird]\n") { script in
            script + """
                COMP_WORDS=(condarc-tool remove channels $'\(typed.replacingOccurrences(of: "'", with: "\\'"))')
                COMP_CWORD=3
                _condarc_tool; printf '%s\\n' "${COMPREPLY[@]}"

                """
        }
        guard let output else { return }
        #expect(output == expected + "\n")
    }

    @Test(arguments: [
        ("che", ["check"]), ("set channel_priority ", ["disabled", "flexible", "strict"]),
        ("remove channels ", ["bioconda", "conda-forge"]), ("check --format s", ["sarif"]),
        ("get --file=scr", ["--file=script"]), ("get --color=ne", ["--color=never"]),
    ])
    func `fish completes commands, values and what is in the file`(line: String, expected: [String]) throws {
        let output = try Self.shell("fish") { $0 + "complete -C 'condarc-tool \(line)'\n" }
        guard let output else { return }
        let words = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(words.sorted() == expected)
    }

    @Test func `zsh takes the script`() throws {
        let output = try Self.shell("zsh") { script in
            "autoload -Uz compinit; compinit -D -u\n" + script + "echo $_comps[condarc-tool]\n"
        }
        guard let output else { return }
        #expect(output == "_condarc_tool\n")
    }
}
