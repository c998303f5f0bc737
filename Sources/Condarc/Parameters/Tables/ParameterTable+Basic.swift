import LosslessYAML

extension ParameterTable {
    /// Where environments and packages are kept.
    static let basic: [Parameter] = [
        Parameter(
            "envs_dirs", alias: "envs_path", .sequence(of: .primitive(.string), delimiter: .pathSeparator),
            texts: .directory,
            default: [], .basic, traits: [.expandsVariables, .underscored],
            "The directories in which named environments are looked for, the first writable one taking new ones."),
        Parameter(
            "pkgs_dirs", .sequence(of: .primitive(.string)), texts: .directory, default: [], .basic,
            traits: [.expandsVariables, .underscored],
            "The directories of downloaded packages, the first writable one taking new ones."),
        Parameter(
            "default_threads", .primitive(.int), default: 0, .basic, traits: .underscored,
            "How many threads the steps take that have no number of their own; 0 lets each decide."),
        Parameter(
            "preview", .sequence(of: .primitive(.string)), default: [], .basic,
            "Names of preview features to opt into."),
    ]
}
