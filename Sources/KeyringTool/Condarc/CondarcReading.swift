import CommandLineKit
import CondaCredentials
import CondaSession
import Condarc
import LosslessYAML

/// conda's configuration, as far as it decides about tokens.
struct CondarcReading {
    let configuration: Configuration
    private let explainer: Once<Result<ChannelExplainer, CondarcProblems>>
    private let machine: Session
    private let root: String?
    private let files: SourceReadings

    init(_ session: ToolSession) {
        self.init(session.machine, root: session.root, SourceReadings(session.machine.sourceFiles))
    }

    private init(_ machine: Session, root: String?, _ files: SourceReadings) {
        (self.machine, self.root, self.files) = (machine, root, files)
        let effective = machine.configuration(SearchPath(host: machine.host, root: root), of: files, root: root)
        configuration = effective.configuration
        explainer = Once { Result { () throws(CondarcProblems) in try ChannelExplainer(effective) } }
    }

    /// The same with other contents of some files; the rest is not read again.
    ///
    /// - Parameter edits: by the paths that conda's search path has.
    func after(_ edits: [String: [UInt8]]) -> CondarcReading {
        CondarcReading(machine, root: root, SourceReadings(machine.sourceFiles, after: files, edits: edits))
    }

    /// What a file of it holds; nil where it cannot be read.
    func bytes(of path: String) -> [UInt8]? { try? files.bytes(of: path) }

    /// What `add_anaconda_token` says, which conda looks at only where it would add a token.
    var tokenAdding: CredentialSelection.TokenAdding {
        guard let parameter = ParameterTable.parameter(named: "add_anaconda_token") else { return .on }
        do throws(CondarcProblems) {
            let value = try configuration.value(of: parameter)
            return value.value == .bool(false) ? .off(by: value.origin.description) : .on
        } catch {
            return .unreadable(error.all.first.map { CommandError($0).text } ?? "add_anaconda_token")
        }
    }

    /// What sets a parameter to true; nil where it is not.
    func setter(ofTrue name: String) -> String? {
        value(of: name).flatMap { $0.value == .bool(true) ? $0.origin.description : nil }
    }

    /// The elements of `channel_settings` in their merged order.
    var channelSettingItems: [TracedValue] { value(of: "channel_settings")?.items ?? [] }

    /// The element of `channel_settings` that decides about a channel; nil where none means it.
    func decidingSetting(for url: String) -> TracedValue? {
        guard let request = try? requests(for: url).first?.request,
            let index = try? ChannelSetting.decidingIndex(in: channelSettings, for: request)
        else { return nil }
        return channelSettingItems[index]
    }

    /// `channel_settings` in their merged order.
    var channelSettings: [ChannelSetting] {
        channelSettingItems.map { item in
            func text(_ name: String) -> String? { item.entry(name)?.value.text }
            return ChannelSetting(
                channel: text("channel") ?? "", auth: text("auth"), authDomain: text("auth_domain"),
                credentialType: text("credential_type"), source: item.origin.description)
        }
    }

    /// The names and URLs of channels in it, each of which conda may be asked for.
    var channelTexts: [String] {
        func texts(_ value: YAMLValue?) -> [String] {
            switch value {
            case .string(let text): [text]
            case .sequence(let items): items.flatMap { texts($0) }
            case .mapping(let pairs): pairs.flatMap { texts($0.value) }
            default: []
            }
        }
        func values(of kind: TextKind) -> [YAMLValue] {
            ParameterTable.parameters(of: kind).compactMap { try? configuration.value(of: $0).value }
        }
        return values(of: .channel).flatMap { texts($0) }
            + values(of: .channelLocation).flatMap { $0.pairs?.compactMap(\.key.text) ?? [] }
    }

    /// The parameters that conda reads on its way to a channel's index: a bad value of another one stops it later, or never.
    ///
    /// Source: run, `conda search` with a bad value of each.
    private static let read: Set = [
        "allowlist_channels", "bld_path", "channel_alias", "channel_settings", "channels",
        "client_ssl_cert", "client_ssl_cert_key", "conda_build", "console", "croot", "custom_channels",
        "custom_multichannels", "debug", "default_channels", "default_threads", "denylist_channels", "exclude_newer",
        "exclude_newer_package", "force_32bit", "json", "migrated_channel_aliases", "migrated_custom_channels",
        "no_plugins", "offline", "override_channels_enabled", "pkgs_dirs", "preview", "proxy_servers", "quiet",
        "remote_backoff_factor", "remote_connect_timeout_secs", "remote_max_retries", "remote_read_timeout_secs",
        "repodata_threads", "repodata_use_shards", "repodata_use_zst", "root_prefix", "solver", "ssl_verify", "subdirs",
        "trace", "use_local", "use_only_tar_bz2", "verbosity",
    ]

    /// What conda stops at before it asks for anything; nil if it does not.
    var stopping: CondarcError? {
        configuration.failures.first { !$0.isPassedOver } ?? configuration.problems(of: Self.read.contains).first
    }

    /// Why conda stops before it asks for anything; nil if it does not.
    var stop: String? { stopping.map { CommandError($0).text } }

    /// What conda asks for where it wants a channel, given by its name or URL, and what it stops at there if it does.
    func requests(for text: String) throws(CondarcProblems) -> [(request: ChannelRequest, refusal: CondarcError?)] {
        let explanation = try explainer.value.get().explanation(of: text)
        let decision = explanation.decision.map { "\($0.parameter) (\($0.origin.description))" }
        return explanation.channels.map { account in
            let channel = account.channel
            let ownToken = if case .given = account.tokenSource { true } else { false }
            let ownAuth = text.utf8.contains(UInt8(ascii: "@"))
            let isAdded = (channel.token != nil && !ownToken) || (channel.auth != nil && !ownAuth)
            let request = ChannelRequest(
                canonicalName: account.canonicalName, scheme: channel.scheme ?? "https", auth: channel.auth,
                location: channel.location ?? "", token: channel.token, name: channel.name,
                addedBy: isAdded ? decision : nil, shownAs: channel.hasSecret ? channel.shown.baseURL : nil)
            func refusal(_ list: String, _ message: Sentence, _ origin: Origin) -> CondarcError {
                CondarcError(.channelNotAllowed, valueOf: list, message, from: origin)
            }
            return switch account.admission {
            case .allowed: (request, nil)
            case .denied(let origin): (request, refusal("denylist_channels", "the channel is on it", origin))
            case .notListed(let origin): (request, refusal("allowlist_channels", "the channel is not on it", origin))
            }
        }
    }

    private func value(of name: String) -> TracedValue? {
        ParameterTable.parameter(named: name).flatMap { try? configuration.value(of: $0) }
    }
}
