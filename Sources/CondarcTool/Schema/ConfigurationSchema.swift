import Condarc
import LosslessJSON

/// A JSON Schema of a configuration file, made of the table of parameters.
///
/// The names with an underscore that conda itself uses are left out: they count in a file, but nobody means to write them.
enum ConfigurationSchema {
    /// An edition of JSON Schema.
    enum Draft: String, CaseIterable {
        case draft202012 = "2020-12"
        case draft07 = "07"

        fileprivate var uri: String {
            switch self {
            case .draft202012: "https://json-schema.org/draft/2020-12/schema"
            case .draft07: "http://json-schema.org/draft-07/schema#"
            }
        }
    }

    static func members(_ draft: Draft) -> [JSONValue.Member] {
        [
            .init("$schema", .string(draft.uri)),
            .init("title", "conda configuration (.condarc)"),
            .init("description", "What conda reads from a .condarc file and from the files of a condarc.d directory."),
            .init("type", ["object", "null"]),
            .init("properties", .object(ParameterTable.all.flatMap { properties(of: $0, draft) } + others)),
            .init("additionalProperties", false),
            .init(
                draft == .draft07 ? "dependencies" : "dependentSchemas",
                .object(ParameterTable.all.flatMap { exclusions(of: $0) })),
        ]
    }

    private static func properties(of parameter: Parameter, _ draft: Draft) -> [JSONValue.Member] {
        let description: [JSONValue.Member] = [.init("description", .string(parameter.description))]
        let value = ValueSchema.members(of: parameter.type, rule: parameter.rule)
        let own = JSONValue.object(description + value + [.init("default", JSONValue(parameter.defaultValue))])
        let aliases = parameter.aliases.map { alias in
            let reference: JSONValue = .string("#/properties/\(parameter.name)")
            let about: JSONValue = .string("An alias of \(parameter.name).")
            // In draft 07 nothing else counts beside a reference.
            return JSONValue.Member(
                alias,
                draft == .draft07
                    ? ["description": about, "allOf": [["$ref": reference]]]
                    : ["$ref": reference, "deprecated": true, "description": about])
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
