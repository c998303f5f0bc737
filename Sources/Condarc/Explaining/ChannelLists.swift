import CondaURL
import HostPlatform

/// The lists of channels that say what becomes of one.
struct ChannelLists {
    /// The items of a list, and the first of them that stands for a URL.
    private struct List {
        let items: [TracedValue]
        let places: [String: Int]

        init(_ items: [TracedValue], _ resolver: ChannelResolver) {
            self.items = items
            let urls = items.enumerated().flatMap { place, item in
                resolver.resolve(item.value.pythonText).baseURLs.map { ($0, place) }
            }
            places = Dictionary(urls) { first, _ in first }
        }
    }

    private let channels: List
    private let denied: List
    private let allowed: List
    private let settings: [TracedValue]

    init(_ effective: EffectiveConfiguration, _ resolver: ChannelResolver) throws(CondarcProblems) {
        func list(_ name: String) throws(CondarcProblems) -> List {
            List(try effective.value(name).items ?? [], resolver)
        }
        /// conda asks these two about every channel, and so stops at a bad one in them.
        func judging(_ name: String) throws(CondarcProblems) -> List {
            let list = try list(name)
            _ = try resolver.resolutions(of: list.items, in: name)
            return list
        }
        channels = try list("channels")
        denied = try judging("denylist_channels")
        allowed = try judging("allowlist_channels")
        settings = try effective.value("channel_settings").items ?? []
    }

    func place(of channel: Channel) -> ChannelExplanation.Place? {
        channels.places[channel.baseURL].map {
            .init(position: $0 + 1, count: channels.items.count, item: channels.items[$0])
        }
    }

    func admission(of channel: Channel) -> ChannelExplanation.Admission {
        if let place = denied.places[channel.baseURL] { return .denied(by: denied.items[place].origin) }
        if let first = allowed.items.first, allowed.places[channel.baseURL] == nil { return .notListed(first.origin) }
        return .allowed
    }

    /// Source: conda.gateways.connection.session, `get_session`.
    func settings(name: String, url: String) -> TracedValue? {
        settings.last { element in
            guard let text = element.entry("channel")?.value.pythonText else { return false }
            if text == name { return true }
            let (url, pattern) = (URLParts(url), URLParts(text))
            guard url.scheme == pattern.scheme, !url.scheme.isEmpty else { return false }
            // A `?` begins a query, and is cut off.
            func place(_ parts: URLParts) -> String {
                URLParts.text(host: parts.hostname, port: parts.port, path: parts.path)
            }
            return Wildcard(place(pattern)).matches(place(url))
        }
    }
}
