import LosslessYAML

package enum ForbiddenChannelRule: CheckRule {
    package static let isOptional = true
    package static let standsApart = true
    package static let isOfTrust = true
    package static let documentation = RuleDocumentation(
        name: "forbidden-channel", severity: .error, summary: "a channel that --forbid-channel names",
        rationale:
            "A pattern is a channel's name or URL with *, ? and […]. It is compared with what is written and with "
            + "what that becomes by channel_alias, custom_channels and custom_multichannels, and covers all that lies "
            + "below: labels of a channel, channels of a server.",
        bad: "channels:\n  - https://conda.anaconda.org/acme/label/dev\n", good: "channels:\n  - conda-forge\n",
        example: .forbidding("acme"))

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        guard !subject.options.forbiddenChannels.isEmpty else { return }
        for use in subject.channelUses {
            let channels = subject.channels(of: use)
            guard
                let pattern = subject.options.forbiddenChannels.first(where: {
                    $0.matches(use.written) || channels.contains(where: $0.matches)
                })
            else { continue }
            var message = "\(use.parameter.name): '\(use.written)' is forbidden"
            if !pattern.matches(use.written), let channel = channels.first(where: pattern.matches) {
                message += ": it stands for \(channel.shown.baseURL)"
            }
            findings.add(
                Self.self, at: .init(use.value.origin), message, hint: "forbidden by the pattern '\(pattern.text)'")
        }
    }
}
