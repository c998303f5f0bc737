/// A value as conda shows it.
package enum ShownValue: Sendable {
    case plain(TracedValue)
    case channel(Channel, TracedValue)
    case channels([Channel], TracedValue)
    case channelsByName([(name: String, channel: Channel)], TracedValue)
    case multichannels([(name: String, channels: [Channel])], TracedValue)

    /// The value with its channels as they may be shown.
    package var safe: ShownValue {
        switch self {
        case .plain: self
        case .channel(let channel, let value): .channel(channel.shown, value)
        case .channels(let channels, let value): .channels(channels.map(\.shown), value)
        case .channelsByName(let channels, let value):
            .channelsByName(channels.map { ($0.channel.hasSecretName ? "…" : $0.name, $0.channel.shown) }, value)
        case .multichannels(let multichannels, let value):
            .multichannels(multichannels.map { ($0.name, $0.channels.map(\.shown)) }, value)
        }
    }

    /// The value with its origins: where it is one of channels, the text that they were made of.
    package var traced: TracedValue {
        switch self {
        case .plain(let value), .channel(_, let value), .channels(_, let value), .channelsByName(_, let value),
            .multichannels(_, let value):
            value
        }
    }
}
