import CommandLineKit
import Condarc

/// `unset KEY`
enum UnsetCommand: Command {
    static let heading = CommandHeading("unset", summary: "remove a key")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.keyInFile, help: "A parameter, an entry of a map, or a key that conda does not know.")],
            options: Option.forTarget + Option.forEditing,
            description: [
                "Removes a key with its value, so that weaker files or conda's default decide. A key that is not there is no "
                    + "error: it is named, with the nearest name where nobody knows it. Where the file uses an alias of the parameter, the alias is removed.",
                SharedNotes.whatStays,
            ],
            examples: ["condarc-tool unset proxy_servers.http": "Remove one proxy."],
            notes: [SharedNotes.standardStreams], explainSurplus: explanation)
    }

    /// Items behind the key are most likely to be removed from its list.
    private static func explanation(ofSurplus operands: [String]) -> CommandError? {
        guard let key = operands.first, case .sequence = ParameterTable.parameter(forKey: key)?.type else {
            return CommandError(
                .usage, "there is an argument too many: one key is unset at a time",
                hint: "call it once for each key, or take several away by 'condarc-tool apply -' with `KEY: null` lines"
            )
        }
        return CommandError(
            .usage, "there is an argument too many: unset takes the whole list '\(key)' away",
            hint: "to take items out of it: " + ItemArguments.call("remove", operands))
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let key = invocation.operands[0]
        return try EditRun.run(invocation, wishing: [.unset(key: key)]) { editor in
            if try editor.unset(key) { return EditAnswer() }
            return EditAnswer(notices: [UnknownKey.notice(ofUnset: key, in: editor.document)])
        }
    }
}
