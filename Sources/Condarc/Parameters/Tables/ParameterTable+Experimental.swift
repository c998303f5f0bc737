import LosslessYAML

extension ParameterTable {
    /// What may go or change any day.
    static let experimental: [Parameter] = [
        Parameter(
            "environment_specifier", alias: "env_spec", .primitive(.stringOrNull), default: nil, .experimental,
            "The plugin that reads environment files.")
    ]
}
