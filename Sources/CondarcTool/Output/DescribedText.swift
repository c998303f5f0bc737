import CommandLineKit
import Condarc
import LosslessJSON
import LosslessYAML

/// Parameters as `conda config --describe` prints them: a configuration of defaults, all of it in comments.
///
/// Source: conda.cli.main_config, `parameter_description_builder` and `describe_all_parameters`.
enum DescribedText {
    /// Every parameter that is not hidden, by category; without a final line break.
    static func all(onWindows isWindows: Bool) -> String {
        var lines: [String] = []
        for category in ParameterCategory.allCases {
            let parameters = ParameterTable.all.filter { $0.category == category && !$0.isHidden }
            guard !parameters.isEmpty else { continue }
            let rule = "# " + String(repeating: "#", count: 54)
            lines += [rule, "# ## \(centered(category.rawValue, in: 48)) ##", rule, ""]
            lines += parameters.flatMap { self.lines(of: $0, onWindows: isWindows) } + [""]
        }
        return lines.joined(separator: "\n")
    }

    /// One parameter; the last line is empty.
    static func lines(of parameter: Parameter, onWindows isWindows: Bool) -> [String] {
        let elements = Set(parameter.type.elementNames).sorted().joined(separator: ", ")
        let kind = if case .primitive = parameter.type { elements } else { "\(parameter.type.word): \(elements)" }
        var lines = ["\(parameter.name) (\(kind))"]
        if !parameter.aliases.isEmpty { lines.append("  aliases: " + parameter.aliases.joined(separator: ", ")) }
        if let delimiter = parameter.type.delimiter(onWindows: isWindows) {
            lines.append("  env var string delimiter: '\(delimiter)'")
        }
        lines += TextWrapping.lines(parameter.description, width: 70).map { "  " + $0 } + [""]
        lines = lines.map { "# " + $0 } + defaultLines(of: parameter)
        return lines.map { "# " + $0 } + [""]
    }

    /// The default as YAML.
    private static func defaultLines(of parameter: Parameter) -> [String] {
        let editor = try? YAMLDocument("").setting(parameter.defaultValue, at: NodePath([.key(parameter.name)]))
        if parameter.defaultValue == .null { return ["\(parameter.name):"] }
        let text = String(decoding: editor?.document.bytes ?? [], as: UTF8.self)
        return text.split(separator: "\n").map(String.init)
    }

    private static func centered(_ text: String, in width: Int) -> String {
        let space = max(0, width - text.count)
        return String(repeating: " ", count: space / 2) + text + String(repeating: " ", count: space - space / 2)
    }
}

extension ParameterType {
    /// What separates the items of a sequence in an environment variable.
    func delimiter(onWindows isWindows: Bool) -> Character? {
        if case .sequence(_, let delimiter) = self { delimiter.character(onWindows: isWindows) } else { nil }
    }
}

extension Parameter {
    /// conda names the type of `channel_priority` once for each of its choices.
    private var listedElementNames: [String] {
        if case .primitive(.choice(.channelPriority)) = type {
            return Choice.channelPriority.values.map { _ in Choice.channelPriority.name }
        }
        return type.elementNames
    }

    /// What `conda config --describe --json` says of it.
    func json(onWindows isWindows: Bool) -> JSONValue {
        [
            "aliases": aliases.json, "default_value": JSONValue(defaultValue), "description": .string(description),
            "element_types": listedElementNames.json, "name": .string(name), "parameter_type": .string(type.word),
            "string_delimiter": type.delimiter(onWindows: isWindows).map { .string(String($0)) },
        ]
    }
}
