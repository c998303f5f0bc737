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

    static func json(_ draft: Draft) -> JSONValue {
        let excluded = JSONValue.object(ParameterTable.all.flatMap { exclusions(of: $0) })
        return [
            "$schema": .string(draft.uri), "title": "conda configuration (.condarc)",
            "description": "What conda reads from a .condarc file and from the files of a condarc.d directory.",
            "type": ["object", "null"],
            "properties": ParameterTable.all.reduce([:]) { $0 + properties(of: $1, draft) } + others,
            "additionalProperties": false,
            draft == .draft07 ? "dependencies" : "dependentSchemas": excluded,
        ]
    }

    private static func properties(of parameter: Parameter, _ draft: Draft) -> JSONValue {
        let own =
            ["description": .string(parameter.description)] + ValueSchema.json(of: parameter.type, rule: parameter.rule)
            + ["default": JSONValue(parameter.defaultValue)]
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
        return .object([.init(parameter.name, own)] + aliases)
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
    private static var others: JSONValue {
        [
            "plugins": [
                "description": "Settings of plugins, by the names that the plugins give them.",
                "type": ["object", "null"],
            ]
        ]
            + .object(
                ForeignParameters.ofPlugins.map { .init($0, ["description": "A setting of a plugin from Anaconda."]) })
    }
}
