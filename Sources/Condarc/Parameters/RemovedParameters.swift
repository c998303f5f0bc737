import LosslessYAML

/// Parameters that conda once had.
///
/// Source: conda's change log.
enum RemovedParameters {
    /// What to do instead of each.
    static let replacements = [
        "restore_free_channel":
            "gone since conda 25.9; add https://repo.anaconda.com/pkgs/free to channels if you need it",
        "allow_other_channels": "gone since conda 4.3; allowlist_channels says which channels may be used",
        "update_dependencies": "gone; use the option --update-deps",
        "use_pip": "gone; conda list always shows packages of pip",
        "binstar_personal": "gone",
        "max_shlvl": "gone since conda 4.6; see auto_stack",
    ]

    /// What to do instead; nil for a key that was never one.
    static func replacement(of key: String) -> Advice? { replacements[key].map { Advice($0) } }
}
