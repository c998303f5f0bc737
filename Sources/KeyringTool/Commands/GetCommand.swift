import CommandLineKit
import CondaCredentials
import CondaSession
import LosslessJSON

enum GetCommand: Command {
    static let heading = CommandHeading("get", summary: "write one token to standard output")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: Option.forChoice(.read) + Option.forPlaces + Option.forAllCommands,
            description: [
                "Writes one token, a line feed and nothing else to standard output: for a script. The options say which "
                    + "one; if several fit, that is an error, and none is written.",
                "This is the only command that shows a token.",
            ],
            examples: [
                "keyring-tool get --org my-org": "The token of one organization.",
                "keyring-tool get --url https://repo.anaconda.cloud/repo/":
                    "The token in the conda-token file of the premium channels.",
                "keyring-tool get --kind api-key --domain anaconda.com": "The API key of a login.",
            ],
            exitStatuses: [
                .negative: "No token fits.",
                .badData: "Several tokens fit, or a store cannot be parsed.",
            ], explainSurplus: { .surplusChoice($0, of: "get") },
            optionHints: Option.choiceHints.merging(
                ["--reveal": "it shows the token anyway: leave the option out"]
            ) { $1 })
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = try ToolSession(reading: invocation)
        let choice = try TokenChoice(invocation)
        guard let token = try choice.single(in: session) else {
            if invocation.wantsJSON {
                invocation.console.write(json: ["token": .null])
            } else {
                try choice.tellAbsent(session, invocation.console)
            }
            return .negative
        }
        if invocation.wantsJSON {
            token.secret.withRevealed { text in
                invocation.console.reveals = true
                invocation.console.write(json: ["token": .string(text)] + Redactor.redact(answer: token.json))
            }
        } else {
            token.secret.withRevealedBytes { invocation.console.writeRaw(Array($0) + [UInt8(ascii: "\n")]) }
        }
        return .success
    }
}
