import LosslessYAML

extension ParameterTable {
    /// Which packages are chosen.
    static let solver: [Parameter] = [
        Parameter(
            "add_pip_as_python_dependency", .primitive(.bool), default: true, .solver,
            "Whether a new Python in an environment brings pip and its companions along."),
        Parameter(
            "aggressive_update_packages", .sequence(of: .primitive(.string)), texts: .package,
            default: ["ca-certificates", "certifi", "openssl"], .solver, traits: .underscored,
            "Packages that every install or update also updates."),
        Parameter(
            "auto_update_conda", alias: "self_update", .primitive(.bool), default: true, .solver,
            "Whether work on the base environment also updates conda."),
        Parameter(
            "channel_priority", .primitive(.choice(.channelPriority)), default: "flexible", .solver,
            "Whether a package from a more wanted channel always wins (strict), wins where it can (flexible), or the version decides (disabled)."
        ),
        Parameter(
            "exclude_newer", alias: "cooldown", .primitive(.string), default: "", .solver,
            "Leaves out packages published after this date or within this span of time."),
        Parameter(
            "exclude_newer_package", alias: "cooldown_exclude", .map(of: .primitive(.stringOrNull)), default: [:],
            .solver,
            "A date or span of its own for single packages, in place of exclude_newer."),
        Parameter(
            "create_default_packages", .sequence(of: .primitive(.string)), texts: .package, default: [], .solver,
            traits: .underscored,
            "Packages that every new environment gets."),
        Parameter(
            "disallowed_packages", alias: "disallow", .sequence(of: .primitive(.string), delimiter: .ampersand),
            texts: .package,
            default: [], .solver,
            "Packages that must never be installed."),
        Parameter(
            "force_reinstall", .primitive(.bool), default: false, .solver,
            "Whether a wanted package is installed again even if it is there."),
        Parameter(
            "pinned_packages", .sequence(of: .primitive(.string), delimiter: .ampersand), texts: .package, default: [],
            .solver,
            "Specifications that hold in every environment."),
        Parameter(
            "prefix_data_interoperability", alias: "pip_interop_enabled", .primitive(.bool), default: false,
            .solver,
            "Whether packages that pip installed are seen, and may be replaced."),
        Parameter(
            "track_features", .sequence(of: .primitive(.string)), default: [], .solver,
            "Features that every environment tracks."),
        Parameter(
            "solver", alias: "experimental_solver", .primitive(.string), texts: .solver, default: "libmamba", .solver,
            "The name of the solver, as its plugin registers it."),
    ]

    /// Choices of `solver`; plugins bring others.
    package static let knownSolvers = ["libmamba", "classic", "rattler"]
}

extension Choice {
    package static let channelPriority = Choice("ChannelPriority", ["strict", "flexible", "disabled"])
}
