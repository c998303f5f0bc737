import LosslessYAML

extension ParameterTable {
    /// How conda treats its plugins.
    static let plugins: [Parameter] = [
        Parameter(
            "no_plugins", .primitive(.bool), default: false, .plugins,
            "Whether external plugins are left unloaded.")
    ]
}
