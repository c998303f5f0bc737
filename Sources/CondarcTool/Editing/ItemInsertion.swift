import CommandLineKit
import Condarc
import HostPlatform

/// What `prepend` and `append` share.
enum ItemInsertion {
    static func declaration(
        _ command: String, description: String,
        examples: @escaping @Sendable @autoclosure () -> KeyValuePairs<String, String>
    ) -> CommandDeclaration {
        CommandDeclaration(
            operands: [
                .one(.sequenceKey, help: "The list, such as `channels` or `custom_multichannels.NAME`."),
                .oneOrMore(.newItem, help: "The items; several keep their given order."),
            ],
            options: Option.forTarget + Option.forEditing,
            description: [
                "\(description) An item that is there already is moved, with its comment and its flags. A list that is not "
                    + "there, or is null, is created.",
                SharedNotes.whatStays,
            ],
            examples: examples(), notes: [SharedNotes.doubts, SharedNotes.standardStreams],
            explainMissing: { ItemArguments.hint(forMissingAfter: $0, command: command) })
    }

    static func run(_ invocation: Invocation, at place: CondarcEditor.Place) throws -> ExitStatus {
        let key = invocation.operands[0]
        let values = Array(invocation.operands.dropFirst())
        try ItemArguments.check(
            values, key: key, call: "condarc-tool \(place == .start ? "prepend" : "append") \(ShellWord.quoted(key))")
        return try EditRun.run(
            invocation, wishing: [.with(values, key: key)],
            mayBeDoubtful: ValueDoubts.areWorthALook(values, key: key), remover: remover(of: values, key, invocation)
        ) { editor in
            let outcome = try editor.insert(key, values, at: place)
            for value in outcome.moved {
                editor.notices.append(
                    "'\(value)' is in '\(key)' already and moves to its \(place == .start ? "beginning" : "end")")
            }
            return EditAnswer(notices: ItemArguments.notices(about: values, key: key))
        }
    }

    /// Nil where an item may be a secret, and for standard input.
    private static func remover(of values: [String], _ key: String, _ invocation: Invocation) -> String? {
        guard values.count == 1, Redactor.shown(argument: values[0]) == values[0],
            invocation.value(.file) != "-"
        else { return nil }
        // The console puts the options for the target behind the command.
        return "condarc-tool remove \(values[0].hasPrefix("-") ? "-- " : "")\(ShellWord.quoted(key)) "
            + ShellWord.quoted(values[0])
    }
}
