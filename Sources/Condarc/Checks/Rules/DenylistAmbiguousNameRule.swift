import LosslessYAML

package enum DenylistAmbiguousNameRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "denylist-ambiguous-name", severity: .warning,
        summary: "a name in denylist_channels or allowlist_channels that stands for another channel than it seems",
        rationale:
            "`main`, `r` and the like are the names of Anaconda's own channels on repo.anaconda.com, but alone they stand for "
            + "channels behind channel_alias, such as https://conda.anaconda.org/main.",
        bad: "denylist_channels:\n  - main\n", good: "denylist_channels:\n  - pkgs/main\n")

    private static let names: Set<String> = ["main", "r", "msys2", "free", "pro", "archive", "mro", "mro-archive"]

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, _) in subject.known(of: .judgedChannel) {
            for item in setting.value.items ?? [] {
                guard let text = item.value.text, names.contains(text) else { continue }
                let resolution = subject.resolver.resolve(text)
                guard resolution.rule == .channelAlias, let url = resolution.channels.first?.shown.baseURL
                else { continue }
                findings.add(
                    Self.self, at: .init(item.origin), "\(setting.key): '\(text)' is \(url)",
                    hint: "write pkgs/\(text) for Anaconda's own channel, or the URL")
            }
        }
    }
}
