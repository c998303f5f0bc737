import CommandLineKit
import CondaCredentials
import Condarc
import CondarcFiles
import HostPlatform
import LosslessYAML
import SecureFileStore

/// conda's configuration, as far as it decides about tokens.
struct CondarcReading {
    /// Most bytes of a configuration.
    private static let limit = 8 << 20

    let configuration: Configuration

    init(_ session: ToolSession, rootOption: String?) {
        let root = session.host.baseInstallation(rootOption: rootOption, store: session.files)?.path
        let files = session.files
        let host = session.host
        configuration = Configuration.load(
            SearchPath(host: host, root: root), host: host,
            files: StoredSourceFiles(store: files, limit: CondarcReading.limit),
            pathExists: { path in (try? files.metadata(host.expanded(path))) != nil })
    }

    /// The files of the search path that are there, weakest first.
    var paths: [String] {
        configuration.sources.compactMap { source in
            if case .file(let path) = source.kind { path } else { nil }
        }
    }

    /// What conda could not read, for warnings.
    var failures: [CondarcError] { configuration.failures }

    /// `add_anaconda_token`, true unless a source says otherwise.
    var addsAnacondaToken: Bool { value(of: "add_anaconda_token")?.value != .bool(false) }

    /// `channel_settings` in their merged order.
    var channelSettings: [ChannelSetting] {
        (value(of: "channel_settings")?.items ?? []).compactMap { item in
            let value = item.value
            guard case .string(let channel)? = value["channel"] else { return nil }
            return ChannelSetting(
                channel: channel, auth: value["auth"]?.string, authDomain: value["auth_domain"]?.string,
                credentialType: value["credential_type"]?.string.flatMap { TokenKind(rawValue: $0) },
                source: item.origin.description)
        }
    }

    private func value(of name: String) -> TracedValue? {
        ParameterTable.parameter(named: name).flatMap { try? configuration.value(of: $0) }
    }
}

extension YAMLValue {
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
