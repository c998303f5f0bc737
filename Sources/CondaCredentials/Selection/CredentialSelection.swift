package import CondaURL
import LosslessJSON

/// Finds the credential that conda would send to a channel, in conda's and anaconda-auth's order.
///
/// - Source: anaconda-auth's `AnacondaAuthHandler`, conda's `CondaHttpAuth.add_binstar_token`
package struct CredentialSelection {
    /// What a store holds, or why it cannot be read.
    package enum Reading: Sendable {
        case tokens([StoredToken])
        case failed(String)
    }

    /// A store as the handler sees it.
    package struct Source: Sendable {
        /// The path, or the setting that holds the whole keyring.
        package let place: String
        package let reading: Reading

        package init(place: String, reading: Reading) {
            self.place = place
            self.reading = reading
        }
    }

    package struct Inputs: Sendable {
        package var settings: AnacondaSettings
        package var keyring: Source
        package var condaTokens: Source
        /// conda's `channel_settings`, in their merged order.
        package var channelSettings: [ChannelSetting]
        package var addAnacondaToken: Bool

        package init(
            settings: AnacondaSettings, keyring: Source, condaTokens: Source, channelSettings: [ChannelSetting] = [],
            addAnacondaToken: Bool = true
        ) {
            self.settings = settings
            self.keyring = keyring
            self.condaTokens = condaTokens
            self.channelSettings = channelSettings
            self.addAnacondaToken = addAnacondaToken
        }
    }

    /// Hosts for which anaconda-auth is the handler without a setting, and whose tokens stand under `anaconda.com`.
    package static let anacondaHosts = ["repo.continuum.io", "repo.anaconda.com", "repo.anaconda.cloud"]

    private let url: ChannelURL
    private let inputs: Inputs
    private var considered: [CredentialChoice.Considered] = []

    package static func choose(for url: ChannelURL, _ inputs: Inputs) -> CredentialChoice {
        var selection = CredentialSelection(url: url, inputs: inputs)
        let (rule, credential) = selection.run()
        return CredentialChoice(
            url: url.redacted, credential: credential, rule: rule, considered: selection.considered)
    }

    private init(url: ChannelURL, inputs: Inputs) {
        self.url = url
        self.inputs = inputs
    }

    private typealias Found = (CredentialChoice.Rule, CredentialChoice.Credential?)

    private mutating func run() -> Found {
        let setting = ChannelSetting.last(in: inputs.channelSettings, for: url)
        if let setting {
            note("channel_settings", "'\(setting.channel)' applies (\(setting.source))")
        } else if !inputs.channelSettings.isEmpty {
            note("channel_settings", "none of \(inputs.channelSettings.count) applies")
        }
        let isAnacondaHost = CredentialSelection.anacondaHosts.contains(url.host)
        let handler = setting?.auth?.trimmingWhitespace() ?? ""
        if handler == "anaconda-auth" || (handler.isEmpty && isAnacondaHost) {
            note(
                "authentication handler",
                handler.isEmpty ? "anaconda-auth, the default of \(url.host)" : "anaconda-auth")
            return withHandler(setting)
        }
        if !handler.isEmpty {
            note("authentication handler", "\(handler): not known here")
            return (.otherHandler, nil)
        }
        note("authentication handler", "none")
        return withoutHandler()
    }

    private mutating func note(_ place: String, _ result: String) {
        considered.append(CredentialChoice.Considered(place: place, result: result))
    }
}

// MARK: With anaconda-auth's handler

extension CredentialSelection {
    private mutating func withHandler(_ setting: ChannelSetting?) -> Found {
        if url.hasSecret { note("the channel's URL", "holds a token or password, which conda sends as well") }
        let variable = "ANACONDA_AUTH_API_KEY"
        if let value = inputs.settings.values(of: .apiKey).first(where: { $0.origin.name == variable }),
            value.origin.kind == .environment, let key = value.string
        {
            note(variable, "set: used")
            return (
                .environmentAPIKey,
                .init(secret: Secret(key), kind: .apiKey, transport: .bearer, place: variable, stored: nil)
            )
        }
        note(variable, "not set")
        let isAnacondaHost = CredentialSelection.anacondaHosts.contains(url.host)
        let domain = setting?.authDomain ?? (isAnacondaHost ? KeyringFile.defaultDomain : url.host)
        let isUnified = inputs.settings[.useUnifiedRepoAPIKey]?.boolean == true
        let usual: TokenKind = url.host == "repo.anaconda.cloud" && !isUnified ? .repoToken : .apiKey
        let kind = setting?.credentialType ?? usual
        return fromKeyring(domain, kind) ?? fromCondaTokensByHost() ?? (.none, nil)
    }

    private mutating func fromKeyring(_ domain: String, _ kind: TokenKind) -> Found? {
        let place = "\(inputs.keyring.place): \(domain)"
        let tokens: [StoredToken]
        switch inputs.keyring.reading {
        case .failed(let reason):
            note(inputs.keyring.place, "cannot be read: \(reason)")
            return nil
        case .tokens(let all): tokens = all.filter { $0.domain?.isSameText(as: domain) == true }
        }
        if tokens.isEmpty {
            note(place, "no token")
            return nil
        }
        func found(_ rule: CredentialChoice.Rule, _ token: StoredToken) -> Found {
            let transport: CredentialChoice.Transport = token.kind == .apiKey ? .bearer : .token
            return (
                rule,
                .init(
                    secret: token.secret, kind: token.kind, transport: transport, place: inputs.keyring.place,
                    stored: token)
            )
        }
        if kind == .apiKey {
            if let key = tokens.first(where: { $0.kind == .apiKey }) {
                note(place, "API key: used")
                return found(.keyringAPIKey, key)
            }
            note(place, "no API key")
        }
        let repoTokens = tokens.filter { $0.kind == .repoToken }
        let org = organization
        if let token = repoTokens.first(where: { $0.org?.isSameText(as: org) == true }) {
            note(place, "repo token of \(org): used")
            return found(.keyringOrganization, token)
        }
        if !org.isEmpty { note(place, "no repo token of \(org)") }
        if let token = repoTokens.first {
            note(place, "first repo token\(token.org.map { ", of \($0)" } ?? ""): used")
            return found(.keyringFirst, token)
        }
        note(place, "no repo token")
        return nil
    }

    /// What stands in the path behind `/repo/`, up to the next slash; of any other path nothing.
    private var organization: String {
        let prefix = Array("/repo/".utf8)
        let path = Array(url.path.utf8)
        guard path.starts(with: prefix) else { return "" }
        return String(decoding: path[prefix.count...].prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    }

    private mutating func fromCondaTokensByHost() -> Found? {
        guard let tokens = condaTokens() else { return nil }
        for (stored, served) in tokens where ChannelURL(served)?.host == url.host {
            note(inputs.condaTokens.place, "\(shown(served)): the same host, used")
            return (
                .condaTokenHost,
                .init(
                    secret: stored.secret, kind: .repoToken, transport: .token, place: stored.shownPath, stored: stored)
            )
        }
        note(inputs.condaTokens.place, "no URL of the host \(url.host) among \(tokens.count)")
        return nil
    }

    private func shown(_ url: String) -> String { TokenAddress.url(url).shownURL ?? url }

    /// Every URL that a stored token serves, the stored ones before those that follow from them.
    private mutating func condaTokens() -> [(stored: StoredToken, served: String)]? {
        switch inputs.condaTokens.reading {
        case .failed(let reason):
            note(inputs.condaTokens.place, "cannot be read: \(reason)")
            return nil
        case .tokens(let tokens):
            return tokens.flatMap { token in
                [token.url, token.url.flatMap(CondaTokenFile.alsoServed(by:))].compactMap { $0.map { (token, $0) } }
            }
        }
    }
}

// MARK: Without a handler

extension CredentialSelection {
    private mutating func withoutHandler() -> Found {
        if let token = url.secretToken {
            note("the channel's URL", "holds a token: used")
            return (.url, .init(secret: token, kind: nil, transport: .path, place: "URL", stored: nil))
        }
        if let password = url.secretPassword {
            note("the channel's URL", "holds user and password: used")
            return (.url, .init(secret: password, kind: nil, transport: .basic, place: "URL", stored: nil))
        }
        guard inputs.addAnacondaToken else {
            note("add_anaconda_token", "false: conda adds no token")
            return (.none, nil)
        }
        guard let tokens = condaTokens() else { return (.none, nil) }
        let wanted = Array(url.withFinalSlash.utf8)
        for (stored, served) in tokens where wanted.starts(with: served.utf8) {
            note(inputs.condaTokens.place, "\(shown(served)): the URL begins with it, used")
            return (
                .condaTokenPrefix,
                .init(
                    secret: stored.secret, kind: .repoToken, transport: .path, place: stored.shownPath, stored: stored)
            )
        }
        note(inputs.condaTokens.place, "none of \(tokens.count) URLs is the start of this one")
        return (.none, nil)
    }
}
