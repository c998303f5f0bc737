import CommandLineKit
import Condarc

/// `append KEY VALUE…`
enum AppendCommand: Command {
    static let heading = CommandHeading("append", summary: "put items at the end of a list")

    static var declaration: CommandDeclaration {
        ItemInsertion.declaration(
            "append", description: "Puts items at the end of a list, where they have the lowest priority.",
            examples: ["condarc-tool append channels bioconda": "Use `bioconda` after all other channels."])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus { try ItemInsertion.run(invocation, at: .end) }
}
