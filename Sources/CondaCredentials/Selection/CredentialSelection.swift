import CondaURL
import HostPlatform
package import SecureFileStore

/// Decides which credential conda sends to a channel: the rules of conda, and of the version of anaconda-auth that its
/// base installation has.
///
/// What conda's configuration makes of the channel is handed in as a `ChannelRequest`; stores and settings are read
/// when a rule asks for them, once each.
package struct CredentialSelection {
    /// What `add_anaconda_token` says.
    package enum TokenAdding: Sendable {
        case on
        case off(by: String)
        /// A value that conda stops at where it looks at it.
        case unreadable(String)
    }

    /// Everything that has a say.
    package struct Inputs {
        let host: Host
        let client: AuthClient
        /// In conda's merged order.
        let channelSettings: [ChannelSetting]
        let tokenAdding: TokenAdding
        /// The setting that keeps plug-ins away from conda; nil where none does.
        var pluginsAreOffBy: String?
        let settings: (_ domain: String?) -> AnacondaSettings
        let keyring: () -> KeyringLookup
        let condaTokens: () -> Result<CondaTokenListing, CondaTokenListing.Unreadable>
        let netrc: SettingFiles
    }

    typealias Credential = CredentialChoice.Credential

    /// What a way of looking ends in.
    struct Found {
        var rule: CredentialChoice.Rule = .none
        var credential: Credential?
        var also: Credential?
        var retry: Credential?
        var aborts: String?
    }

    let request: ChannelRequest
    let inputs: Inputs
    var considered: [CredentialChoice.Considered] = []
    var handler: CredentialChoice.Handler?

    /// - Parameter stop: why conda stops before it comes to the request, as its configuration has it.
    package static func choose(
        for request: ChannelRequest, _ inputs: Inputs, stop: String? = nil
    ) -> CredentialChoice {
        var selection = CredentialSelection(request: request, inputs: inputs)
        var found = stop.map { Found(aborts: $0) } ?? selection.decide()
        if let aborts = found.aborts { found = Found(rule: .aborted, aborts: aborts) }
        return CredentialChoice(
            url: request.shown, canonicalName: request.shownName, rule: found.rule, credential: found.credential,
            also: found.also, retry: found.retry, aborts: found.aborts, handler: selection.handler,
            client: inputs.client, considered: selection.considered)
    }

    mutating func note(_ place: String, _ result: String) {
        considered.append(CredentialChoice.Considered(place: place, result: result))
    }

    private mutating func decide() -> Found {
        guard request.scheme == "https" || request.scheme == "http" else {
            note("the channel's URL", "no server is asked for \(request.scheme):")
            return Found()
        }
        if let problem = request.hostProblem { return Found(aborts: problem) }
        let settings = channelSettings
        let setting: ChannelSetting?
        do throws(ChannelSetting.Unreadable) {
            setting = try ChannelSetting.decidingIndex(in: settings, for: request).map { settings[$0] }
        } catch { return stopped(by: error) }
        guard let setting else {
            note("channel_settings", settings.isEmpty ? "none" : "none of \(settings.count) means this channel")
            return withoutHandler()
        }
        let place = "channel_settings (\(setting.source))"
        guard let name = setting.handler else {
            note(place, "'\(shown(setting))' means this channel and names no handler")
            return withoutHandler()
        }
        if let off = inputs.pluginsAreOffBy {
            note(place, "names \(MisplacedToken.shown(name)), but plug-ins are off (\(off))")
            return withoutHandler()
        }
        guard name == "anaconda-auth" else {
            // A name that nobody knows is as none; only anaconda-auth is known here.
            let name = MisplacedToken.shown(name)
            note(place, "names \(name), which is not known here: without that plug-in it is as if none were named")
            handler = CredentialChoice.Handler(name: name, source: setting.source)
            var found = withoutHandler()
            if found.credential == nil, found.aborts == nil { found.rule = .otherHandler }
            return found
        }
        guard let rules = inputs.client.rules else {
            note(place, "names anaconda-auth, which the base installation does not have")
            return withoutHandler()
        }
        note(place, "'\(shown(setting))' means this channel: anaconda-auth")
        handler = CredentialChoice.Handler(name: name, source: setting.source)
        return withHandler(rules, settings)
    }

    /// A version that gives itself hosts adds them to the settings.
    private var channelSettings: [ChannelSetting] {
        guard let rules = inputs.client.rules, rules.isDefault, inputs.pluginsAreOffBy == nil else {
            return inputs.channelSettings
        }
        let starts = (rules.anacondaHosts + inputs.settings(nil).siteDomains).map { "https://\($0)/" }
        var settings = inputs.channelSettings.map { setting in
            guard setting.auth == nil, starts.contains(where: setting.channel.hasPrefix) else { return setting }
            return ChannelSetting(channel: setting.channel, auth: "anaconda-auth", source: setting.source)
        }
        for start in starts where !inputs.channelSettings.contains(where: { $0.channel == start + "*" }) {
            settings.append(
                ChannelSetting(channel: start + "*", auth: "anaconda-auth", source: "anaconda-auth's own default"))
        }
        return settings
    }

    func stopped(by error: ChannelSetting.Unreadable) -> Found {
        Found(aborts: "the setting for '\(shown(error.setting))' \(error.reason) (\(error.setting.source))")
    }

    private func shown(_ setting: ChannelSetting) -> String { ChannelURL.shown(setting.channel) }
}

extension CredentialSelection.Inputs {
    /// - Parameters:
    ///   - read: files of stores that need not be opened again.
    ///   - storing: further conda-token files, as if they were there.
    ///   - first: whether the directory lists those before the others.
    package init(
        _ site: StoreSite, client: AuthClient, channelSettings: [ChannelSetting],
        tokenAdding: CredentialSelection.TokenAdding, pluginsAreOffBy: String?, read: [FileSnapshot],
        storing: [(url: String, token: Secret)], first: Bool
    ) {
        let settingFiles = site.files.settingFiles
        let keyring = Once { KeyringLookup.current(site, read: read) }
        let condaTokens = Once {
            Result { () throws(CondaTokenListing.Unreadable) in
                let directory = site.places.condaTokens.path
                return try CondaTokenListing(directory: directory, files: site.files, read: read)
                    .adding(storing, first: first)
            }
        }
        self.init(
            host: site.host, client: client, channelSettings: channelSettings, tokenAdding: tokenAdding,
            pluginsAreOffBy: pluginsAreOffBy,
            settings: { domain in
                guard let domain else { return site.places.settings }
                return AnacondaSettings(host: site.host, files: settingFiles, domain: domain)
            },
            keyring: { keyring.value }, condaTokens: { condaTokens.value }, netrc: settingFiles)
    }
}

// MARK: Without a handler

extension CredentialSelection {
    mutating func withoutHandler() -> Found {
        let inURL: Found
        if let token = request.token {
            inURL = ownToken(token)
        } else {
            switch inputs.tokenAdding {
            case .on: inURL = fromCondaTokensByPrefix()
            case .unreadable(let reason): inURL = Found(aborts: reason)
            case .off(let source):
                note("add_anaconda_token", "false: conda adds no token (\(source))")
                inURL = Found()
            }
        }
        if inURL.aborts != nil { return inURL }
        let header = inHeader()
        if header.aborts != nil || header.credential != nil {
            return Found(
                rule: header.rule, credential: header.credential, also: inURL.credential, aborts: header.aborts)
        }
        return inURL
    }

    /// The token that the URL holds.
    func ownToken(_ token: Secret) -> Found {
        Found(
            rule: .url,
            credential: Credential(secret: token, kind: nil, transport: .path, place: request.addedBy ?? "URL"))
    }

    private mutating func fromCondaTokensByPrefix() -> Found {
        switch inputs.condaTokens() {
        case .failure(let error):
            return Found(aborts: "\(TokenPlaces.shown(path: error.path)): \(error.reason)")
        case .success(let listing):
            let match = request.urlWithoutToken.withRevealed { url in listing.first(startOf: url) }
            guard let match else {
                note(listing.directory, "none of \(listing.count) stored URLs is the start of this one")
                return Found()
            }
            let (place, shown) = (match.place, match.shownURL)
            if match.token.isEmpty {
                note(place, "its URL is the start of this one, but the file is empty: nothing is added")
                return Found()
            }
            note(place, "the URL begins with \(shown.isEmpty ? "its empty one" : shown): used")
            // In a URL, line breaks go.
            let token = match.token.withRevealed { text in
                Secret(
                    String(text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }.map(Character.init)))
            }
            return Found(rule: .condaTokenPrefix, credential: match.credential(token, sentAs: .path))
        }
    }

    /// User and password, of the URL or else of a netrc file.
    private mutating func inHeader() -> Found {
        if let (user, password) = request.userAndPassword {
            note("the channel's URL", "holds user and password: used")
            return Found(
                rule: .url,
                credential: Credential(
                    secret: password, kind: nil, transport: .basic, place: request.addedBy ?? "URL", user: user))
        }
        guard let path = netrcPath else { return Found() }
        guard case .bytes(let bytes) = inputs.netrc.read(path) else {
            note(path, "cannot be read: left out")
            return Found()
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return Found(aborts: "\(path): not UTF-8 text")
        }
        do throws(Netrc.Damage) {
            guard let entry = try Netrc(text).entry(forHost: request.hostname.lowercased()),
                !entry.login.isEmpty || !entry.account.isEmpty || !entry.password.isEmpty
            else {
                note(path, "no entry for \(request.hostname)")
                return Found()
            }
            note(path, "line \(entry.line): used")
            return Found(
                rule: .netrc,
                credential: Credential(
                    secret: entry.password, kind: nil, transport: .basic, place: path, line: entry.line,
                    user: entry.login.isEmpty ? entry.account : entry.login))
        } catch {
            note(path, "damaged at line \(error.line): left out")
            return Found()
        }
    }

    /// The first that is there.
    private var netrcPath: String? {
        let host = inputs.host
        let names = host.environment["NETRC"].map { [$0] } ?? ["~/.netrc", "~/_netrc"]
        return names.map { host.absolute(host.expandingHome($0)) }.first { path in
            if case .missing = inputs.netrc.read(path) { false } else { true }
        }
    }
}
