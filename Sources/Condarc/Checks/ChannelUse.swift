import HostPlatform

/// A place in a source that names a channel, or a place that channels come from.
struct ChannelUse {
    let parameter: Parameter
    /// A single value.
    let value: TracedValue
    private let role: Role

    /// How conda reads it.
    private enum Role {
        case item
        case itemOfMultichannel(String)
        case entry(String)
        case alias
    }

    /// As it is written.
    var written: String { value.value.pythonText }

    /// The name of an entry of custom_channels.
    var entryName: String? { if case .entry(let name) = role { name } else { nil } }

    /// What one setting says about channels; nothing for other parameters.
    static func uses(in setting: Setting, of parameter: Parameter) -> [ChannelUse] {
        func use(_ value: TracedValue, _ role: Role) -> ChannelUse? {
            guard case .scalar = value.content else { return nil }
            return ChannelUse(parameter: parameter, value: value, role: role)
        }
        func items(of list: TracedValue, _ role: Role) -> [ChannelUse] {
            (list.items ?? []).compactMap { $0.isNull ? nil : use($0, role) }
        }
        let value = setting.value
        switch parameter.texts {
        case .channel:
            guard case .map = parameter.type else { return items(of: value, .item) }
            return (value.entries ?? []).flatMap { items(of: $0.value, .itemOfMultichannel($0.key.pythonText)) }
        case .channelLocation: return (value.entries ?? []).compactMap { use($0.value, .entry($0.key.pythonText)) }
        case .channelAlias: return use(value, .alias).map { [$0] } ?? []
        default: return []
        }
    }

    /// What it stands for.
    func channels(by resolver: ChannelResolver, on host: Host) -> [Channel] {
        let text = host.expandingVariables(written)
        return switch role {
        case .item: resolver.resolve(text).channels
        case .itemOfMultichannel: [.simple(text, alias: resolver.alias)]
        case .entry(let name): [.simple(text, name: name, alias: resolver.alias)]
        case .alias: [.alias(text)]
        }
    }

    /// Whether a policy forbids it by what is written, or by one of those it stands for: of an alias everything behind it.
    func isForbidden(by forbidden: ForbiddenChannel, _ channels: [Channel]) -> Bool {
        if case .alias = role { return channels.contains { forbidden.meetsAll(behind: $0) } }
        return forbidden.forbids(written, channels)
    }

    /// The edit that takes it away.
    var removal: PolicyEdit {
        let key = parameter.name
        return switch role {
        case .item: .removeItem(key: key, written)
        case .itemOfMultichannel(let name): .removeItem(key: "\(key).\(name)", written)
        case .entry(let name): .unset("\(key).\(name)")
        case .alias: .unset(key)
        }
    }
}

extension CheckSubject {
    /// Everything in the settings that makes conda take packages from somewhere.
    var channelUses: [ChannelUse] { known.flatMap { ChannelUse.uses(in: $0.setting, of: $0.parameter) } }

    /// What a use stands for.
    func channels(of use: ChannelUse) -> [Channel] { use.channels(by: resolver, on: context.configuration.host) }
}
