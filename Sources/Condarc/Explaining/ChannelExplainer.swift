import CondaURL
import LosslessYAML

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

extension Channel {
    /// What is asked for its index, each with a platform; or the one package file.
    fileprivate func urls(subdirs: [String]) -> [String] {
        if let packageFile { return [URLText.join(URLText.rightStripped(text), packageFile)] }
        guard let platform else { return subdirs.map { URLText.join(baseURL, $0) } }
        return (platform == "noarch" ? [platform] : [platform, "noarch"]).map { URLText.join(baseURL, $0) }
    }
}
