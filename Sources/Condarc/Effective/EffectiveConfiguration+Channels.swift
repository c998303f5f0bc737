import HostPlatform
import LosslessYAML

extension EffectiveConfiguration {
    func channelAlias() throws(CondarcProblems) -> Channel {
        let own = try value("channel_alias")
        return try checked(Channel.alias(own.value.text ?? ""), own, of: "channel_alias")
    }

    /// The channel, if conda does not stop at it.
    private func checked(_ channel: Channel, _ value: TracedValue, of key: String) throws(CondarcProblems) -> Channel {
        if let problem = channel.problem { throw CondarcProblems([value.error(problem, key: key)]) }
        return channel
    }

    private func simple(_ items: [TracedValue], alias: Channel, of key: String) throws(CondarcProblems) -> [Channel] {
        try items.map { (item) throws(CondarcProblems) in
            try checked(.simple(item.value.pythonText, alias: alias), item, of: key)
        }
    }

    /// What turns channel names into URLs here.
    package func channelResolver() throws(CondarcProblems) -> ChannelResolver {
        if let plainResolver, configuration.isSilent(about: Self.namesBehindChannels) { return plainResolver }
        let alias = try channelAlias()
        let multichannels = try multichannels(alias: alias)
        var custom = NamedChannels()
        for channel in multichannels.flatMap(\.channels) { custom.put(channel) }
        for entry in try value("custom_channels").entries ?? [] {
            let channel = Channel.simple(entry.value.value.pythonText, name: entry.key.pythonText, alias: alias)
            custom.put(try checked(channel, entry.value, of: "custom_channels"))
        }
        let migrated = (try value("migrated_custom_channels").entries ?? []).map {
            (name: $0.key.pythonText, location: $0.value.value.pythonText)
        }
        let host = host
        return ChannelResolver(
            alias: alias, migratedAliases: try migratedAliases(try value("migrated_channel_aliases")),
            multichannels: multichannels, customChannels: custom.list, migratedCustomChannels: migrated,
            knownPlatforms: Self.knownPlatforms + (try subdirs().items ?? []).map(\.value.pythonText),
            absolutePath: { host.platform.normalized(host.absolute(host.expandingHome($0))) })
    }

    /// The parameters that say what a channel's name means.
    static let namesBehindChannels: Set<String> = [
        "bld_path", "channel_alias", "conda_build", "croot", "custom_channels", "custom_multichannels",
        "default_channels",
        "force_32bit", "migrated_channel_aliases", "migrated_custom_channels", "root_prefix", "subdir", "subdirs",
    ]

    func channelResolver(_ known: inout ChannelResolver?) throws(CondarcProblems) -> ChannelResolver {
        if let known { return known }
        let resolver = try channelResolver()
        known = resolver
        return resolver
    }

    func migratedAliases(_ own: TracedValue) throws(CondarcProblems) -> [Channel] {
        try (own.items ?? []).map { (item) throws(CondarcProblems) in
            try checked(.alias(item.value.text ?? ""), item, of: "migrated_channel_aliases")
        }
    }

    func multichannels(
        known resolver: ChannelResolver?
    ) throws(CondarcProblems) -> [(name: String, channels: [Channel])] {
        if let resolver { return resolver.multichannels }
        return try multichannels(alias: try channelAlias())
    }

    /// In conda's order: `local` is the last, unless custom_multichannels has an entry for it, whose place it takes.
    private func multichannels(alias: Channel) throws(CondarcProblems) -> [(name: String, channels: [Channel])] {
        var found: [(name: String, channels: [Channel])] = []
        let local = try localBuildDirectories().map { Channel.simple(ChannelResolver.fileURL($0), alias: alias) }
        for entry in try value("custom_multichannels").entries ?? [] {
            let channels =
                entry.key == "local"
                ? local : try simple(entry.value.items ?? [], alias: alias, of: "custom_multichannels")
            found.append((entry.key.pythonText, channels))
        }
        // Read even where an entry `defaults` stands in for it, so that conda stops at a bad one.
        let defaults = try defaultChannels().items ?? []
        if !found.contains(where: { $0.name == "defaults" }) {
            found.append(("defaults", try simple(defaults, alias: alias, of: "default_channels")))
        }
        if !found.contains(where: { $0.name == "local" }) { found.append(("local", local)) }
        return found
    }

    /// What `default_channels` holds, those of Windows where packages for Windows are installed elsewhere.
    private func defaultChannels() throws(CondarcProblems) -> TracedValue {
        let own = try value("default_channels")
        let isForWindows = try subdir().value.text?.hasPrefix("win-") ?? false
        guard isForWindows || host.platform.isWindows, own.origin == .builtIn else { return own }
        return computed(.sequence(WellKnownChannels.defaults.map { .string("https://repo.anaconda.com/pkgs/" + $0) }))
    }

    func shownDefaultChannels(_ own: TracedValue, _ resolver: ChannelResolver?) throws(CondarcProblems) -> ShownValue {
        let all = try multichannels(known: resolver)
        let channels = all.first { $0.name == "defaults" }?.channels ?? []
        // An entry `defaults` of custom_multichannels stands before it, so the channels come from there.
        return .channels(channels, try value("custom_multichannels").entry("defaults") ?? own)
    }

    /// Source: conda.base.context, `Context.channels` and `validate_channels`.
    func shownChannels(_ own: TracedValue, _ resolver: ChannelResolver) throws(CondarcProblems) -> TracedValue {
        var items = own.items ?? []
        let local = try value("use_local")
        if local.value == true {
            items = [TracedValue("local", from: local.origin)] + items.filter { $0.value != "local" }
        }
        let allowed = try value("allowlist_channels").items ?? []
        let denied = try value("denylist_channels").items ?? []
        func isNone(_ item: TracedValue) -> Bool {
            item.value.text.map { ChannelResolver.namesOfNone.contains($0) } ?? false
        }
        if items.indices.contains(where: { isNone(items[$0]) }) { items.removeAll(where: isNone) }
        if allowed.isEmpty, denied.isEmpty {
            for item in items {
                guard let problem = resolver.problem(with: item.value.pythonText) else { continue }
                throw CondarcProblems([item.error(problem, key: "channels")])
            }
            return own.with(.sequence(items))
        }
        let allowedURLs = Set(try resolver.resolutions(of: allowed, in: "allowlist_channels").flatMap(\.baseURLs))
        let deniedURLs = Set(try resolver.resolutions(of: denied, in: "denylist_channels").flatMap(\.baseURLs))
        for (item, resolution) in zip(items, try resolver.resolutions(of: items, in: "channels")) {
            func refusal(_ what: String, hint: Advice) -> CondarcProblems {
                CondarcProblems([
                    CondarcError(
                        .channelNotAllowed, valueOf: "channels",
                        "the channel '\(item.value.pythonText)' is \(what)", from: item.origin, hint: hint)
                ])
            }
            for url in resolution.baseURLs {
                if deniedURLs.contains(url) {
                    throw refusal("on the denylist", hint: "remove it, or change denylist_channels")
                }
                if !allowed.isEmpty, !allowedURLs.contains(url) {
                    throw refusal("not on the allowlist", hint: "remove it, or add it to allowlist_channels")
                }
            }
        }
        return own.with(.sequence(items))
    }

    /// Source: conda.base.constants, `KNOWN_SUBDIRS`.
    package static let knownPlatforms = [
        "noarch", "emscripten-wasm32", "wasi-wasm32", "freebsd-64", "linux-32", "linux-64", "linux-aarch64",
        "linux-armv6l", "linux-armv7l", "linux-ppc64", "linux-ppc64le", "linux-riscv64", "linux-s390x", "osx-64",
        "osx-arm64", "win-32", "win-64", "win-arm64", "zos-z",
    ]
}

extension ChannelResolver {
    /// What the items of a list of channels stand for, if conda stops at none of them.
    func resolutions(of items: [TracedValue], in key: String) throws(CondarcProblems) -> [Resolution] {
        try items.map { (item) throws(CondarcProblems) in
            let resolution = resolve(item.value.pythonText)
            if let problem = resolution.problem { throw CondarcProblems([item.error(problem, key: key)]) }
            return resolution
        }
    }
}

/// Channels by name, in the order in which the names first came.
private struct NamedChannels {
    private(set) var list: [(name: String, channel: Channel)] = []
    private var places: [String: Int] = [:]

    /// Puts a channel under its name, in the place of one that has it already.
    mutating func put(_ channel: Channel) {
        if let place = places[channel.name] {
            list[place].channel = channel
        } else {
            places[channel.name] = list.count
            list.append((channel.name, channel))
        }
    }
}
