import HostPlatform

/// A place in the settings that names a channel, or a place that channels come from.
struct ChannelUse {
    let setting: Setting
    let parameter: Parameter
    let origin: Origin
    /// As it is written.
    let text: String
    /// What it stands for.
    let channels: [Channel]
}

extension CheckSubject {
    /// Everything in the settings that makes conda take packages from somewhere.
    func channelUses() -> [ChannelUse] {
        let resolver = resolver()
        var uses: [ChannelUse] = []
        for (setting, parameter) in known {
            func add(_ value: TracedValue, _ channels: [Channel]) {
                guard let text = value.value.text else { return }
                uses.append(
                    ChannelUse(
                        setting: setting, parameter: parameter, origin: value.origin, text: text, channels: channels))
            }
            switch parameter.name {
            case "channels", "default_channels":
                for item in setting.value.items ?? [] {
                    add(item, resolver.resolve(expanded(item.value.pythonText)).channels)
                }
            case "custom_multichannels":
                for item in (setting.value.entries ?? []).flatMap({ $0.value.items ?? [] }) {
                    add(item, [.simple(expanded(item.value.pythonText), alias: resolver.alias)])
                }
            case "custom_channels":
                for entry in setting.value.entries ?? [] {
                    let location = expanded(entry.value.value.pythonText)
                    add(entry.value, [.simple(location, name: entry.key.pythonText, alias: resolver.alias)])
                }
            case "channel_alias": add(setting.value, [.alias(expanded(setting.value.value.pythonText))])
            default: break
            }
        }
        return uses
    }

    /// What gives channel names their meaning: the configuration, or conda's defaults where it is broken.
    func resolver() -> ChannelResolver {
        if let resolver = try? context.channelResolver() { return resolver }
        let empty = EffectiveConfiguration(
            Configuration(host: context.configuration.host, sources: []), facts: context.facts)
        return (try? empty.channelResolver()) ?? .withoutSettings
    }

    private func expanded(_ text: String) -> String { context.configuration.host.expandingVariables(text) }
}

extension ChannelResolver {
    /// Names behind conda's own alias.
    static let withoutSettings = ChannelResolver(
        alias: .alias("https://conda.anaconda.org"), migratedAliases: [], multichannels: [], customChannels: [],
        migratedCustomChannels: [], knownPlatforms: [], absolutePath: { $0 })
}
