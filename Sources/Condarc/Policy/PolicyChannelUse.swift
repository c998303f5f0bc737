import LosslessYAML

/// A place in one source that names a channel, or a place that channels come from, and the edit that takes it away.
struct PolicyChannelUse {
    enum Kind {
        case channel
        /// Everything behind it is a channel.
        case alias
    }

    let kind: Kind
    let key: String
    let written: String
    let channels: [Channel]
    let origin: Origin
    let removal: PolicyEdit

    func isForbidden(by forbidden: ForbiddenChannel) -> Bool {
        switch kind {
        case .channel: forbidden.forbids(written, channels)
        case .alias: channels.contains { forbidden.meetsAll(behind: $0) }
        }
    }

    /// What one setting says about channels; nothing for other parameters.
    static func uses(in setting: Setting, _ resolver: ChannelResolver, expand: (String) -> String = { $0 })
        -> [PolicyChannelUse]
    {
        guard let parameter = setting.parameter else { return [] }
        let name = parameter.name
        func item(_ value: TracedValue, of key: String, _ channels: (String) -> [Channel]) -> PolicyChannelUse? {
            guard case .scalar = value.content, !value.isNull else { return nil }
            let text = value.value.pythonText
            return PolicyChannelUse(
                kind: .channel, key: name, written: text, channels: channels(expand(text)), origin: value.origin,
                removal: .removeItem(key: key, text))
        }
        switch name {
        case "channels", "default_channels":
            return (setting.value.items ?? []).compactMap {
                item($0, of: name) { resolver.resolve($0).channels }
            }
        case "custom_multichannels":
            return (setting.value.entries ?? []).flatMap { entry in
                (entry.value.items ?? []).compactMap {
                    item($0, of: "\(name).\(entry.key.pythonText)") { [.simple($0, alias: resolver.alias)] }
                }
            }
        case "custom_channels":
            return (setting.value.entries ?? []).map { entry in
                let text = entry.value.value.pythonText
                let channel = Channel.simple(expand(text), name: entry.key.pythonText, alias: resolver.alias)
                return PolicyChannelUse(
                    kind: .channel, key: name, written: text, channels: [channel], origin: entry.value.origin,
                    removal: .unset("\(name).\(entry.key.pythonText)"))
            }
        case "channel_alias":
            let text = setting.value.value.pythonText
            return [
                PolicyChannelUse(
                    kind: .alias, key: name, written: text, channels: [.alias(expand(text))],
                    origin: setting.value.origin, removal: .unset(name))
            ]
        default: return []
        }
    }
}
