import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessYAML

/// `apply FILE`
enum ApplyCommand: Command {
    static let heading = CommandHeading("apply", summary: "make a file agree with another")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.one(.file(), help: "A YAML map of parameters; `-` reads standard input.")],
            options: Option.forTarget + Option.forEditing,
            description: [
                "Makes the target agree with a YAML map: each of its keys gets that value, whole lists and maps included; a "
                    + "null removes the key; keys that it does not name are left alone. What `set` and `append` refuse is "
                    + "refused. Where a text is due, `3.10` stays `3.10`. What agrees already keeps its lines.",
                SharedNotes.whatStays,
            ],
            examples: [
                "condarc-tool apply --system --check site.yml":
                    "Test whether the base installation has the site's settings.",
                "printf 'channels: [conda-forge]\\nssl_verify: null\\n' | condarc-tool apply -":
                    "Set the channels, and remove `ssl_verify`.",
            ],
            notes: [SharedNotes.doubts, SharedNotes.standardStreams],
            explainSurplus: { operands in
                CommandError(
                    .usage, "apply takes one FILE",
                    hint: "the file to change is named by --file: condarc-tool apply "
                        + ShellWord.quoted(operands[0]) + " --file " + ShellWord.quoted(operands[1]))
            },
            explainMissing: { _ in
                "the file to apply stands without an option; --file names the one to change"
            })
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let name = invocation.operands[0]
        if name == "-", invocation.value(.file) == "-" {
            throw CommandError(.usage, "standard input cannot be both the file to apply and the target")
        }
        let session = Session(invocation.context)
        let (document, wishes, patch) = try NamedInput.read(name, invocation, session) { bytes in
            let document = try YAMLDocument(configuration: bytes)
            guard let value = document.root?.value, value != .null else {
                throw CommandError(
                    .invalid, "\(name == "-" ? "standard input" : name) holds nothing to apply",
                    hint: "was it made by a program that failed? A map of nothing is written {}")
            }
            let patch = try ConfigurationPatch(
                document, path: name, pathExists: session.pathExists)
            return (document, EditWish.all(in: patch.values), patch)
        }
        let doubts = document.root.map {
            ValueDoubts.checker(session).findings(path: name, document: document, giving: $0)
        }
        return try EditRun.run(
            invocation, wishing: wishes,
            doubts: ValueDoubts.messages(about: doubts ?? [], as: .note, in: document)
        ) { editor in
            let unknown = try editor.apply(patch)
            return EditAnswer(notices: unknown.compactMap { UnknownKey.notice(of: $0, in: editor.document) })
        }
    }
}
