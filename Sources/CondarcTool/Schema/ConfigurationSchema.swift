import Condarc
import LosslessJSON

/// A JSON Schema (draft 2020-12) of a configuration file, made of the table of parameters.
///
/// The names with an underscore that conda itself uses are left out: they count in a file, but nobody means to write them.
enum ConfigurationSchema {
    static var members: [JSONValue.Member] {
        [
            .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
            .init("title", "conda configuration (.condarc)"),
            .init("description", "What conda reads from a .condarc file and from the files of a condarc.d directory."),
            .init("type", ["object", "null"]),
            .init("properties", .object(ParameterTable.all.flatMap { properties(of: $0) } + others)),
            .init("additionalProperties", false),
            .init("dependentSchemas", .object(ParameterTable.all.flatMap { exclusions(of: $0) })),
        ]
    }

    private static func properties(of parameter: Parameter) -> [JSONValue.Member] {
        let description: [JSONValue.Member] = [.init("description", .string(parameter.description))]
        let value = ValueSchema.members(of: parameter.type, rule: parameter.rule)
        let own = JSONValue.object(description + value + [.init("default", JSONValue(parameter.defaultValue))])
        let aliases = parameter.aliases.map { alias in
            JSONValue.Member(
                alias,
                [
                    "$ref": .string("#/properties/\(parameter.name)"), "deprecated": true,
                    "description": .string("An alias of \(parameter.name)."),
                ])
        }
        return [.init(parameter.name, own)] + aliases
    }

    /// A file may use one of a parameter's names, not two.
    private static func exclusions(of parameter: Parameter) -> [JSONValue.Member] {
        let names = [parameter.name] + parameter.aliases
        return parameter.aliases.map { alias in
            let others = names.filter { $0 != alias }
            return .init(alias, ["properties": .object(others.map { .init($0, false) })])
        }
    }

    /// What conda does not know itself.
    private static var others: [JSONValue.Member] {
        [
            .init(
                "plugins",
                [
                    "description": "Settings of plugins, by the names that the plugins give them.",
                    "type": ["object", "null"],
                ]
            )
        ] + ForeignParameters.ofPlugins.map { .init($0, ["description": "A setting of a plugin from Anaconda."]) }
    }
}
