import CommandLineKit
import CondaSession
import LosslessJSON

/// `config ARGUMENTS…`
enum ConfigCommand: Command {
    static let heading = CommandHeading("config", summary: "take the arguments of `conda config`, and answer like it")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .zeroOrMore(
                    .completing("ARGUMENT", CondaArguments.candidates), help: "What would follow `conda config`.")
            ],
            description: [
                "For scripts that call `conda config`: takes all of its options, shortened ones too, and gives its results, "
                    + "its exit status and its output, as text and with `--json`. Unlike it, an edit changes only the lines "
                    + "that hold the change, several edits in one call are made all or not at all, nothing is written that "
                    + "conda would refuse to read, and reading writes nothing.",
                "Settings of plugins are unknown to it, as they are to conda without that plugin; the other commands edit them.",
            ],
            examples: [
                "condarc-tool config --add channels conda-forge": "Prepend a channel in `~/.condarc`.",
                "condarc-tool config --show channels --json": "Show the channels that conda would use.",
            ],
            exitStatuses: [
                .negative: "Any error but a wrong command line.",
                .usage: "The command line is wrong, or names an unknown parameter to show.",
            ],
            notes: [
                "Tokens and passwords in URLs are redacted, unless `--reveal` is given, which conda does not have.",
                "`--backup`, which conda does not have either, keeps the old content of the file beside it.",
            ],
            takesRawArguments: true)
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments: CondaArguments
        do throws(CondaArguments.UsageError) {
            arguments = try CondaArguments(invocation.operands)
        } catch {
            throw CommandError(.usage, error.message, hint: error.hint ?? "see 'condarc-tool config --help'")
        }
        let run = CondaConfigRun(arguments, invocation)
        do {
            return try run.run()
        } catch {
            let failure = CondaFailure(error)
            if run.wantsJSON {
                invocation.console.writeRaw(Array((failure.json.text(indent: 2) + "\n").utf8))
            } else {
                for reason in failure.reasons {
                    let told = reason.cause.flatMap { run.session.told($0.error, of: $0.path) }
                    invocation.console.say(
                        (told ?? CommandError(.invalid, reason.message, hint: reason.hint)).message())
                }
            }
            return failure.status
        }
    }
}
