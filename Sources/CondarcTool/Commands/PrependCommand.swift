import CommandLineKit
import Condarc

/// `prepend KEY VALUE…`, also `add`.
enum PrependCommand: Command {
    static let heading = CommandHeading("prepend", aliases: ["add"], summary: "put items at the beginning of a list")

    static var declaration: CommandDeclaration {
        ItemInsertion.declaration(
            "prepend", description: "Puts items at the beginning of a list, where they have the highest priority.",
            examples: [
                "condarc-tool prepend channels conda-forge bioconda":
                    "Put `conda-forge`, then `bioconda`, before the other channels."
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus { try ItemInsertion.run(invocation, at: .start) }
}
