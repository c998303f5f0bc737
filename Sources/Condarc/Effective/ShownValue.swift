/// A value as conda shows it.
package enum ShownValue: Sendable {
    case plain(TracedValue)
    case channel(Channel, TracedValue)
    case channels([Channel], TracedValue)
    case channelsByName([(name: String, channel: Channel)], TracedValue)
    case multichannels([(name: String, channels: [Channel])], TracedValue)

    /// The value with its origins: where it is one of channels, the text that they were made of.
    package var traced: TracedValue {
        switch self {
        case .plain(let value), .channel(_, let value), .channels(_, let value), .channelsByName(_, let value),
            .multichannels(_, let value):
            value
        }
    }
}
