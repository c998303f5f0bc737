import CommandLineKit
import Testing

@testable import CondarcTool

@Suite struct `Options of other programs` {
    private static var commands: [String: CommandDeclaration] {
        Dictionary(uniqueKeysWithValues: CondarcTool.commands.map { ($0.heading.name, $0.declaration) })
    }

    @Test func `are answered for commands that are there and have no such option`() {
        let commands = Self.commands
        for answer in ForeignOptions.answers {
            let places = answer.commands.isEmpty ? ["COMMAND"] : answer.commands
            #expect(answer.commands.allSatisfy { commands[$0] != nil }, "\(answer)")
            let isReached = places.contains { command in
                let own = commands[command]?.options.map { "--\($0.long)" } ?? []
                return answer.options.contains { option in
                    !own.contains(option)
                        && ForeignOptions.hint(for: option, of: command)
                            == answer.hint.replacing("COMMAND", with: command).replacing("OPTION", with: option)
                }
            }
            #expect(isReached, "\(answer)")
        }
    }

    @Test func `are answered by commands that are there`() {
        let commands = Self.commands
        for answer in ForeignOptions.answers {
            let words = answer.hint.split(separator: " ").map(String.init)
            for (name, command) in zip(words, words.dropFirst()) where name.hasSuffix("condarc-tool") {
                let word = command.filter { $0.isLetter || $0 == "-" }
                #expect(word == "COMMAND" || word.hasPrefix("--") || commands[word] != nil, "\(answer.hint)")
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
