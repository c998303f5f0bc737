import CommandLineKit
import CondaCredentials
import Condarc
import LosslessYAML
import SecureFileStore
import TokenMigration

/// The lines of a `.condarc` by which conda takes its tokens for the premium channels from the keyring.
struct CondarcSetup {
    static let pattern = "https://repo.anaconda.cloud/*"
    static let handler = "anaconda-auth"

    /// The configuration file.
    let path: String
    let files: FileStore
    /// The channels that `defaults` is to mean; nil to leave that.
    let defaultChannels: [String]?

    /// - Parameter site: where the premium channels are.
    init(path: String, files: FileStore, site: RepoSite, setsDefaultChannels: Bool) {
        self.path = path
        self.files = files
        // The active ones of conda-token.
        defaultChannels = setsDefaultChannels ? ["main", "r", "msys2"].map { site.url + $0 } : nil
    }

    /// - Parameter writing: false to find out what would change and write nothing.
    func apply(writing: Bool) throws -> StoreChange {
        do {
            if writing {
                let update = try files.update(path, policy: .ordinary) { try edited($0.bytes) }
                return change(update.before.bytes, update.after, warnings: update.warnings)
            }
            let before = try files.snapshot(path).bytes
            return change(before, try edited(before))
        } catch {
            throw CommandError(of: error, path: path) ?? error
        }
    }

    private func change(_ before: [UInt8], _ after: [UInt8], warnings: [String] = []) -> StoreChange {
        StoreChange(
            changed: before != after, path: path, before: Redactor.redact(String(decoding: before, as: UTF8.self)),
            after: Redactor.redact(String(decoding: after, as: UTF8.self)), warnings: warnings)
    }

    private func edited(_ bytes: [UInt8]) throws -> [UInt8] {
        let document = try YAMLDocument(bytes)
        try document.checkIsConfiguration()
        var editor = try CondarcEditor(try withHandler(document).bytes)
        if let defaultChannels { try editor.setItems("default_channels", to: defaultChannels) }
        return editor.document.bytes
    }

    private func withHandler(_ document: YAMLDocument) throws -> YAMLDocument {
        let place = NodePath([.key("channel_settings")])
        let items = try items(at: place, in: document)
        guard let index = items.lastIndex(where: { $0.value["channel"] == .string(CondarcSetup.pattern) }) else {
            let new: YAMLValue = ["channel": .string(CondarcSetup.pattern), "auth": .string(CondarcSetup.handler)]
            return try document.settingItems(
                items.indices.map { .existing($0) } + [.new(new)], at: place
            ).document
        }
        if items[index].value["auth"] == .string(CondarcSetup.handler) { return document }
        let auth = NodePath([.key("channel_settings"), .index(index), .key("auth")])
        return try document.setting(.string(CondarcSetup.handler), at: auth).document
    }

    private func items(at place: NodePath, in document: YAMLDocument) throws -> [YAMLNode] {
        guard let node = document.node(at: place)?.resolved, node.value != .null else { return [] }
        guard node.kind == .sequence else {
            let location = node.location
            throw CondarcError(
                .badType, "'\(place)' is no list", path: path, line: location.line, column: location.column)
        }
        return node.items
    }
}
