import CommandLineKit
import Condarc
import LosslessJSON

/// `diff A B`
enum DiffCommand: Command {
    static let heading = CommandHeading("diff", summary: "show how two files differ in meaning")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .one(.file("A"), help: "A file; `-` reads standard input."),
                .one(.file("B"), help: "Another one; `-` reads standard input."),
            ],
            options: Option.forAllCommands,
            description: [
                "Compares what two files set, not how they are written: comments, order of keys, quoting and layout do not "
                    + "count, nor does which name of a parameter is used, nor which form of a value (`yes` and `true`).",
                "With `--json`, the member `differences` lists each key with its value in `a` and in `b`; the one that a file "
                    + "does not have is left out.",
            ],
            examples: [Example("condarc-tool diff ~/.condarc site.yml", "Compare two files:")],
            exitStatuses: [
                ExitStatusMeaning(.success, "They mean the same."), ExitStatusMeaning(.negative, "They differ."),
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let (a, b) = (invocation.operands[0], invocation.operands[1])
        if a == "-", b == "-" { throw CommandError(.usage, "standard input cannot be both files") }
        let session = ToolSession(invocation.context)
        let differences = MeaningDifference.all(
            from: try meaning(a, invocation, session), to: try meaning(b, invocation, session))
        if invocation.wantsJSON {
            let entries = differences.map { difference in
                var members: [JSONValue.Member] = [.init("key", .string(difference.key))]
                if let a = difference.a { members.append(.init("a", JSONValue(a).redacted)) }
                if let b = difference.b { members.append(.init("b", JSONValue(b).redacted)) }
                return JSONValue.object(members)
            }
            invocation.console.write(json: [
                .init("differ", .bool(!entries.isEmpty)), .init("differences", .array(entries)),
            ])
        } else if !differences.isEmpty {
            let text = { (values: [FileValues.Entry]) in Array(CanonicalText.text(of: values).utf8) }
            invocation.console.write(
                diff: UnifiedDiff.text(
                    from: text(
                        differences.compactMap { difference in
                            difference.a.map { .init(key: difference.key, value: $0) }
                        }),
                    to: text(
                        differences.compactMap { difference in
                            difference.b.map { .init(key: difference.key, value: $0) }
                        }),
                    oldName: a, newName: b, context: .max / 4))
        }
        return differences.isEmpty ? .success : .negative
    }

    private static func meaning(
        _ name: String, _ invocation: Invocation, _ session: ToolSession
    ) throws -> [FileValues.Entry] {
        let bytes = try NamedInput.read(name, invocation, session)
        do {
            return try FileValues(bytes).meaning
        } catch {
            throw ErrorTranslation.commandError(error, path: name) ?? error
        }
    }
}
