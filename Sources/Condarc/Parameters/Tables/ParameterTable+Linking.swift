import LosslessYAML

extension ParameterTable {
    /// How chosen packages get into an environment.
    static let linking: [Parameter] = [
        Parameter(
            "allow_softlinks", .primitive(.bool), default: false, .linking,
            "Whether symbolic links are used where hard links are impossible, as between file systems."),
        Parameter(
            "always_copy", alias: "copy", .primitive(.bool), default: false, .linking,
            "Whether files are always copied, never linked."),
        Parameter(
            "always_softlink", alias: "softlink", .primitive(.bool), default: false, .linking,
            "Whether files are always symbolic links into the package cache, which then must not be cleaned."),
        Parameter(
            "path_conflict", .primitive(.choice(.pathConflict)), default: "clobber", .linking,
            "What happens when two packages bring the same file, or it is there already: overwrite, warn, or refuse."),
        Parameter(
            "rollback_enabled", .primitive(.bool), default: true, .linking,
            "Whether a transaction that fails is undone."),
        Parameter(
            "safety_checks", .primitive(.choice(.safetyChecks)), default: "warn", .linking,
            "Whether the contents of packages are checked before they are installed, and what a mismatch does."),
        Parameter(
            "extra_safety_checks", .primitive(.bool), default: false, .linking,
            "Whether those checks also compare the hash of each file, which takes longer."),
        Parameter(
            "signing_metadata_url_base", .primitive(.stringOrNull), texts: .url, default: nil, .linking,
            traits: .underscored,
            "Where signed metadata for checking packages is published."),
        Parameter(
            "shortcuts", .primitive(.bool), default: true, .linking,
            "Whether packages may add entries to the desktop's menus."),
        Parameter(
            "shortcuts_only", .sequence(of: .primitive(.string)), default: [], .linking, traits: .expandsVariables,
            "If not empty, the only packages that may add menu entries."),
        Parameter(
            "non_admin_enabled", .primitive(.bool), default: true, .linking,
            "Whether users without administrator rights may change environments."),
        Parameter(
            "separate_format_cache", .primitive(.bool), default: false, .linking,
            "Whether the package cache keeps .conda and .tar.bz2 packages apart."),
        Parameter(
            "verify_threads", .primitive(.int), default: 0, .linking, traits: .underscored,
            "How many threads check a transaction; 0 means one."),
        Parameter(
            "execute_threads", .primitive(.int), default: 0, .linking, traits: .underscored,
            "How many threads link and unlink; 0 means one."),
    ]
}

extension Choice {
    static let pathConflict = Choice("PathConflict", ["clobber", "warn", "prevent"], hasNamesInCapitals: false)
    static let safetyChecks = Choice("SafetyChecks", ["disabled", "warn", "enabled"], hasNamesInCapitals: false)
}
