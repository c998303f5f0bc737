import CommandLineKit
import LosslessJSON

enum SchemaCommand: Command {
    static let heading = CommandHeading("schema", summary: "write a JSON Schema of configuration files, for editors")

    private static let draft = Option(
        "draft", value: .choice("DRAFT", of: ConfigurationSchema.Draft.allCases.map(\.rawValue)),
        help:
            "The edition of JSON Schema: `2020-12` (the default), or `07`, which the YAML language server of editors reads whole."
    )

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            options: [draft] + Option.forAllCommands,
            description: [
                "Writes a JSON Schema of `.condarc`, made of the parameters that conda knows: editors complete "
                    + "and check with it. It takes what conda takes, such as `yes` for a boolean, and refuses keys that conda "
                    + "does not know and two names of one parameter.",
                "A schema cannot see comments, other files or the disk: `check` finds more. With `--json` the schema is on one "
                    + "line and has the member `schema` that every JSON result has; it is the same schema.",
            ],
            examples: [
                "condarc-tool schema --draft 07 > condarc.schema.json": "Write it into a file, for an editor.",
                "# yaml-language-server: $schema=condarc.schema.json":
                    "At the top of a `.condarc`, this line tells many editors to use it.",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let draft = invocation.value(draft).flatMap { ConfigurationSchema.Draft(rawValue: $0) } ?? .draft202012
        let schema = ConfigurationSchema.json(draft)
        if invocation.wantsJSON {
            invocation.console.write(json: schema)
        } else {
            invocation.console.writeRaw(Array((schema.text(indent: 2) + "\n").utf8))
        }
        return .success
    }
}
