import CommandLineKit
import CondaSession
import Condarc

/// `apply FILE`
enum ApplyCommand: Command {
    static let heading = CommandHeading("apply", summary: "make a file agree with another")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.file(), help: "A YAML map of parameters; `-` reads standard input.")],
            options: Option.forTarget + Option.forEditing,
            description: [
                "Makes the target agree with a YAML map: each of its keys gets that value, whole lists and maps included; a "
                    + "null removes the key; keys that it does not name are left alone. Every key is checked like one of "
                    + "`set`. What agrees already keeps its lines.",
                SharedNotes.whatStays,
            ],
            examples: [
                "condarc-tool apply --system --check site.yml":
                    "Test whether the base installation has the site's settings.",
                "printf 'channels: [conda-forge]\\nssl_verify: null\\n' | condarc-tool apply -":
                    "Set the channels, and remove `ssl_verify`.",
            ],
            notes: [SharedNotes.doubts, SharedNotes.standardStreams])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let name = invocation.operands[0]
        if name == "-", invocation.value(.file) == "-" {
            throw CommandError(.usage, "standard input cannot be both the file to apply and the target")
        }
        let session = Session(invocation.context)
        let (wishes, patch) = try NamedInput.read(name, invocation, session) { bytes in
            (EditWish.all(in: try FileValues(bytes)), try ConfigurationPatch(bytes, pathExists: session.pathExists))
        }
        return try EditRun.run(invocation, wishing: wishes, mayBeDoubtful: true) { editor in
            try editor.apply(patch)
            return EditAnswer()
        }
    }
}
