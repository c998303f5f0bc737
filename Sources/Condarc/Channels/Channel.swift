package import CondaURL

/// A place that packages come from.
///
/// Source: conda.models.channel, `Channel`.
package struct Channel: Hashable, Sendable {
    package var scheme: String?
    /// `user:password`: a secret.
    package var auth: String?
    package var location: String?
    /// A secret.
    package var token: String?
    package var name = ""
    package var platform: String?
    package var packageFile: String?
    /// Whether a part of a token or password is left in the location, with nothing beside it that tells; and in the name.
    var hasSecretLocation = false
    var hasSecretName = false
    /// Why conda stops at the text that it was made of.
    package var problem: URLParts.Problem?

    /// Without credentials and platform.
    package var baseURL: String { (scheme ?? "None") + "://" + URLText.join(location ?? "", name) }

    /// Whether it must not be shown as it is.
    package var hasSecret: Bool { hasSecretLocation || hasSecretName }

    /// The channel as it may be shown.
    package var shown: Channel {
        var channel = self
        if hasSecretLocation { channel.location = "…" }
        if hasSecretName { channel.name = "…" }
        return channel
    }

    /// What conda prints for it.
    package var text: String { platform.map { URLText.join(baseURL, $0) } ?? baseURL }

    /// The channel that a URL without a name is, as conda cuts it for a channel alias.
    ///
    /// Source: conda.common.url, `split_scheme_auth_token`.
    static func alias(_ text: String) -> Channel {
        guard !text.isEmpty else { return Channel() }
        let (url, token) = URLText.splitToken(text)
        let parts = URLParts(url)
        var channel = Channel(scheme: parts.scheme, auth: parts.auth, location: parts.location, token: token)
        channel.problem = parts.problem
        channel.hasSecretLocation = URLText.leavesTokenBehind(text) || URLComplaint.login(in: text) != nil
        return channel
    }

    /// A channel as a list or map of channels defines it: a URL, or a name behind the alias.
    ///
    /// Source: conda.models.channel, `Channel.make_simple_channel`.
    static func simple(_ text: String, name: String? = nil, alias: Channel) -> Channel {
        let found = Self.alias(text)
        let isURL = found.scheme.map { !$0.isEmpty } ?? false
        guard isURL, let location = found.location else {
            var channel = alias
            channel.problem = found.problem ?? alias.problem
            channel.name = name.map(URLText.stripped).flatMap { $0.isEmpty ? nil : $0 } ?? URLText.stripped(text)
            return channel
        }
        var channel = found
        if let name, !name.isEmpty {
            channel.name = URLText.stripped(name)
            return channel
        }
        channel.hasSecretName = found.hasSecretLocation
        if let base = alias.location, !base.isEmpty, location.hasPrefix(base) {
            channel.location = base
            channel.name = URLText.stripped(URLText.removingFirst(base, from: location))
        } else {
            // It stands without the brackets of an IPv6 address there.
            let parts = URLParts(location)
            channel.problem = channel.problem ?? parts.problem
            channel.location = URLParts.text(host: parts.hostname, port: parts.port)
            channel.name = URLText.stripped(parts.path)
        }
        return channel
    }
}
