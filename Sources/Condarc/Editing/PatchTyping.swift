import LosslessYAML

/// Gives whole values the types of their parameters.
enum PatchTyping {
    /// The parameter that the key means; nil for `plugins`, whose settings only the plugins know.
    static func parameter(_ key: String) throws(CondarcError) -> Parameter? {
        key == NamedPlace.plugins ? nil : try ParameterTable.known(key)
    }

    /// What a key's value asks for, checked by the parameter's type and rule.
    static func change(
        _ value: YAMLValue, _ parameter: Parameter?, _ key: String, pathExists: (String) -> Bool
    ) throws(CondarcError) -> ConfigurationPatch.Change {
        if value == .null { return .remove }
        guard let parameter else { return .set(value) }
        let typed = try ValueTyper.value(value, as: parameter.type, of: key)
        try parameter.rule?.check(typed, of: key, pathExists: pathExists)
        return .set(typed)
    }
}
