import CommandLineKit
import CondaSession
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
                "Flags do count: `#!final`, `#!top` and `#!bottom`, where conda sees them.",
                "With `--json`, the member `differences` lists each key with its value in `a` and in `b`; the one that a file "
                    + "does not have is left out. `a_flags` and `b_flags` list the flags, with what they mark in `of`.",
            ],
            examples: ["condarc-tool diff ~/.condarc site.yml": "Compare two files:"],
            exitStatuses: [
                .success: "They mean the same.", .negative: "They differ.",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let (a, b) = (invocation.operands[0], invocation.operands[1])
        if a == "-", b == "-" { throw CommandError(.usage, "standard input cannot be both files") }
        let session = Session(invocation.context)
        let differences = MeaningDifference.all(
            from: try values(a, invocation, session), to: try values(b, invocation, session))
        if invocation.wantsJSON {
            invocation.console.write(json: [
                "differ": .bool(!differences.isEmpty), "differences": .array(differences.map(json)),
            ])
        } else {
            let text = { (side: (MeaningDifference) -> Meaning?) in
                Array(
                    differences.map { difference in
                        side(difference).map { CanonicalText.text(difference.key, $0) } ?? ""
                    }.joined().utf8)
            }
            // All lines of a key that differs are shown, so that an item is seen in its list.
            invocation.console.write(
                diff: UnifiedDiff.text(
                    from: text(\.a), to: text(\.b), oldName: a, newName: b, context: 1 << 30, hidden: FileSecrets.hidden
                ))
        }
        return differences.isEmpty ? .success : .negative
    }

    private static func json(_ difference: MeaningDifference) -> JSONValue {
        func value(_ meaning: Meaning?) -> JSONValue? {
            meaning.map { JSONValue($0.value).redacted(named: difference.key) }
        }
        func flags(_ meaning: Meaning?) -> JSONValue? {
            meaning.flatMap { $0.marks.isEmpty ? nil : .array($0.marks.map(json)) }
        }
        return [
            "key": .string(difference.key), "a": value(difference.a), "a_flags": flags(difference.a),
            "b": value(difference.b), "b_flags": flags(difference.b),
        ]
    }

    private static func values(
        _ name: String, _ invocation: Invocation, _ session: Session
    ) throws -> FileValues {
        do {
            return try NamedInput.read(name, invocation, session) { try FileValues($0) }
        } catch var error as CommandError where error.code == .io && !session.isNearlyThere(name) {
            error.hint = hint(forMachines: invocation.operands) ?? error.hint
            throw error
        }
    }

    /// What to say to two words that are rather the names of machines; nil for others.
    static func hint(forMachines names: [String]) -> String? {
        guard names.count == 2, names.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }) else {
            return nil
        }
        return "two machines are compared by: diff "
            + names.map { "<(ssh \($0) condarc-tool show --flat)" }.joined(separator: " ")
    }

    private static func json(_ mark: Meaning.Mark) -> JSONValue {
        ["of": mark.subject.map { JSONValue($0).redacted }, "flag": .string(mark.flag.rawValue)]
    }
}
