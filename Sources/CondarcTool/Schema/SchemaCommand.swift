import CommandLineKit
import LosslessJSON

/// `schema`
enum SchemaCommand: Command {
    static let heading = CommandHeading("schema", summary: "write a JSON Schema of configuration files, for editors")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: Option.forAllCommands,
            description: [
                "Writes a JSON Schema (draft 2020-12) of `.condarc`, made of the parameters that conda knows: editors complete "
                    + "and check with it. It takes what conda takes, such as `yes` for a boolean, and refuses keys that conda "
                    + "does not know and two names of one parameter.",
                "A schema cannot see comments, other files or the disk: `check` finds more. With `--json` the schema is on one "
                    + "line and has the member `schema` that every JSON result has; it is the same schema.",
            ],
            examples: [
                Example("condarc-tool schema > condarc.schema.json", "Write it into a file."),
                Example(
                    "# yaml-language-server: $schema=condarc.schema.json",
                    "At the top of a `.condarc`, this line tells many editors to use it."),
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        if invocation.wantsJSON {
            invocation.console.write(json: ConfigurationSchema.members)
        } else {
            invocation.console.writeRaw(
                Array((JSONValue.object(ConfigurationSchema.members).text(indent: 2) + "\n").utf8))
        }
        return .success
    }
}
