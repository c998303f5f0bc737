import CommandLineKit
import Condarc

/// `clear KEY`
enum ClearCommand: Command {
    static let heading = CommandHeading("clear", summary: "make a list empty")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.listToClear, help: "The list.")], options: Option.forTarget + Option.forEditing,
            description: [
                "Makes a list empty: `[]`. The key stays, which for conda is not the same as no key: see `unset`.",
                SharedNotes.whatStays,
            ],
            examples: ["condarc-tool clear default_channels": "Let `defaults` stand for no channel at all."],
            notes: [SharedNotes.standardStreams],
            explainSurplus: { operands in
                CommandError(
                    .usage, "there is an argument too many: clear takes every item out of '\(operands[0])'",
                    hint: "to take out these alone: " + ItemArguments.call("remove", operands))
            })
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let key = invocation.operands[0]
        return try EditRun.run(invocation, wishing: [.exactly([], key: key)]) { editor in
            if let notice = UnknownKey.notice(of: key, in: editor.document) { return EditAnswer(notices: [notice]) }
            try editor.clear(key)
            return EditAnswer()
        }
    }
}
