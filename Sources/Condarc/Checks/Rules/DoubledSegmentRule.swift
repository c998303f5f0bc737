import CondaURL
import LosslessYAML

package enum DoubledSegmentRule: CheckRule {
    package static let judgesNewValues = true
    package static let documentation = RuleDocumentation(
        name: "doubled-path-segment", severity: .warning,
        summary: "a URL that holds the name of a channel already, which conda puts behind it",
        rationale:
            "conda puts the name of a channel behind the URL of its entry of custom_channels, else behind channel_alias, so "
            + "that it stands there twice.",
        bad: "custom_channels:\n  team: https://conda.example.org/team\n",
        good: "custom_channels:\n  team: https://conda.example.org\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, _) in subject.known("channel_alias") {
            guard let alias = setting.value.value.text.map(URLText.rightStripped), URLParts.hasScheme(alias),
                URLComplaint.complaint(aboutAlias: alias) == nil,
                let name = subject.known("channels").lazy.flatMap({ $0.setting.value.items ?? [] })
                    .compactMap(\.value.text).first(where: {
                        !$0.contains("/") && alias.hasSuffix("/" + $0)
                            && subject.resolver.resolve($0).rule == .channelAlias
                    })
            else { continue }
            findings.add(
                Self.self, at: .init(setting.value.origin),
                "channel_alias: conda looks for '\(name)' at …/\(name)/\(name)",
                hint: "take /\(name) off the end of the URL")
        }
        for (setting, _) in subject.known("custom_channels") {
            for entry in setting.value.entries ?? [] {
                guard let name = entry.key.text.map(URLText.stripped), !name.isEmpty,
                    let location = entry.value.value.text.map(URLText.rightStripped), URLParts.hasScheme(location),
                    location.hasSuffix("/" + name)
                else { continue }
                findings.add(
                    Self.self, at: .init(entry.value.origin),
                    "custom_channels: conda looks for '\(name)' at …/\(name)/\(name)",
                    hint: "take /\(name) off the end of the URL")
            }
        }
    }
}
