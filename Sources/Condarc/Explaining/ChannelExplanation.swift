/// What conda makes of a channel's name or URL, and by which settings.
package struct ChannelExplanation: Sendable {
    package let name: String
    package let rule: ChannelResolver.Rule
    /// The parameter that decides, and where its value comes from; nil where the URL or path says all.
    package let decision: Decision?
    /// One, or those of a multichannel, in their order.
    package let channels: [ChannelAccount]

    package struct Decision: Sendable {
        package let parameter: String
        package let origin: Origin
    }

    /// One channel that the name stands for.
    package struct ChannelAccount: Sendable {
        package let channel: Channel
        /// The name by which conda lists its packages.
        package let canonicalName: String
        /// What is asked for an index, or the one file; without credentials.
        package let urls: [String]
        /// Where it stands among `channels`.
        package let place: Place?
        package let admission: Admission
        /// The element of `channel_settings` that counts for it: the last one that matches.
        package let settings: TracedValue?
        /// Where a token in its URLs comes from.
        package let tokenSource: TokenSource
    }

    package struct Place: Sendable {
        /// From 1.
        package let position: Int
        package let count: Int
        /// The item, such as `defaults`.
        package let item: TracedValue
    }

    package enum Admission: Sendable {
        case allowed
        case denied(by: Origin)
        /// allowlist_channels is set there and does not hold it.
        case notListed(Origin)
    }

    package enum TokenSource: Sendable {
        /// A part of the name or URL that was given.
        case given
        /// A part of a setting.
        case setting(String)
        /// The anaconda client's, if it has one for the server.
        case client
        case none
    }
}
