import LosslessYAML

extension ParameterTable {
    /// What conda means to be set by its options alone, though a file may.
    static let commandLineOnly: [Parameter] = [
        Parameter(
            "deps_modifier", .primitive(.choice(.depsModifier)), default: "not_set", .commandLineOnly,
            "Whether packages are installed with their dependencies, without, or the dependencies alone."),
        Parameter(
            "update_modifier", .primitive(.choice(.updateModifier)), default: "update_specs", .commandLineOnly,
            "Which of the installed packages a command may update."),
        Parameter(
            "force", .primitive(.bool), default: false, .commandLineOnly,
            "Whether a command goes ahead where it would refuse."),
        Parameter(
            "force_remove", .primitive(.bool), default: false, .commandLineOnly,
            "Whether a package is removed without those that depend on it."),
        Parameter(
            "clobber", .primitive(.bool), default: false, .commandLineOnly,
            "Whether a file that is in the way is overwritten without a warning."),
        Parameter(
            "dry_run", .primitive(.bool), default: false, .commandLineOnly,
            "Whether a command only says what it would do."),
        Parameter(
            "download_only", .primitive(.bool), default: false, .commandLineOnly,
            "Whether packages are fetched and unpacked but not installed."),
        Parameter(
            "ignore_pinned", .primitive(.bool), default: false, .commandLineOnly,
            "Whether pinned specifications are left aside."),
        Parameter(
            "use_index_cache", .primitive(.bool), default: false, .commandLineOnly,
            "Whether the cached index is used even when it has expired."),
        Parameter(
            "use_local", .primitive(.bool), default: false, .commandLineOnly,
            "Whether the channel of packages built here is searched too."),
    ]
}

extension Choice {
    static let depsModifier = Choice("DepsModifier", ["not_set", "no_deps", "only_deps"])
    static let updateModifier = Choice(
        "UpdateModifier",
        ["specs_satisfied_skip_solve", "freeze_installed", "update_deps", "update_specs", "update_all"])
}
