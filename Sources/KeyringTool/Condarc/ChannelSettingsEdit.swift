import Condarc
import LosslessYAML

/// Edits of `channel_settings` in one file.
struct ChannelSettingsEdit {
    static let place = NodePath([.key("channel_settings")])
    /// For messages.
    let path: String
    let document: YAMLDocument

    /// - Throws: where `channel_settings` is no list.
    func items() throws -> [YAMLNode] {
        guard let node = document.node(at: ChannelSettingsEdit.place)?.resolved, node.value != .null else { return [] }
        guard node.kind == .sequence else {
            throw CondarcError(.badType, "'\(ChannelSettingsEdit.place)' is no list", path: path, at: node.location)
        }
        return node.items
    }

    /// The last element for a channel or pattern.
    func index(of channel: String) throws -> Int? {
        try items().lastIndex { $0.value["channel"] == .string(channel) }
    }

    func appending(_ value: YAMLValue) throws -> YAMLDocument {
        try with(try items().indices.map { .existing($0) } + [.new(value)])
    }

    /// With another element before the one at the index.
    func inserting(_ value: YAMLValue, before index: Int) throws -> YAMLDocument {
        try with(try items().indices.flatMap { $0 == index ? [.new(value), .existing($0)] : [.existing($0)] })
    }

    /// With the element at the index behind all others.
    func movingToEnd(_ index: Int) throws -> YAMLDocument {
        try with((try items().indices.filter { $0 != index } + [index]).map { .existing($0) })
    }

    private func with(_ items: [SequenceItem]) throws -> YAMLDocument {
        try document.settingItems(items, at: ChannelSettingsEdit.place).document
    }
}
