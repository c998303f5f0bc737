import CondaURL
import LosslessYAML

package enum ForbiddenDefaultsRule: CheckRule {
    package static let isOptional = true
    package static let standsApart = true
    package static let isOfTrust = true
    package static let documentation = RuleDocumentation(
        name: "forbidden-defaults", severity: .error, summary: "Anaconda's default channels, with --forbid-defaults",
        rationale: "For organizations that must not use them. It looks through channels, default_channels, "
            + "custom_channels, custom_multichannels and channel_alias for repo.anaconda.com and for the same channels on "
            + "anaconda.org. A file without channels is found too: older versions of conda (before 25.9) then take "
            + "`defaults`. The name `defaults` is let pass where default_channels leads elsewhere.",
        bad: "channels:\n  - conda-forge\n  - defaults\n", good: "channels:\n  - conda-forge\n",
        example: .forbiddingDefaults)

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for use in subject.channelUses {
            guard let channel = subject.channels(of: use).first(where: isAnacondas) else { continue }
            findings.add(
                Self.self, at: .init(use.value.origin),
                "\(use.parameter.name): '\(use.written)' leads to \(channel.shown.baseURL)",
                hint: use.written == "defaults"
                    ? "remove it, or set default_channels to channels of your own"
                    : "use another channel, such as conda-forge")
        }
        guard !subject.isPartOfWhole else { return }
        checkImplicit(subject.context, "the file sets no channels", &findings)
    }

    package static func checkWhole(_ whole: CheckedConfiguration, _ findings: inout FindingCollector) {
        checkImplicit(whole.effective, "no source sets any channels", &findings)
    }

    /// No channels at all, and a `defaults` that leads to Anaconda's.
    private static func checkImplicit(
        _ effective: EffectiveConfiguration, _ message: String, _ findings: inout FindingCollector
    ) {
        guard let channels = try? effective.value("channels"), channels.items?.isEmpty ?? true,
            let defaults = try? effective.channelResolver().multichannels.first(where: { $0.name == "defaults" }),
            defaults.channels.contains(where: isAnacondas)
        else { return }
        findings.add(
            Self.self, at: .whole, "\(message), and conda before 25.9 then uses 'defaults'",
            hint: "set channels, and default_channels to [] or to channels of your own")
    }

    static func isAnacondas(_ channel: Channel) -> Bool {
        let host = URLParts(channel.location ?? "").hostname ?? ""
        switch host {
        case "repo.anaconda.com", "repo.continuum.io": return true
        case "conda.anaconda.org", "anaconda.org", "api.anaconda.org":
            let names = URLText.join(channel.location ?? "", channel.name).split(separator: "/").dropFirst()
            return names.first.map { ["anaconda", "main", "r", "msys2", "free", "pkgs"].contains(String($0)) } ?? false
        default: return false
        }
    }
}
