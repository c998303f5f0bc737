import CondaURL
import HostPlatform
import CondaSession
import CommandLineKit
import Condarc
import LosslessJSON

/// `get [KEY…]`
enum GetCommand: Command {
    static let heading = CommandHeading("get", summary: "show values of a file")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .zeroOrMore(.keyInFile, help: "Parameters, or entries of maps; without any, all that the file sets.")
            ],
            options: Option.forTarget + [.reveal] + Option.forAllCommands,
            description: [
                "Shows what one file sets: what conda makes of all files together is shown by `show`. The lines are those of "
                    + "`conda config --get`: options that would set the same values again.",
                "With `--json`, the values are the member `values`, by key.",
            ],
            examples: [
                Example("condarc-tool get", "Show everything that `~/.condarc` sets."),
                Example("condarc-tool get --json channels --system", "Show the channels of the base installation."),
            ],
            exitStatuses: [ExitStatusMeaning(.negative, "A key that was asked for is not there.")],
            notes: ["Tokens and passwords in URLs are redacted, unless `--reveal` is given."])
    }

    private static func isFile(_ word: String) -> Bool {
        word.contains("/") && !word.contains("://") || [".yml", ".yaml", "condarc"].contains { word.hasSuffix($0) }
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        if let file = invocation.operands.first(where: isFile) {
            throw CommandError(
                .usage, "'\(file)' is no key, but the name of a file",
                hint: "condarc-tool get --file \(ShellWord.quoted(file))")
        }
        let session = Session(invocation.context)
        let target = try TargetFile(invocation, session)
        let values: FileValues
        let found: [FileValues.Entry]
        let content = try target.read(invocation, session)
        let bytes = content ?? []
        do {
            values = try FileValues(bytes)
            found = try invocation.operands.isEmpty ? values.all : invocation.operands.compactMap { try values[$0] }
        } catch {
            throw CommandError(translating: error, path: target.name, text: bytes) ?? error
        }
        if content == nil { invocation.console.notice("there is no file \(target.name)") }
        if invocation.wantsJSON {
            // A file may use several names of a parameter: the last counts, as with a name that stands there twice.
            var keys: Set<String> = []
            let last = found.reversed().filter { keys.insert($0.key).inserted }.reversed()
            let members = last.map { entry in
                let value = JSONValue(entry.value)
                return JSONValue.Member(entry.key, invocation.has(.reveal) ? value : value.redacted(named: entry.key))
            }
            invocation.console.write(json: [.init("path", .string(target.name)), .init("values", .object(members))])
        } else {
            let shown = found.map { entry in
                invocation.has(.reveal)
                    ? entry : FileValues.Entry(key: entry.key, value: CondaText.safe(entry.value, named: entry.key))
            }
            for line in shown.flatMap(\.lines) {
                invocation.console.writeLine(StyledText(line))
            }
            for key in invocation.operands.isEmpty ? values.unknownKeys : [] {
                invocation.console.warn("conda has no parameter '\(key)'")
            }
        }
        for key in invocation.operands where !found.contains(where: { $0.key == key }) {
            invocation.console.notice("'\(key)' is not set in \(target.name)")
        }
        return found.count < invocation.operands.count ? .negative : .success
    }
}
