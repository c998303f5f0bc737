import CondaURL
import HostPlatform
import LosslessYAML

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

extension EffectiveConfiguration {
    /// Explains an item of `channels`.
    package func explanation(ofChannel name: String) throws(CondarcProblems) -> ChannelExplanation {
        try ChannelExplainer(self).explanation(of: name)
    }
}

/// Explains channels by one configuration: what all of them need is made once.
package struct ChannelExplainer: Sendable {
    private let effective: EffectiveConfiguration
    private let resolver: ChannelResolver
    private let lists: Result<ChannelLists, CondarcProblems>
    /// The maps that name channels, and where each entry comes from.
    private let named: [String: [YAMLValue: Origin]]

    package init(_ effective: EffectiveConfiguration) throws(CondarcProblems) {
        self.effective = effective
        let resolver = try effective.channelResolver()
        self.resolver = resolver
        lists = Result { () throws(CondarcProblems) in try ChannelLists(effective, resolver) }
        var named: [String: [YAMLValue: Origin]] = [:]
        for parameter in ["custom_multichannels", "custom_channels", "migrated_custom_channels"] {
            let entries = try effective.value(parameter).entries ?? []
            named[parameter] = Dictionary(entries.map { ($0.key, $0.value.origin) }) { $1 }
        }
        self.named = named
    }

    /// Explains an item of `channels`.
    package func explanation(of name: String) throws(CondarcProblems) -> ChannelExplanation {
        let resolution = resolver.resolve(name)
        if let problem = resolution.problem {
            throw CondarcProblems([
                CondarcError(.badValue, "conda stops at this channel: \(problem.text)", hint: "correct the URL")
            ])
        }
        let decision = try decision(resolution.rule)
        let lists = try lists.get()
        let hasOwnToken = URLText.splitToken(name).token != nil
        let subdirs = (try effective.subdirs().items ?? []).map(\.value.pythonText)
        var channels: [ChannelExplanation.ChannelAccount] = []
        for channel in resolution.channels {
            let canonical = resolver.canonicalName(of: channel)
            let urls = channel.urls(subdirs: subdirs)
            let settings = lists.settings(name: canonical, url: urls.first ?? channel.baseURL)
            let hasHandler = settings?.entry("auth")?.value.text.map { !$0.isEmpty } ?? false
            let tokenSource: ChannelExplanation.TokenSource =
                if channel.token?.isEmpty == false {
                    hasOwnToken ? .given : .setting(decision?.parameter ?? "")
                } else if !hasHandler, channel.scheme?.hasPrefix("http") == true,
                    // Only here does conda look at it, and stop at a bad value.
                    try effective.value("add_anaconda_token").value == true
                {
                    .client
                } else {
                    .none
                }
            channels.append(
                ChannelExplanation.ChannelAccount(
                    channel: channel, canonicalName: canonical, urls: urls, place: lists.place(of: channel),
                    admission: lists.admission(of: channel), settings: settings, tokenSource: tokenSource))
        }
        return ChannelExplanation(name: name, rule: resolution.rule, decision: decision, channels: channels)
    }

    private func decision(_ rule: ChannelResolver.Rule) throws(CondarcProblems) -> ChannelExplanation.Decision? {
        func entry(_ name: String, of parameter: String) -> ChannelExplanation.Decision? {
            named[parameter]?[.string(name)].map { .init(parameter: parameter, origin: $0) }
        }
        func own(_ parameter: String) throws(CondarcProblems) -> ChannelExplanation.Decision {
            .init(parameter: parameter, origin: try effective.value(parameter).origin)
        }
        switch rule {
        case .multichannel("local"): return try own("bld_path")
        case .multichannel(let name):
            if let own = entry(name, of: "custom_multichannels") { return own }
            return try own("default_channels")
        case .customChannel(let name):
            if let own = entry(name, of: "custom_channels") { return own }
            // A channel of a multichannel is a custom channel, too.
            let holder = resolver.holders[name].map { resolver.multichannels[$0].name }
            if let holder, let own = entry(holder, of: "custom_multichannels") { return own }
            return try own("default_channels")
        case .channelAlias: return try own("channel_alias")
        case .migratedCustomChannel(let name): return entry(name, of: "migrated_custom_channels")
        case .migratedAlias: return try own("migrated_channel_aliases")
        case .url, .path, .unknown: return nil
        }
    }
}

/// The lists of channels that say what becomes of one.
private struct ChannelLists {
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

extension Channel {
    /// What is asked for its index, each with a platform; or the one package file.
    fileprivate func urls(subdirs: [String]) -> [String] {
        if let packageFile {
            return [URLText.join(URLText.rightStripped(text), packageFile)]
        }
        guard let platform else { return subdirs.map { URLText.join(baseURL, $0) } }
        return (platform == "noarch" ? [platform] : [platform, "noarch"]).map { URLText.join(baseURL, $0) }
    }
}

extension ChannelResolver {
    /// The name by which conda lists a channel's packages.
    ///
    /// Source: conda.models.channel, `Channel.canonical_name`.
    package func canonicalName(of channel: Channel) -> String {
        if let place = holders[channel.name] { return multichannels[place].name }
        let isCustom = customChannels.contains { custom in
            !channel.name.isEmpty && URLText.startsByPieces(channel.name, with: custom.name)
        }
        if isCustom { return channel.name }
        let isBehindAlias = ([alias] + migratedAliases).contains { $0.location == channel.location }
        return isBehindAlias ? channel.name : channel.baseURL
    }
}
