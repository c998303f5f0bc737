import LosslessYAML

/// Keys at the top of a file that other programs read.
package enum ForeignParameters {
    /// Of plugins that come with conda's installers and read the file by themselves.
    ///
    /// Source: anaconda-anon-usage.
    package static let ofPlugins = ["anaconda_anon_usage", "anaconda_heartbeat"]

    /// Settings of plugins that come with conda's installers, which are true or false.
    ///
    /// Source: conda-anaconda-tos, conda-anaconda-telemetry, conda-libmamba-solver.
    static let booleans = ["auto_accept_tos", "anaconda_telemetry", "use_sharded_repodata"]

    static func isOfPlugin(_ key: String) -> Bool { ofPlugins.contains(key) }

    /// What to say of a setting of a program that has nothing to do with conda; nil for any other.
    static func otherOwner(of key: String) -> Advice? {
        let program: String
        switch key {
        case "dependencies", "name", "prefix", "variables", "pip", "environment":
            return "it belongs into an environment file, such as environment.yml"
        case "include", "includes", "import", "imports", "extends", "inherit", "inherits":
            return "conda includes no other file: copy its lines here, or put it into a directory condarc.d"
        case "trusted-host": return "a setting of pip; conda's ssl_verify takes the certificates of your organization"
        case "python-version", "condarc-file", "environment-file", "activate-environment", "miniforge-version",
            "miniforge-variant", "miniconda-version", "installer-url", "use-mamba", "run-init",
            "clean-patched-environment-file":
            return "an input of the action setup-miniconda, which belongs into its workflow"
        case "version", "require", "forbid": return "it belongs into a policy: condarc-tool enforce FILE"
        case "registry", "always-auth", "strict-ssl", "cafile", "_auth", "_authToken": program = "npm"
        case "index-url", "extra-index-url", "find-links", "no-index": program = "pip"
        case "workspace", "project", "feature", "pypi-dependencies", "pypi-options": program = "pixi"
        default: return nil
        }
        return "a setting of \(program); conda finds packages by channels and channel_alias"
    }

    /// Source: mamba's documentation of its configuration.
    static func isOfMamba(_ key: String) -> Bool {
        [
            "mirrored_channels", "extract_threads", "extract_sparse", "lock_timeout", "use_lockfiles",
            "verify_artifacts", "trusted_channels", "no_rc", "no_env", "rc_files", "log_level", "platform",
            "relocate_prefix", "experimental_sat_error_message", "rc_file", "default_package_cache", "download_threads",
        ].contains(key)
    }
}
