import LosslessYAML

extension ParameterTable {
    /// Which channels there are, what their names stand for, and how their indexes are read.
    static let channels: [Parameter] = [
        Parameter(
            "channels", alias: "channel", .sequence(of: .primitive(.string)), texts: .channel, default: [], .channel,
            traits: [.expandsVariables, .underscored],
            "The channels packages are taken from, the most wanted one first."),
        Parameter(
            "channel_alias", .primitive(.string), texts: .channelAlias, default: "https://conda.anaconda.org", .channel,
            traits: [.expandsVariables, .underscored], rule: .urlWithScheme,
            "The URL that a channel's bare name is put behind."),
        Parameter(
            "channel_settings", .sequence(of: .map(of: .primitive(.string))), texts: .channelPattern, default: [],
            .channel,
            "Settings for single channels, each a map that names its channel and, for example, the auth handler that signs in there."
        ),
        Parameter(
            "default_channels", .sequence(of: .primitive(.string)), texts: .channel,
            default: ["https://repo.anaconda.com/pkgs/main", "https://repo.anaconda.com/pkgs/r"], .channel,
            traits: [.expandsVariables, .underscored],
            "The channels that the name `defaults` stands for."),
        Parameter(
            "override_channels_enabled", .primitive(.bool), default: true, .channel,
            "Whether the option --override-channels may be used."),
        Parameter(
            "allowlist_channels", alias: "whitelist_channels", .sequence(of: .primitive(.string)),
            texts: .judgedChannel, default: [],
            .channel, traits: .expandsVariables,
            "If not empty, the only channels that may be used."),
        Parameter(
            "denylist_channels", .sequence(of: .primitive(.string)), texts: .judgedChannel, default: [], .channel,
            traits: .expandsVariables,
            "Channels that must not be used."),
        Parameter(
            "custom_channels", .map(of: .primitive(.string)), texts: .channelLocation,
            default: ["pkgs/pro": "https://repo.anaconda.com"],
            .channel, traits: [.expandsVariables, .underscored],
            "Channel names with a location of their own, so that the channel alias is not put before them."),
        Parameter(
            "custom_multichannels", .map(of: .sequence(of: .primitive(.string))), texts: .channel, default: [:],
            .channel,
            traits: [.expandsVariables, .underscored],
            "Names that each stand for several channels."),
        Parameter(
            "migrated_channel_aliases", .sequence(of: .primitive(.string)), texts: .url, default: [], .channel,
            traits: .underscored,
            "Former channel aliases, whose URLs count as channels of the present alias."),
        Parameter(
            "migrated_custom_channels", .map(of: .primitive(.string)), texts: .url, default: [:], .channel,
            traits: .expandsVariables,
            "Former locations of custom channels, whose URLs count as channels of the present one."),
        Parameter(
            "add_anaconda_token", alias: "add_binstar_token", .primitive(.bool), default: true, .channel,
            "Whether the token of the anaconda client is put into URLs of its server."),
        Parameter(
            "allow_non_channel_urls", .primitive(.bool), default: false, .channel,
            "Whether a place without a channel's index, such as a plain directory of packages, is let pass with a warning."
        ),
        Parameter(
            "repodata_fns", .sequence(of: .primitive(.string)), default: ["current_repodata.json", "repodata.json"],
            .channel,
            "The names of the index files to ask a channel for, tried in turn."),
        Parameter(
            "use_only_tar_bz2", .primitive(.boolOrNull), default: nil, .channel, traits: .underscored,
            "Whether only packages in the older .tar.bz2 format are downloaded."),
        Parameter(
            "repodata_threads", .primitive(.int), default: 0, .channel, traits: .underscored,
            "How many channel indexes are fetched at the same time; 0 lets conda decide."),
        Parameter(
            "fetch_threads", .primitive(.int), default: 0, .channel, traits: .underscored,
            "How many packages are downloaded at the same time; 0 lets conda decide."),
        Parameter(
            "experimental", .sequence(of: .primitive(.string)), default: [], .channel,
            "Names of experimental features to switch on."),
        Parameter(
            "no_lock", .primitive(.bool), default: false, .channel,
            "Whether the lock on the index cache is left out."),
        Parameter(
            "repodata_use_zst", .primitive(.bool), default: true, .channel,
            "Whether indexes compressed with Zstandard are used where a channel has them."),
        Parameter(
            "repodata_use_shards", .primitive(.bool), default: true, .channel,
            "Whether indexes split by package name are used where a channel has them."),
    ]
}
