/// What the texts of a parameter are to be.
enum TextKind {
    /// The name or URL of a channel.
    case channel
    case url
    /// Of a file or directory.
    case path
    case package
    case platform
    case solver
    /// A name, a date, or one of a few words.
    case word
    /// Any text.
    case free

    init(_ parameter: Parameter) {
        switch parameter.name {
        case let name where ChannelName.lists.contains(name): self = .channel
        case "channel_alias", "migrated_channel_aliases", "custom_channels", "migrated_custom_channels",
            "proxy_servers", "signing_metadata_url_base", "error_upload_url", "channel_settings":
            self = .url
        case "envs_dirs", "pkgs_dirs", "croot", "bld_path", "root_prefix", "client_ssl_cert", "client_ssl_cert_key",
            "ssl_verify":
            self = .path
        case "create_default_packages", "pinned_packages", "aggressive_update_packages", "disallowed_packages":
            self = .package
        case "subdir", "subdirs", "export_platforms": self = .platform
        case "solver": self = .solver
        case "env_prompt", "conda_build", "target_prefix_override": self = .free
        default: self = .word
        }
    }

    /// Nil where conda has no such parameter.
    init?(_ key: String) {
        guard let parameter = ParameterTable.parameter(forKey: key) else { return nil }
        self.init(parameter)
    }

    /// What to write in place of something else.
    var noun: String {
        switch self {
        case .channel: "the name or URL of a channel"
        case .url: "a URL"
        case .path: "a path"
        case .package: "a package, such as numpy=1.26"
        case .platform: "a platform, such as linux-64"
        case .solver, .word, .free: "a word"
        }
    }
}
