import CommandLineKit
import CondaCredentials
import Condarc
import HostPlatform
import LosslessYAML
import SecureFileStore

/// conda's configuration, as far as it decides about tokens.
struct CondarcReading {
    let configuration: Configuration

    init(_ session: ToolSession, rootOption: String?) {
        let root = session.host.baseInstallation(rootOption: rootOption, store: session.files)?.path
        let files = session.files
        let host = session.host
        configuration = Configuration.load(
            SearchPath(host: host, root: root), host: host, files: DiskFiles(store: files),
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

/// The disk as the search path sees it.
private struct DiskFiles: SourceFiles {
    let store: FileStore
    /// Most bytes of a configuration.
    private static let limit = 8 << 20

    func kind(of path: String) -> SourceFileKind {
        do throws(FileError) {
            switch try store.metadata(path)?.kind {
            case nil: return .none
            case .file?: return .file
            case .directory?: return .directory
            default: return .other
            }
        } catch {
            return .none
        }
    }

    func names(in directory: String) -> [String]? { try? store.list(directory) }

    func bytes(of path: String) throws(CondarcError) -> [UInt8] {
        do throws(FileError) {
            if kind(of: path) == .directory { _ = try store.list(path) }
            return try store.snapshot(path, limit: DiskFiles.limit).bytes
        } catch {
            throw CondarcError(.unreadable, error.message, path: path, hint: error.hint)
        }
    }
}
