package import LosslessYAML

/// A channel that a policy forbids, by name or URL, with `*`, `?` and `[…]`; what lies below it is meant, too.
///
/// `defaults` also forbids Anaconda's own channels by whatever name or URL: that is what the name stands for in conda.
package struct ForbiddenChannel: Sendable {
    package let pattern: ChannelPattern
    package let span: SourceSpan

    package var text: String { pattern.text }
    private var meansAnacondas: Bool { text == "defaults" }

    /// Whether it forbids a channel by what is written, or by one of those it stands for.
    func forbids(_ written: String, _ channels: [Channel]) -> Bool {
        pattern.matches(written) || channels.contains { meets($0) }
    }

    func meets(_ channel: Channel) -> Bool {
        pattern.matches(channel) || meansAnacondas && ForbiddenDefaultsRule.isAnacondas(channel)
    }

    /// Whether it forbids every channel behind an alias: the alias itself, or any name below it.
    func meetsAll(behind alias: Channel) -> Bool {
        // A name that no channel has, so that only patterns for all of them match.
        var below = alias
        below.name = "\u{1}"
        return meets(alias) || meets(below)
    }
}
