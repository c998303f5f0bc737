import CommandLineKit
import CondaSession
import CondaURL
import Condarc
import HostPlatform
import LosslessJSON
import LosslessYAML
import SecureFileStore

/// `get [KEY…]`
enum GetCommand: Command {
    static let heading = CommandHeading("get", summary: "show values of a file")

    private static let value = Option(
        "value", help: "Write the values alone, for a script: items of a list, and entries of a map, on a line each.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .zeroOrMore(.keyInFile, help: "Parameters, or entries of maps; without any, all that the file sets.")
            ],
            options: Option.forTarget + [value, .reveal] + Option.forAllCommands,
            description: [
                "Shows what one file sets: what conda makes of all files together is shown by `show`. The lines are those of "
                    + "`conda config --get`: options that would set the same values again.",
                "With `--json`, the values are the member `values`, by key.",
            ],
            examples: [
                "condarc-tool get": "Show everything that `~/.condarc` sets.",
                "condarc-tool get --json channels --system": "Show the channels of the base installation.",
                "condarc-tool get --value channel_priority": "Show one value, for a script.",
            ],
            exitStatuses: [.negative: "A key that was asked for is not there."],
            notes: ["Tokens and passwords in URLs are redacted, unless `--reveal` is given."])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        if let file = invocation.operands.first(where: {
            NamedInput.isNamedAsFile($0) || $0.contains("/") && !$0.contains("://")
        }) {
            let path = UnexpandedPath(file, invocation.context.environment)?.whole ?? file
            throw CommandError(
                .usage, "'\(file)' is no key, but the name of a file",
                hint: "condarc-tool get --file \(ShellWord.quoted(path))")
        }
        if invocation.has(value) {
            if invocation.wantsJSON { throw CommandError(.usage, "options --json and --value exclude each other") }
            if invocation.operands.isEmpty {
                throw CommandError(.usage, "option --value needs a KEY", hint: "such as 'get --value channels'")
            }
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
            guard var told = CommandError(translating: error, path: target.name, text: bytes) else { throw error }
            if invocation.operands == ["all"] { told.hint = "leave it out: without a key all that is set is shown" }
            throw told
        }
        let shown = ShownText(reveal: invocation.has(.reveal))
        if content == nil {
            let directory = session.host.platform.parent(of: session.host.absolute(target.name))
            let isSlip = invocation.has(.file) || (try? session.files.metadata(directory)) == nil
            invocation.console.notice(
                "there is no file \(target.name)", hint: isSlip ? session.hint(forMissing: target.name) : nil)
        }
        if invocation.wantsJSON {
            // A file may use several names of a parameter.
            let values = shown.json(found.map { ($0.key, $0.value) })
            invocation.console.write(json: ["path": .string(target.name), "values": values])
        } else {
            for entry in found.map({ FileValues.Entry(key: $0.key, value: shown.value($0.value, of: $0.key)) }) {
                for line in invocation.has(value) ? entry.value.plainLines : entry.lines {
                    invocation.console.writeLine(StyledText(line))
                }
            }
            // The values first, where both streams go to one place.
            try invocation.console.flushOrThrow()
            let entries = values.document.root?.resolved.entries ?? []
            let errors = (invocation.operands.isEmpty ? values.unknown.map(\.key) : []).map { key in
                let node = entries.first { $0.key.hasText(key) }?.key
                var error = CondarcError(
                    .unknownParameter, "conda has no parameter \(.key)", key: key, path: target.name,
                    at: node?.location)
                error.range = node?.range
                return error
            }
            if !errors.isEmpty {
                for told in CommandError.translating(errors, path: target.name, text: bytes) {
                    invocation.console.warn(told)
                }
            }
        }
        for key in invocation.operands where !found.contains(where: { $0.key == key }) {
            invocation.console.notice(
                "'\(key)' is not set in \(target.name)", hint: hint(forMissing: key, in: values))
        }
        return found.count < invocation.operands.count ? .negative : .success
    }
}

extension GetCommand {
    /// Of an item of a list, and of a misspelt entry.
    private static func hint(forMissing key: String, in values: FileValues) -> String? {
        if let list = NamedPlace.list(ofItem: key) {
            return "\(list) is a list, and given as a whole: condarc-tool get \(list)"
        }
        let (whole, entry) = NamedPlace.parts(of: key)
        guard let entry, let names = (try? values[whole])??.value.pairs?.map(\.key.pythonText) else { return nil }
        return NearestName.of(entry, among: names).map { "did you mean '\(whole).\($0)'?" }
            ?? (names.isEmpty || names.count > 6
                ? nil : "there is " + names.map { "\(whole).\($0)" }.joined(separator: ", "))
    }
}

extension YAMLValue {
    /// The value without the name of its key, as a script reads it.
    fileprivate var plainLines: [String] {
        switch self {
        case .sequence(let items): items.map(\.plainText)
        case .mapping(let pairs): pairs.map { "\($0.key.pythonText): \($0.value.plainText)" }
        default: [plainText]
        }
    }
}
