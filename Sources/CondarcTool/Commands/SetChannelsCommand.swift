import CommandLineKit
import Condarc
import HostPlatform

/// `set-channels CHANNEL…`
enum SetChannelsCommand: Command {
    static let heading = CommandHeading("set-channels", summary: "make the list of channels exactly this one")

    private static let key = Option(
        "key", value: .sequenceKey, help: "Take this list instead of `channels`, such as `default_channels`.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.oneOrMore(.channel, help: "The channels, the one with the highest priority first.")],
            options: Option.forTarget + [key] + Option.forEditing,
            description: [
                "Makes `channels` exactly this list, in this order. Channels that stay keep their line, with its comment and "
                    + "its flags, also when they move.",
                SharedNotes.whatStays,
            ],
            examples: [
                "condarc-tool set-channels conda-forge bioconda": "Use two channels, `conda-forge` first.",
                "condarc-tool set-channels --key default_channels --diff https://repo.example/main":
                    "Replace the default channels by a mirror, and show the change.",
            ],
            notes: [SharedNotes.doubts, SharedNotes.standardStreams])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let key = invocation.value(key) ?? "channels"
        let channels = invocation.operands
        let call =
            key == "channels" ? "condarc-tool set-channels" : "condarc-tool set-channels --key \(ShellWord.quoted(key))"
        try ItemArguments.check(channels, key: key, call: call)
        return try EditRun.run(
            invocation, wishing: [.exactly(channels, key: key)],
            mayBeDoubtful: ValueDoubts.areWorthALook(channels, key: key)
        ) { editor in
            try editor.setItems(key, to: channels)
            return EditAnswer(notices: ItemArguments.notices(about: channels, key: key))
        }
    }
}
