import CommandLineKit
import CondaURL
import Condarc
import HostPlatform
import LosslessJSON
import LosslessYAML

/// `remove KEY VALUE…`
enum RemoveCommand: Command {
    static let heading = CommandHeading("remove", summary: "take items out of a list")

    private static let strict = Option(
        "strict", help: "Treat an item that is not there as an error (exit status 3), and change nothing.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .one(.listInFile, help: "The list, such as `channels`."),
                .oneOrMore(.itemOfKey, help: "The items to take out."),
            ],
            options: Option.forTarget + [strict] + Option.forEditing,
            description: [
                "Takes items out of a list, each with the comment on its line; comments on lines of their own stay. One "
                    + "that is not there is named on standard error and is no error, unless `--strict` is given.",
                "A file without `channels` has conda's own list, `defaults`: taking that out leaves an empty list.",
                SharedNotes.whatStays,
            ],
            examples: ["condarc-tool remove channels defaults": "Do not use the default channels any more."],
            notes: [SharedNotes.standardStreams],
            explainMissing: { ItemArguments.hint(forMissingAfter: $0, command: "remove") })
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let key = invocation.operands[0]
        let values = Array(invocation.operands.dropFirst())
        if case .map(of: .primitive)? = ParameterTable.parameter(forKey: key)?.type {
            throw CommandError(
                .invalid, "'\(key)' is a map, not a list",
                hint: values.map { "condarc-tool unset " + ShellWord.quoted("\(key).\(Redactor.shown(name: $0))") }
                    .joined(separator: " && "))
        }
        return try EditRun.run(invocation, wishing: [.without(values, key: key)]) { editor in
            let present = try? FileValues(editor.document.bytes)[key]?.value
            let missing = try editor.remove(key, values).missing
            if let first = missing.first, invocation.has(strict) {
                throw CommandError(
                    .notFound, "'\(first)' is not in '\(key)'", hint: suggestion(for: first, key, in: present))
            }
            return EditAnswer(
                members: ["missing": missing.json],
                notices: missing.map {
                    Message(.note, "'\($0)' is not in '\(key)'", hint: suggestion(for: $0, key, in: present))
                })
        }
    }

    /// The nearest of the items that are there, or else all of them.
    private static func suggestion(for item: String, _ key: String, in list: YAMLValue?) -> String? {
        let names = (list?.items ?? []).map(\.pythonText)
        let parts = item.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
        if parts.count > 1,
            ItemArguments.holdsChannels(key) && !item.contains("://") || parts.allSatisfy(names.contains)
        {
            return "give each item as an argument of its own: " + ItemArguments.call("remove", [key] + parts)
        }
        if ["*", "all"].contains(item) {
            return "to make a list empty: condarc-tool clear \(key); to remove its key: condarc-tool unset \(key)"
        }
        // A channel's name for its URL, or the other way round.
        let last = { (text: String) in text.split(separator: "/").last }
        if item.contains("/") || names.contains(where: { $0.contains("/") }),
            case let same = names.filter({ last($0) == last(item) }), same.count == 1
        {
            return "did you mean '\(same[0])'?"
        }
        if let nearest = NearestName.suggestion(for: item, among: names) { return nearest }
        return names.isEmpty || names.count > 6 ? nil : "there is " + names.joined(separator: ", ")
    }
}
