import CommandLineKit
import Testing

@testable import CondarcTool

@Suite struct `Options of other programs` {
    private static var commands: [String: CommandDeclaration] {
        Dictionary(uniqueKeysWithValues: CondarcTool.commands.map { ($0.heading.name, $0.declaration) })
    }

    /// Every row, by the commands that it is for.
    private static var answers: [(commands: [String], options: [Substring], hint: String)] {
        let ofSome = ForeignOptions.answers.flatMap { commands, hints in
            hints.rows.map { (commands.split(separator: " ").map(String.init), $0.words, $0.hint) }
        }
        return ofSome + ForeignOptions.ofAll.rows.map { (["COMMAND"], $0.words, $0.hint) }
    }

    @Test func `are answered for commands that are there and have no such option`() {
        let commands = Self.commands
        for (names, options, hint) in Self.answers {
            #expect(names == ["COMMAND"] || names.allSatisfy { commands[$0] != nil }, "\(names)")
            for option in options.map(String.init) {
                let isReached = names.contains { command in
                    let own = commands[command]?.options.map { "--\($0.long)" } ?? []
                    return !own.contains(option)
                        && ForeignOptions.hint(for: option, of: command)
                            == hint.replacing("COMMAND", with: command).replacing("OPTION", with: option)
                }
                #expect(isReached, "\(option) of \(names)")
            }
        }
    }

    @Test func `are answered by commands that are there`() {
        let commands = Self.commands
        for (_, _, hint) in Self.answers {
            let words = hint.split(separator: " ").map(String.init)
            for (name, command) in zip(words, words.dropFirst()) where name.hasSuffix("condarc-tool") {
                let word = command.filter { $0.isLetter || $0 == "-" }
                #expect(word == "COMMAND" || word.hasPrefix("--") || commands[word] != nil, "\(hint)")
            }
        }
    }

    @Test(arguments: [
        (
            "--proxy-servers", "set",
            "'proxy_servers' is a parameter: condarc-tool get proxy_servers, or condarc-tool set proxy_servers VALUE"
        ),
        (
            "--channels", "get",
            "'channels' is a parameter: condarc-tool get channels, or condarc-tool append channels ITEM"
        ),
        (
            "--channel-alias", "explain",
            "a variable sets it for one call: CONDA_CHANNEL_ALIAS=VALUE condarc-tool explain …"
        ),
    ])
    func `are parameters where they are named like one`(option: String, command: String, hint: String) {
        #expect(ForeignOptions.hint(forParameter: option, of: command) == hint)
    }

    @Test func `stand before no parameter as if it were their value`() {
        #expect(ForeignOptions.hint(forValue: "base", of: "--env", "set") == "an environment is named by --prefix DIR")
        #expect(ForeignOptions.hint(forValue: "channels", of: "--env", "get") == nil)
        #expect(ForeignOptions.hint(forValue: "base", of: "--json", "set") == nil)
    }
}
