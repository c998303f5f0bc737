import HostPlatform

/// A place in the settings that names a channel, or a place that channels come from.
struct ChannelUse {
    let parameter: Parameter
    let origin: Origin
    /// As it is written.
    let text: String
    fileprivate let role: Role

    /// How conda reads it.
    fileprivate enum Role {
        case item, itemOfMultichannel, alias
        case entry(name: String)
    }
}

extension CheckSubject {
    /// Everything in the settings that makes conda take packages from somewhere.
    func channelUses() -> [ChannelUse] {
        var uses: [ChannelUse] = []
        for (setting, parameter) in known {
            func add(_ value: TracedValue, _ role: ChannelUse.Role) {
                guard let text = value.value.text else { return }
                uses.append(ChannelUse(parameter: parameter, origin: value.origin, text: text, role: role))
            }
            switch parameter.name {
            case "channels", "default_channels":
                for item in setting.value.items ?? [] { add(item, .item) }
            case "custom_multichannels":
                for item in (setting.value.entries ?? []).flatMap({ $0.value.items ?? [] }) {
                    add(item, .itemOfMultichannel)
                }
            case "custom_channels":
                for entry in setting.value.entries ?? [] { add(entry.value, .entry(name: entry.key.pythonText)) }
            case "channel_alias": add(setting.value, .alias)
            default: break
            }
        }
        return uses
    }

    /// What a use stands for.
    func channels(of use: ChannelUse) -> [Channel] {
        let text = expanded(use.text)
        return switch use.role {
        case .item: resolver.resolve(text).channels
        case .itemOfMultichannel: [.simple(text, alias: resolver.alias)]
        case .entry(let name): [.simple(text, name: name, alias: resolver.alias)]
        case .alias: [.alias(text)]
        }
    }

    private func expanded(_ text: String) -> String { context.configuration.host.expandingVariables(text) }
}

extension ChannelResolver {
    /// Names behind conda's own alias.
    static let withoutSettings = ChannelResolver(
        alias: .alias("https://conda.anaconda.org"), migratedAliases: [], multichannels: [], customChannels: [],
        migratedCustomChannels: [], knownPlatforms: [], absolutePath: { $0 })
}
