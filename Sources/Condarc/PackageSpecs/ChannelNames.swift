import CondaURL

/// The names that channels have in package specs.
///
/// Source: conda.models.match_spec, `_parse_channel` and `ChannelMatch`.
struct ChannelNames {
    let resolver: ChannelResolver

    static func isPattern(_ text: String) -> Bool {
        text.contains("*") || (text.hasPrefix("^") && text.hasSuffix("$"))
    }

    /// The channel before `::`, and the platform in it.
    func parsed(_ text: String) throws(InvalidPackageSpec) -> (name: String?, platform: String?) {
        guard !text.isEmpty else { return (nil, nil) }
        let found = try resolved(text)
        // A multichannel may have no channels, as `local` has none where nothing was built.
        let platform =
            found.channels.isEmpty
            ? URLText.splitPlatform(text, known: resolver.knownPlatforms).platform : found.channels[0].platform
        return (name(found, isURL: URLParts.hasScheme(text)), platform)
    }

    /// As `__str__` has it.
    func matched(_ text: String) throws(InvalidPackageSpec) -> String {
        if Self.isPattern(text) { return text }
        return name(try resolved(text), isURL: true)
    }

    private func resolved(_ text: String) throws(InvalidPackageSpec) -> ChannelResolver.Resolution {
        let found = resolver.resolve(text)
        if let problem = found.problem { throw .init(problem.text) }
        return found
    }

    /// A URL beside channel_alias stays a URL: its short name may mean another channel.
    private func name(_ resolution: ChannelResolver.Resolution, isURL: Bool) -> String {
        if case .multichannel(let name) = resolution.rule { return name }
        guard let channel = resolution.channels.first else { return "<unknown>" }
        let aliases = [resolver.alias] + resolver.migratedAliases
        let location = channel.location ?? ""
        if isURL, !location.isEmpty, !aliases.contains(where: { $0.location == location }) { return channel.baseURL }
        return resolver.canonicalName(of: channel)
    }

    func decodedURL(ofPath path: String) -> String {
        PercentEncoding.decode(ChannelResolver.fileURL(resolver.absolutePath(path)))
    }

    /// The channel and platform of a package's file, and the file's name without its suffix.
    func file(_ url: String) throws(InvalidPackageSpec) -> (channel: String?, platform: String?, stem: String) {
        let found = try resolved(url)
        guard let channel = found.channels.first else { return (nil, nil, "") }
        let file = channel.packageFile ?? ""
        let suffix = [".conda", ".tar.bz2"].first { file.hasSuffix($0) } ?? ""
        return (resolver.canonicalName(of: channel), channel.platform, String(file.dropLast(suffix.count)))
    }
}
