package import CondaURL

/// Turns channel names and URLs into channels, by the settings of one configuration.
///
/// Source: conda.models.channel.
package struct ChannelResolver: Sendable {
    package let alias: Channel
    package let migratedAliases: [Channel]
    /// In order; `local` is the last.
    package let multichannels: [(name: String, channels: [Channel])]
    /// In order; those of the multichannels first.
    package let customChannels: [(name: String, channel: Channel)]
    package let migratedCustomChannels: [(name: String, location: String)]
    /// The platforms that a URL may name.
    package let knownPlatforms: [String]
    /// Makes a path absolute, `~` included.
    let absolutePath: @Sendable (String) -> String
    private let multichannelPlaces: [String: Int]
    /// The first multichannel that holds a channel of that name.
    let holders: [String: Int]
    private let customPlaces: [String: Int]
    /// Whether conda stops at nothing in these settings, so that only what is written in a channel can make it stop.
    private let isSound: Bool
    /// Places in the lists, the longest names first: the order in which conda compares URLs with them.
    private let customByLength: [Int]
    private let migratedByLength: [Int]

    init(
        alias: Channel, migratedAliases: [Channel], multichannels: [(name: String, channels: [Channel])],
        customChannels: [(name: String, channel: Channel)],
        migratedCustomChannels: [(name: String, location: String)], knownPlatforms: [String],
        absolutePath: @escaping @Sendable (String) -> String
    ) {
        self.alias = alias
        self.migratedAliases = migratedAliases
        self.multichannels = multichannels
        self.customChannels = customChannels
        self.migratedCustomChannels = migratedCustomChannels
        self.knownPlatforms = knownPlatforms
        self.absolutePath = absolutePath
        multichannelPlaces = Dictionary(multichannels.enumerated().map { ($1.name, $0) }) { first, _ in first }
        holders = Dictionary(
            multichannels.enumerated().flatMap { place, one in one.channels.map { ($0.name, place) } }
        ) { first, _ in first }
        customPlaces = Dictionary(customChannels.enumerated().map { ($1.name, $0) }) { $1 }
        customByLength = Self.byLength(customChannels.map(\.name))
        migratedByLength = Self.byLength(migratedCustomChannels.map(\.name))
        let channels = [alias] + multichannels.flatMap(\.channels) + customChannels.map(\.channel)
        isSound =
            migratedCustomChannels.isEmpty
            && channels.allSatisfy { $0.problem == nil && !$0.name.utf8.contains(UInt8(ascii: "%")) }
    }

    private static func byLength(_ names: [String]) -> [Int] {
        let lengths = names.map(\.unicodeScalars.count)
        return names.indices.sorted { lengths[$0] > lengths[$1] }
    }

    /// Which setting made a name or URL what it is.
    package enum Rule: Hashable, Sendable {
        case multichannel(String)
        case customChannel(String)
        case channelAlias
        case migratedCustomChannel(String)
        case migratedAlias(String)
        /// The URL as it stands.
        case url
        /// A path on this machine.
        case path
        /// `<unknown>` and `None`, which stand for no channel.
        case unknown
    }

    /// What a name or URL stands for.
    package struct Resolution: Sendable {
        package let rule: Rule
        package let channels: [Channel]

        package var baseURLs: [String] { channels.map(\.baseURL) }

        /// Why conda stops at it; nil where it does not.
        package var problem: URLParts.Problem? { channels.lazy.compactMap(\.problem).first }
    }

    /// Why conda stops at an item of `channels`; nil where it does not.
    func problem(with value: String) -> URLParts.Problem? {
        isSound && Self.isPlain(value) ? nil : resolve(value).problem
    }

    /// Whether a name or URL consists of letters, digits and the like, so that it has no port, brackets or percent signs.
    private static func isPlain(_ value: String) -> Bool {
        var value = value
        return value.withUTF8 { bytes in
            guard let first = bytes.first, first.isLetterOrDigit else { return false }
            var start = 0
            while start < bytes.count, bytes[start].isLetterOrDigit { start += 1 }
            if start < bytes.count, bytes[start] == UInt8(ascii: ":") {
                guard start + 2 < bytes.count, bytes[start + 1] == slash, bytes[start + 2] == slash else {
                    return false
                }
                start += 3
            }
            return bytes[start...].allSatisfy { $0.isOfName || $0 == UInt8(ascii: ".") || $0 == slash }
        }
    }

    private static let slash = UInt8(ascii: "/")

    static let namesOfNone = ["<unknown>", "None:///<unknown>", "None"]

    /// What conda makes of an item of `channels`.
    ///
    /// Source: conda.models.channel, `Channel.from_value`.
    package func resolve(_ value: String) -> Resolution {
        if Self.namesOfNone.contains(value) { return Resolution(rule: .unknown, channels: []) }
        if URLParts.hasScheme(value) { return resolve(url: value) }
        if Self.isPath(value) {
            let found = resolve(url: Self.fileURL(absolutePath(value)))
            return Resolution(rule: found.rule == .url ? .path : found.rule, channels: found.channels)
        }
        if Self.isPackageFile(value) { return resolve(url: value) }
        let (name, platform) = URLText.splitPlatform(value, known: knownPlatforms)
        if let place = multichannelPlaces[name] {
            let channels = multichannels[place].channels.map { channel in
                var channel = channel
                if let platform { channel.platform = platform }
                return channel
            }
            return Resolution(rule: .multichannel(name), channels: channels)
        }
        return resolve(name: name, platform: platform)
    }

    /// Source: conda.models.channel, `_get_channel_for_name`.
    private func resolve(name: String, platform: String?) -> Resolution {
        // The name, then ever less of it, up to each of its slashes.
        var end: String.Index? = name.endIndex
        while let last = end {
            let part = String(name[..<last])
            if let place = customPlaces[part] {
                var channel = customChannels[place].channel
                channel.name = name
                if let platform { channel.platform = platform }
                return Resolution(rule: .customChannel(part), channels: [channel])
            }
            end = name.utf8[..<last].lastIndex(of: UInt8(ascii: "/"))
        }
        var channel = alias
        channel.name = name
        channel.platform = platform
        return Resolution(rule: .channelAlias, channels: [channel])
    }

    /// Source: conda.models.channel, `parse_conda_channel_url`.
    private func resolve(url: String) -> Resolution {
        let (withoutToken, token) = URLText.splitToken(url)
        var (cleaned, platform) = URLText.splitPlatform(withoutToken, known: knownPlatforms)
        var file: String?
        if Self.isPackageFile(cleaned) || Self.isIndexFile(cleaned),
            let slash = cleaned.utf8.lastIndex(of: UInt8(ascii: "/"))
        {
            file = String(cleaned[cleaned.utf8.index(after: slash)...])
            cleaned = String(cleaned[..<slash])
        }
        let parts = URLParts(cleaned)
        var (rule, channel) = place(of: parts)
        channel.scheme = channel.scheme.flatMap { $0.isEmpty ? nil : $0 } ?? "https"
        channel.auth = parts.auth ?? channel.auth
        channel.token = token.flatMap { $0.isEmpty ? nil : $0 } ?? channel.token
        channel.platform = platform
        if URLText.leavesTokenBehind(url) || URLComplaint.login(in: url) != nil
            || parts.hostname == nil && !SecretScanner.secrets(in: url.utf8, as: .value).isEmpty
        {
            (channel.hasSecretLocation, channel.hasSecretName) = (true, true)
        }
        channel.problem = parts.problem ?? formerProblem(for: parts)
        if let name = PercentEncoding.decodeStrictly(channel.name),
            let file = PercentEncoding.decodeStrictly(file ?? "")
        {
            channel.name = name
            channel.packageFile = file.isEmpty ? nil : file
        } else {
            channel.problem = channel.problem ?? .percent
        }
        return Resolution(rule: rule, channels: [channel])
    }

    /// A URL with a path is compared with every former custom channel, and so conda stops at a bad one.
    private func formerProblem(for url: URLParts) -> URLParts.Problem? {
        let path = URLText.rightStripped(url.path)
        guard !path.isEmpty, !migratedCustomChannels.isEmpty else { return nil }
        // For the comparison it reads host and port anew, an IPv6 address without its brackets.
        let again = URLParts(URLParts.text(host: url.hostname, port: url.port, path: path))
        if let problem = again.problem { return problem }
        return migratedCustomChannels.lazy.compactMap { name, location in
            let former = Channel.alias(location)
            return former.problem ?? URLParts(URLText.join(former.location ?? "", name)).problem
        }.first
    }

    /// Source: conda.models.channel, `_read_channel_configuration`.
    private func place(of url: URLParts) -> (Rule, Channel) {
        let path = URLText.rightStripped(url.path)
        let text = URLParts.text(host: url.hostname, port: url.port, path: path)
        if path.isEmpty { return (.url, Channel(scheme: url.scheme, location: URLText.rightStripped(text))) }
        for (name, location) in migratedByLength.lazy.map({ migratedCustomChannels[$0] }) {
            let former = URLText.join(Channel.alias(location).location ?? "", name)
            guard Self.urlStarts(text, with: former) else { continue }
            let subname = URLText.stripped(URLText.removingFirst(former, from: text))
            let found = resolve(name: URLText.join(name, subname), platform: nil)
            if let channel = found.channels.first { return (.migratedCustomChannel(name), channel) }
        }
        for former in migratedAliases {
            guard let location = former.location, text.hasPrefix(location) else { continue }
            var channel = alias
            channel.name = URLText.stripped(URLText.removingFirst(location, from: text))
            return (.migratedAlias(location), channel)
        }
        for (name, custom) in customByLength.lazy.map({ customChannels[$0] }) {
            let base = URLText.join(custom.location ?? "", custom.name)
            guard URLText.startsByPieces(text, with: base) else { continue }
            var channel = custom
            let subname = URLText.stripped(URLText.removingFirst(base, from: text))
            channel.name = URLText.join(custom.name, subname)
            channel.scheme = url.scheme
            return (.customChannel(name), channel)
        }
        if let location = alias.location, !location.isEmpty, URLText.startsByPieces(text, with: location) {
            var channel = alias
            channel.name = URLText.stripped(URLText.removingFirst(location, from: text))
            channel.scheme = url.scheme
            return (.channelAlias, channel)
        }
        if url.hostname == nil {
            var pieces = URLText.pieces(text)
            let name = pieces.removeLast()
            let location = pieces.joined(separator: "/")
            return (.url, Channel(scheme: "file", location: location.isEmpty ? "/" : location, name: name))
        }
        // A first name `conda` belongs to the location, for Anaconda's Enterprise Repository.
        var names = URLText.pieces(URLText.stripped(path))
        let bump = names.first == "conda" ? names.removeFirst() : nil
        let location = URLText.rightStripped(URLParts.text(host: url.hostname, port: url.port, path: bump))
        return (.url, Channel(scheme: url.scheme, location: location, name: names.joined(separator: "/")))
    }

    /// Source: conda.models.channel, `tokenized_conda_url_startswith`.
    private static func urlStarts(_ text: String, with start: String) -> Bool {
        let url = URLParts(text)
        let other = URLParts(start)
        guard url.hostname == other.hostname, url.port == other.port else { return false }
        func path(_ url: URLParts) -> String {
            let stripped = URLText.stripped(url.path)
            return stripped.isEmpty ? "/" : stripped
        }
        return URLText.startsByPieces(path(url), with: path(other))
    }

    /// Whether a text is the URL or path of a package's file.
    static func isPackageFile(_ text: String) -> Bool { text.hasSuffix(".conda") || text.hasSuffix(".tar.bz2") }

    /// Source: conda.base.constants, `KNOWN_REPODATA_EXTENSIONS`.
    private static func isIndexFile(_ text: String) -> Bool { text.hasSuffix(".json") || text.hasSuffix(".json.zst") }

    /// Source: conda.common.path, `is_path`.
    static func isPath(_ text: String) -> Bool {
        if text.contains("://") { return false }
        if ["./", "..", "~", "/", "\\\\"].contains(where: text.hasPrefix) { return true }
        let bytes = Array(text.utf8.prefix(3))
        return bytes.count == 3 && bytes[0].isLetter && bytes[1] == UInt8(ascii: ":")
            && (bytes[2] == UInt8(ascii: "/") || bytes[2] == UInt8(ascii: "\\"))
    }

    /// Source: conda.common.url, `path_to_url`.
    static func fileURL(_ path: String) -> String {
        let text = path.replacing("\\", with: "/")
        // Only where there is more than ASCII does conda encode anything, and then all that is not plain.
        if path.utf8.allSatisfy({ $0 < 0x80 }) {
            return (text.utf8.dropFirst().first == UInt8(ascii: ":") ? "file:///" : "file://") + text
        }
        return (text.hasPrefix("/") ? "file://" : "file:///")
            + PercentEncoding.encode(text.utf8, keeping: "!'()*-._/:")
    }
}

extension ChannelResolver {
    /// Names behind conda's own alias.
    static let withoutSettings = ChannelResolver(
        alias: .alias("https://conda.anaconda.org"), migratedAliases: [], multichannels: [], customChannels: [],
        migratedCustomChannels: [], knownPlatforms: [], absolutePath: { $0 })

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
