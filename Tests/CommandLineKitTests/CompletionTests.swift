import CommandLineKit
import Foundation
import TestSupport
import Testing

@Suite struct CompletionTests {
    private static func script(_ shell: String) -> String {
        let process = RecordedProcess()
        _ = process.run(greet, ["completion", shell])
        return process.output
    }

    /// Runs a shell on a text, and gives its standard output; nil where the machine has no such shell.
    private static func run(_ shell: String, _ text: String) throws -> String? {
        let paths = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(shell)" }
        guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
        let home = try TemporaryDirectory()
        try home.write(text, to: "script")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [home("script")]
        process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test(arguments: [
        (["he"], "hello help"), (["hello", "--t"], "--times --tongue --title"),
        (["hello", "--tongue", ""], "english french"), (["hello", "--tongue", "=", "f"], "french"),
        (["hi", "--tongue", "e"], "english"), (["completion", "z"], "zsh"),
        (["hello", "--tongue", "french", "--so"], "--soft"), (["hello", "--", "--so"], ""), (["help", "he"], "hello"),
    ])
    func `bash completes commands, options and values`(words: [String], expected: String) throws {
        let quoted = (["greet"] + words).map { "'\($0)'" }.joined(separator: " ")
        let text =
            Self.script("bash")
            + "COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count); _greet; echo \"${COMPREPLY[*]}\"\n"
        guard let output = try Self.run("bash", text) else { return }
        #expect(output == expected + "\n")
    }

    @Test(arguments: [
        ("he", ["hello", "help"]), ("hello --t", ["--times", "--title", "--tongue"]),
        ("hello --tongue ", ["english", "french"]), ("completion z", ["zsh"]),
    ])
    func `fish completes commands, options and values`(line: String, expected: [String]) throws {
        let text = Self.script("fish") + "complete -C 'greet \(line)'\n"
        guard let output = try Self.run("fish", text) else { return }
        let words = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(Set(expected).isSubset(of: Set(words)))
        #expect(
            words.allSatisfy { $0.hasPrefix(line.split(separator: " ", omittingEmptySubsequences: false).last ?? "") })
    }

    @Test func `zsh takes the script`() throws {
        let text = "autoload -Uz compinit; compinit -D -u\n" + Self.script("zsh") + "echo $_comps[greet]\n"
        guard let output = try Self.run("zsh", text) else { return }
        #expect(output == "_greet\n")
    }

    @Test func `zsh gets every option with its value`() {
        let script = Self.script("zsh")
        #expect(script.contains("'(--loud -l --soft -s)--loud[Shout]'"))
        #expect(script.contains("'(--tongue)--tongue=[The language]:LANG:(english french)'"))
        #expect(script.contains("'*--title=[A title]:TITLE: '"))
    }
}
