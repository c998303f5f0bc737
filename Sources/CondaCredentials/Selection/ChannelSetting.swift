import CondaURL
import HostPlatform
import LosslessJSON

/// One element of conda's `channel_settings`.
package struct ChannelSetting: Sendable {
    /// A channel's name or URL, or a pattern with a scheme.
    package let channel: String
    /// Name of the handler, such as `anaconda-auth`.
    package let auth: String?
    package let authDomain: String?
    /// As it is written: only `api-key` and `repo-token` mean something.
    package let credentialType: String?
    /// For messages: the file, and the line if known.
    package let source: String

    package init(
        channel: String, auth: String?, authDomain: String? = nil, credentialType: String? = nil, source: String
    ) {
        self.channel = channel
        self.auth = auth
        self.authDomain = authDomain
        self.credentialType = credentialType
        self.source = source
    }

    /// The name of the handler as conda compares it; nil where there is none.
    package var handler: String? {
        let name = (auth ?? "").strippedAsPython
        return name.isEmpty ? nil : name.lowercased()
    }
}

// MARK: As conda matches

extension ChannelSetting {
    /// A setting that conda cannot read, at which it stops.
    package struct Unreadable: Error {
        let setting: ChannelSetting
        let reason: String
    }

    /// Where the element stands that decides about a request's handler: the last that names the channel or whose pattern
    /// fits.
    ///
    /// - Source: conda's `gateways.connection.session.get_session`
    package static func decidingIndex(
        in settings: [ChannelSetting], for request: ChannelRequest
    ) throws(Unreadable) -> Int? {
        var found: Int?
        for (index, setting) in settings.enumerated() where try setting.means(request) { found = index }
        return found
    }

    private func means(_ request: ChannelRequest) throws(Unreadable) -> Bool {
        if channel.isSameText(as: request.canonicalName) { return true }
        return try fits(request)
    }

    private func fits(_ request: ChannelRequest) throws(Unreadable) -> Bool {
        let url = URLParts(channel)
        try requireNoProblem(url.problem)
        guard url.scheme == request.scheme else { return false }
        guard let hostname = url.hostname else { throw Unreadable(setting: self, reason: "has no host") }
        let pattern = Wildcard(URLParts.text(host: hostname, port: url.port, path: url.path))
        return request.locationForSettings.withRevealed { pattern.matches($0) }
    }

    private func requireNoProblem(_ problem: URLParts.Problem?) throws(Unreadable) {
        switch problem {
        case .bracket: throw Unreadable(setting: self, reason: "has a bracket that is not of an IPv6 address")
        case .port: throw Unreadable(setting: self, reason: "has a port that is no number")
        case .percent, nil: break
        }
    }
}

// MARK: As anaconda-auth matches

extension ChannelSetting {
    /// The element whose `auth_domain` and `credential_type` anaconda-auth takes: it looks anew, by the channel's
    /// canonical name, and only if that is a URL.
    ///
    /// - Source: anaconda-auth's `_load_channel_settings`
    static func extras(
        in settings: [ChannelSetting], for canonicalName: String
    ) throws(Unreadable) -> ChannelSetting? {
        let url = URLParts(asPython: canonicalName.hasSuffix("/") ? canonicalName : canonicalName + "/")
        guard !url.scheme.isEmpty, !url.authority.isEmpty else { return nil }
        let location = url.authority + url.path
        var found: ChannelSetting?
        for setting in settings {
            if setting.channel.isSameText(as: canonicalName) {
                found = setting
                continue
            }
            let address = URLParts(asPython: setting.channel)
            // Nothing asks for its port.
            if address.problem == .bracket { try setting.requireNoProblem(.bracket) }
            guard address.scheme == url.scheme else { continue }
            if Wildcard(address.authority + address.path).matches(location) { found = setting }
        }
        return found
    }
}
