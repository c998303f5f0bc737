import CondaURL
import LosslessYAML

/// `invalid-channel-name`
package enum ChannelNameRule: CheckRule {
    package static let name = "invalid-channel-name"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "a channel's name with a blank or comma in it",
        rationale:
            "No channel has such a name: these are several channels in one item, and conda asks a server for the whole text.",
        bad: "channels:\n  - conda-forge, bioconda\n", good: "channels:\n  - conda-forge\n  - bioconda\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, parameter) in subject.known where ChannelName.lists.contains(parameter.name) {
            let lists = [setting.value] + (setting.value.entries ?? []).map(\.value)
            for item in lists.flatMap({ $0.items ?? [] }) {
                // ` - ` is what another rule knows better.
                guard let text = item.value.text, !text.contains(" - "), ChannelName.holdsSeveral(text) else {
                    continue
                }
                findings.add(
                    Self.self, at: .init(item.origin),
                    "\(parameter.name): \(Coercion.quoted(text)) is one item with a blank or comma in it",
                    hint: item.origin.path == nil
                        ? "put a comma between two channels: "
                            + text.split { $0 == "," || $0.isWhitespace }.joined(separator: ",")
                        : "write each channel as an item of its own")
            }
        }
    }
}

/// What can be the name of a channel.
package enum ChannelName {
    /// The parameters whose items name channels.
    package static let lists: Set<String> = [
        "channels", "default_channels", "custom_multichannels", "allowlist_channels", "denylist_channels",
    ]

    /// Whether a text that is no URL and no path has a blank or comma in it.
    package static func holdsSeveral(_ text: String) -> Bool {
        guard !URLParts.hasScheme(text), !["/", "~", ".", "\\"].contains(where: text.hasPrefix),
            text.utf8.dropFirst().first != UInt8(ascii: ":")
        else { return false }
        return text.unicodeScalars.contains { $0 == "," || $0.properties.isWhitespace }
    }
}
