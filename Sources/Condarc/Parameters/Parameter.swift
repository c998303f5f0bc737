package import LosslessYAML

/// One of conda's configuration parameters: what may stand for it, and what it is without any source.
///
/// A class, because the table hands it around by reference: copies of its many fields are felt at the start of a program.
package final class Parameter: Sendable {
    /// The name under which conda shows and writes it.
    package let name: String
    /// Other names that a source may use instead, in conda's order.
    package let aliases: [String]
    package let type: ParameterType
    /// What conda takes where no source says anything.
    package let defaultValue: YAMLValue
    package let category: ParameterCategory
    /// One sentence for people.
    package let description: String
    /// Whether `$VAR` and `${VAR}` in its values are replaced from the environment.
    package let expandsVariables: Bool
    /// Whether conda keeps it under its name with a leading underscore. A source may use that name too, and
    /// `conda config` does not know its aliases.
    package let isUnderscored: Bool
    /// What a value must fulfil beyond its type.
    package let rule: ValidationRule?

    init(
        _ name: String, aliases: [String] = [], _ type: ParameterType, default defaultValue: YAMLValue,
        _ category: ParameterCategory, traits: Traits = [], rule: ValidationRule? = nil, _ description: String
    ) {
        self.name = name
        self.aliases = aliases
        self.type = type
        self.defaultValue = defaultValue
        self.category = category
        self.description = description
        self.expandsVariables = traits.contains(.expandsVariables)
        self.isUnderscored = traits.contains(.underscored)
        self.rule = rule
    }

    /// What the table says by one word where it holds.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        static let expandsVariables = Traits(rawValue: 1)
        static let underscored = Traits(rawValue: 2)
    }

    /// The name that conda's own objects use; its messages show it, and a source may use it.
    package var internalName: String { isUnderscored ? "_" + name : name }

    /// Whether conda leaves it out of its descriptions.
    package var isHidden: Bool { category == .commandLineOnly || category == .hidden }

    /// Every name by which a source may set it, its own first.
    package var namesInSources: [String] { [name] + aliases + (isUnderscored ? [internalName] : []) }
}
