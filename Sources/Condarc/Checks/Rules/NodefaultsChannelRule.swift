import LosslessYAML

package enum NodefaultsChannelRule: CheckRule {
    package static let judgesNewValues = true
    package static let documentation = RuleDocumentation(
        name: "nodefaults-channel", severity: .warning, summary: "the channel nodefaults in a configuration file",
        rationale:
            "`nodefaults` means something in environment files alone. In a configuration file conda takes it for the name of "
            + "a channel, and keeps the others. What is not listed in `channels` is not used.",
        bad: "channels:\n  - conda-forge\n  - nodefaults\n", good: "channels:\n  - conda-forge\n",
        fix: "removes the item")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, _) in subject.known("channels", "default_channels") {
            for (index, item) in (setting.value.items ?? []).enumerated() where item.value == "nodefaults" {
                findings.add(
                    Self.self, at: .init(item.origin),
                    "\(setting.key): nodefaults is the name of a channel here, and hides none",
                    hint: "remove it, and list only the channels to use",
                    fix: subject.document == nil ? nil : .removeItem(index, of: [.key(setting.key)]))
            }
        }
    }
}
