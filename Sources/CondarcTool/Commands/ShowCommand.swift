import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON

/// `show [KEY…]`
enum ShowCommand: Command {
    static let heading = CommandHeading("show", summary: "show the effective configuration")

    private static let origin = Option(
        "origin",
        help: "For every value, list item and map entry, show the file and line, or the variable, it comes from.",
        group: "form")
    private static let prefix = Option(
        "prefix", value: .directory(), help: "Show what counts in the environment in this directory.")

    private static let flat = Option(
        "flat",
        help:
            "Write what the sources set as sorted lines of one value each, without what differs from machine to machine: to "
            + "compare two machines.", group: "form")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.zeroOrMore(.key, help: "Parameters, by name or alias; without any, all of them.")],
            options: [origin, flat, prefix, .root, .reveal] + Option.forAllCommands,
            description: [
                "Shows what conda makes of all its sources together: the files of the search path, the environment variables "
                    + "`CONDA_…`, and the flags `#!final`, `#!top` and `#!bottom` where conda sees them. Channels, directories and "
                    + "numbers that conda computes are shown as it computes them.",
                "The lines, and the JSON, are those of `conda config --show`. With `--origin`, each line tells where its value "
                    + "comes from; JSON then has the members `values` and `origins`.",
                "With `--flat`, each line is `KEY: VALUE`, items of a list in their order, entries of a map as `KEY.NAME`. What no "
                    + "source sets is left out, and the home directory is written as `~`.",
            ],
            examples: [
                "condarc-tool show channels --origin": "Show which line put each channel where it is.",
                "diff <(ssh a condarc-tool show --flat) <(ssh b condarc-tool show --flat)": "Compare two machines.",
                "condarc-tool show --json ssl_verify": "Show one value, for a script.",
            ],
            exitStatuses: [
                .badData:
                    "A source cannot be parsed, or a value is wrong; each is named, and the rest is shown all the same.",
                .system: "A source cannot be read; it is named, and the rest is shown all the same.",
            ],
            notes: ["Tokens and passwords in URLs are redacted, unless `--reveal` is given."])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let session = Session(invocation.context)
        guard !invocation.has(flat) || !invocation.wantsJSON else {
            throw CommandError(
                .usage, "--flat writes lines, and --json an object", hint: "leave one of them out")
        }
        let parameters: [Parameter]
        do throws(CondarcError) {
            parameters = try ParameterChoice.parameters(invocation.operands)
        } catch {
            let names = invocation.operands
            guard names.allSatisfy({ ParameterTable.parameter(forKey: $0) == nil }), error.advice == nil,
                error.key.flatMap({ ParameterTable.hint(forUnknown: $0) }) == nil,
                let hint = DiffCommand.hint(forMachines: names)
            else { throw error }
            var told = CommandError(error)
            told.hint = hint
            throw told
        }
        let effective = session.configuration(invocation)
        var (values, problems) = effective.shown(parameters.map { .init(key: $0.name, parameter: $0) })
        problems += effective.configuration.contradictions()
        invocation.warn(about: problems, session)
        // Without operands they are in order already.
        if !invocation.operands.isEmpty { values.sort { $0.key < $1.key } }
        let reveal = invocation.has(.reveal)
        if invocation.wantsJSON {
            write(values, problems, invocation, reveal: reveal)
        } else if invocation.has(flat) {
            for (key, value) in values where effective.configuration.isSet(key) {
                let set = ShownText(reveal: reveal).value(FlatText.set(value.traced), of: key)
                for line in FlatText.lines(key, set, home: session.host.home) {
                    invocation.console.writeLine(StyledText(line))
                }
            }
        } else if invocation.has(origin) {
            let lines = values.flatMap { OriginText.lines($0.key, $0.value, reveal: reveal) }
            invocation.console.write(
                lines.map { (StyledText(reveal ? $0.text : CondaText.redacted($0.text)), $0.origin) })
        } else {
            for (key, value) in values {
                for line in value.lines(of: key, reveal: reveal) { invocation.console.writeLine(StyledText(line)) }
            }
        }
        return CommandError.status(of: problems)
    }

    private static func write(
        _ values: [(key: String, value: ShownValue)], _ problems: [CondarcError], _ invocation: Invocation, reveal: Bool
    ) {
        let shown = values.map { JSONValue.Member($0.key, $0.value.json(reveal: reveal, named: $0.key)) }
        let error = CommandError.member(for: problems)
        guard invocation.has(origin) else { return invocation.console.write(json: .object(shown) + error) }
        let origins = values.map { key, value in
            JSONValue.Member(key, .array(OriginText.places(value.traced).map { $0.json(reveal: reveal) }))
        }
        invocation.console.write(json: ["values": .object(shown), "origins": .object(origins)] + error)
    }
}
