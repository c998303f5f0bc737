extension ParameterTable {
    /// The names in the order in which conda loads them: that of its `--show-sources` and of its complaints.
    package static let loadingOrder: [String] = [
        "add_pip_as_python_dependency", "allow_conda_downgrades", "allow_cycles", "allow_softlinks",
        "auto_update_conda", "auto_activate", "default_activation_env", "auto_stack", "notify_outdated_conda",
        "clobber", "changeps1", "env_prompt", "environment_specifier", "create_default_packages",
        "register_envs", "protect_frozen_envs", "default_python", "download_only", "enable_private_envs",
        "force_32bit", "non_admin_enabled", "prefix_data_interoperability", "default_threads",
        "repodata_threads", "fetch_threads", "verify_threads", "execute_threads", "aggressive_update_packages",
        "safety_checks", "extra_safety_checks", "signing_metadata_url_base", "path_conflict", "pinned_packages",
        "exclude_newer", "exclude_newer_package", "disallowed_packages", "rollback_enabled", "track_features",
        "use_index_cache", "separate_format_cache", "root_prefix", "envs_dirs", "pkgs_dirs", "subdir",
        "subdirs", "export_platforms", "local_repodata_ttl", "ssl_verify", "client_ssl_cert",
        "client_ssl_cert_key", "proxy_servers", "remote_connect_timeout_secs", "remote_read_timeout_secs",
        "remote_max_retries", "remote_backoff_factor", "add_anaconda_token", "allow_non_channel_urls",
        "channel_alias", "channel_priority", "channels", "channel_settings", "custom_channels",
        "custom_multichannels", "default_channels", "migrated_channel_aliases", "migrated_custom_channels",
        "override_channels_enabled", "show_channel_urls", "use_local", "allowlist_channels",
        "denylist_channels", "repodata_fns", "use_only_tar_bz2", "always_softlink", "always_copy", "always_yes",
        "debug", "trace", "dev", "dry_run", "error_upload_url", "force", "json", "console", "list_fields",
        "offline", "quiet", "ignore_pinned", "report_errors", "shortcuts", "number_channel_notices",
        "shortcuts_only", "verbosity", "experimental", "preview", "no_lock", "repodata_use_zst",
        "repodata_use_shards", "envvars_force_uppercase", "deps_modifier", "update_modifier", "sat_solver",
        "solver_ignore_timestamps", "solver", "force_remove", "force_reinstall", "target_prefix_override",
        "unsatisfiable_hints", "unsatisfiable_hints_check_depth", "bld_path", "anaconda_upload", "croot",
        "conda_build", "override_virtual_packages", "no_plugins",
    ]
}
