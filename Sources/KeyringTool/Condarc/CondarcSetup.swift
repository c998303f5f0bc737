import CommandLineKit
import CondaCredentials
import CondaSession
import Condarc
import LosslessYAML
import TokenMigration

/// The lines of a `.condarc` by which conda takes its tokens for a host from the keyring.
///
/// A line alone is not enough: of all settings that mean a channel the last counts, and that is the one of the weakest
/// file. So a rival in another file is repeated before the own line, which conda then reads at that place alone.
struct CondarcSetup {
    /// The configuration file.
    let path: String
    /// The pattern for every channel of the host.
    let pattern: String
    /// The channels that `defaults` is to mean; nil to leave that.
    let defaultChannels: [String]?
    private let writer: ConfigurationWriter
    /// What would decide about the host's channels, were this the file's content.
    private let deciding: ([UInt8]) -> TracedValue?

    /// - Parameters:
    ///   - host: with its port.
    ///   - setsDefaultChannels: whether `defaults` is to mean the premium channels.
    init(
        path: String, _ session: ToolSession, _ invocation: Invocation, host: String = AnacondaDomains.premiumHost,
        setsDefaultChannels: Bool = false
    ) {
        self.path = path
        writer = ConfigurationWriter(invocation, session.machine)
        pattern = "https://\(host)/*"
        // The active ones of conda-token.
        let site = session.site
        defaultChannels = setsDefaultChannels ? WellKnownChannels.defaults.map { site.url + $0 } : nil
        let condarc = Once { CondarcReading(session) }
        deciding = { bytes in
            condarc.value.after([path: bytes]).decidingSetting(for: "https://\(host)/repo/main")
        }
    }

    /// - Parameter isRehearsal: true to find out what would change and write nothing.
    func apply(isRehearsal: Bool) throws -> StoreChange {
        try writer.rewrite(path, isRehearsal: isRehearsal, warn: warnings, edited)
    }

    /// What keeps the file from being followed.
    private func warnings(_ bytes: [UInt8]) -> [String] {
        let decides = deciding(bytes)
        if decides.map(isOurs) == true { return [] }
        let rival = decides.map { "\($0.origin.description) decides" } ?? "conda does not read that file"
        return ["\(path) does not make conda use the keyring for \(pattern): \(rival)"]
    }

    private func edited(_ document: YAMLDocument) throws -> YAMLDocument {
        try document.checkIsConfiguration()
        var editor = try CondarcEditor(try effective(try withHandler(document)).bytes)
        if let defaultChannels { try editor.setItems("default_channels", to: defaultChannels) }
        return editor.document
    }

    private func withHandler(_ document: YAMLDocument) throws -> YAMLDocument {
        let edit = ChannelSettingsEdit(path: path, document: document)
        guard let index = try edit.index(of: pattern) else {
            return try edit.appending(["channel": .string(pattern), "auth": .string(AuthHandlerName.anacondas)])
        }
        if try edit.items()[index].value["auth"] == .string(AuthHandlerName.anacondas) { return document }
        let auth = NodePath([.key("channel_settings"), .index(index), .key("auth")])
        return try document.setting(.string(AuthHandlerName.anacondas), at: auth).document
    }

    /// The file with what it takes for its own setting to be the one that counts.
    private func effective(_ document: YAMLDocument) throws -> YAMLDocument {
        var document = document
        // Each round settles one rival; the bound is for files that fight each other.
        for _ in 0..<8 {
            guard let rival = deciding(document.bytes), !isOurs(rival) else { return document }
            let edit = ChannelSettingsEdit(path: path, document: document)
            let items = try edit.items()
            guard let index = try edit.index(of: pattern) else { return document }
            if rival.origin.path == path {
                guard index < items.count - 1 else { return document }
                document = try edit.movingToEnd(index)
            } else {
                // Repeated already, and still it decides: flags keep it there.
                guard !items[..<index].contains(where: { $0.value == rival.value }) else { return document }
                document = try edit.inserting(rival.value, before: index)
            }
        }
        return document
    }

    private func isOurs(_ setting: TracedValue) -> Bool {
        setting.entry("auth")?.value.text == AuthHandlerName.anacondas
    }
}
