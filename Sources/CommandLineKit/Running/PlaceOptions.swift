import CondaURL
import HostPlatform
import LosslessJSON

/// The options of a call that say where things are, such as `--file FILE`.
///
/// A command that a hint names takes them along: who follows it literally works on the same files.
///
/// A class, since to let go of an optional of so large a value the runtime would build its type at every start.
final class PlaceOptions {
    let program: Program
    let declaration: CommandDeclaration
    let arguments: ParsedArguments

    init(program: Program, declaration: CommandDeclaration, arguments: ParsedArguments) {
        self.program = program
        self.declaration = declaration
        self.arguments = arguments
    }

    private var given: [(option: Option, text: String)] {
        arguments.optionValues.isEmpty
            ? []
            : declaration.options.filter { $0.saysWhere && arguments.has($0) }.map { option in
                let name = " --\(option.long)"
                return (
                    option, option.value == nil ? name : name + " " + ShellWord.quoted(arguments.value(option) ?? "")
                )
            }
    }

    /// The text with the options behind each of the program's commands in it that takes them.
    func completing(_ text: String) -> String {
        let given = given
        guard !given.isEmpty else { return text }
        var completed = ""
        var rest = text[...]
        while let found = rest.firstRange(of: program.name + " ") {
            completed += rest[..<found.upperBound]
            rest = rest[found.upperBound...]
            let word = rest.prefix { $0 == "-" || ("a"..."z").contains($0) }
            completed += word
            rest = rest[word.endIndex...]
            guard let command = program.command(named: String(word)), !rest.hasPrefix(" --help") else { continue }
            let taken = command.declaration.options
            let call = rest[..<(rest.firstRange(of: program.name + " ")?.lowerBound ?? rest.endIndex)]
            for (option, text) in given
            where taken.contains(where: { $0.long == option.long })
                && !taken.contains(where: { isSame($0, option) && call.contains("--\($0.long)") })
            {
                completed += text
            }
        }
        return completed + rest
    }

    /// Whether the one says what the other says.
    private func isSame(_ a: Option, _ b: Option) -> Bool {
        a.long == b.long || (a.group != nil && a.group == b.group)
    }

    /// The value with its hints, wherever in it they are, completed.
    func completing(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.map { member in
                    if case .string(let text) = member.value, ["hint", "remedy"].contains(member.name) {
                        return .init(member.name, .string(completing(text)))
                    }
                    return .init(member.name, completing(member.value))
                })
        case .array(let items): .array(items.map { completing($0) })
        default: value
        }
    }
}
