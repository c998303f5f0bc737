import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import LosslessJSON

/// `describe [KEY…]`
enum DescribeCommand: Command {
    static let heading = CommandHeading("describe", summary: "describe parameters: types, defaults, choices, aliases")

    private static let hidden = Option(
        "hidden", help: "Also describe what conda itself leaves out of its description.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [.zeroOrMore(.key, help: "Parameters, by name or alias; without any, all of them.")],
            options: [hidden] + Option.forAllCommands,
            description: [
                "Describes what each parameter is for, what it takes, and what conda does without it.",
                "With `--json`, the member `parameters` lists them with the facts that `conda config --describe --json` gives, and "
                    + "`category`, `choices` and `expands_variables`.",
            ],
            examples: [
                "condarc-tool describe channel_priority": "Say what `channel_priority` may be.",
                "condarc-tool describe": "Describe all of them, by category.",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let names = invocation.operands
        let chosen = try ParameterChoice.parameters(names)
        let isWindows = Session(invocation.context).host.platform.isWindows
        let shown = chosen.filter { !names.isEmpty || invocation.has(hidden) || !$0.isHidden }
        if invocation.wantsJSON {
            invocation.console.write(json: ["parameters": .array(shown.map { json($0, isWindows) })])
        } else if names.isEmpty {
            for category in ParameterCategory.allCases {
                let members = ParameterTable.all.filter { parameter in
                    parameter.category == category && shown.contains { $0.name == parameter.name }
                }
                guard !members.isEmpty else { continue }
                invocation.console.writeLine(StyledText(category.rawValue, .bold))
                invocation.console.writeLine()
                for parameter in members { write(parameter, invocation, isWindows) }
            }
        } else {
            for parameter in shown { write(parameter, invocation, isWindows) }
        }
        return .success
    }

    private static func write(_ parameter: Parameter, _ invocation: Invocation, _ isWindows: Bool) {
        let console = invocation.console
        console.writeLine(StyledText(parameter.name, .bold) + StyledText(" (\(parameter.type.phrase()))"))
        for line in TextWrapping.lines(parameter.description, width: min(invocation.context.width, 100) - 2) {
            console.writeLine(StyledText("  \(line)"))
        }
        var facts = [("default", JSONValue(parameter.defaultValue).text())]
        if let choices = parameter.type.choices { facts.append(("choices", choices.joined(separator: ", "))) }
        if !parameter.aliases.isEmpty { facts.append(("aliases", parameter.aliases.joined(separator: ", "))) }
        facts.append(("variable", variable(parameter, isWindows)))
        if parameter.expandsVariables { facts.append(("expands", "$VARIABLES in its values")) }
        for (name, value) in facts { console.writeLine(StyledText("  \(name): ", .dim) + StyledText(value)) }
        console.writeLine()
    }

    private static func variable(_ parameter: Parameter, _ isWindows: Bool) -> String {
        let name = "CONDA_\(parameter.name.uppercased())"
        switch parameter.type {
        case .primitive: return name
        case .sequence(.map, _): return "none"
        case .sequence(_, let delimiter):
            return "\(name), items separated by \(delimiter.character(onWindows: isWindows))"
        case .map: return "none"
        }
    }

    private static func json(_ parameter: Parameter, _ isWindows: Bool) -> JSONValue {
        parameter.json(onWindows: isWindows) + [
            "default": JSONValue(parameter.defaultValue), "category": .string(parameter.category.rawValue),
            "choices": parameter.type.choices?.json, "expands_variables": .bool(parameter.expandsVariables),
        ]
    }
}

extension ParameterType {
    /// The type in a few words for people.
    ///
    /// - Parameter plural: the end of the noun, where there are several.
    fileprivate func phrase(_ plural: String = "") -> String {
        switch self {
        case .primitive(let type): type.phrase
        case .sequence(let element, _): "list\(plural) of \(element.phrase("s"))"
        case .map(let element): "map\(plural) of \(element.phrase("s"))"
        }
    }

    fileprivate var choices: [String]? {
        if case .primitive(.choice(let choice)) = self { choice.values } else { nil }
    }
}

extension PrimitiveType {
    fileprivate var phrase: String {
        switch self {
        case .bool: "boolean"
        case .boolOrNull: "boolean or null"
        case .boolOrInt: "boolean or integer"
        case .int: "integer"
        case .float: "number"
        case .string: "string"
        case .stringOrNull: "string or null"
        case .stringOrBool: "boolean or string"
        case .choice: "word"
        }
    }
}
