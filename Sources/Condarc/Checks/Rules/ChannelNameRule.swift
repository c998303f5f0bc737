import CondaURL
import HostPlatform
import LosslessYAML

package enum ChannelNameRule: CheckRule {
    package static let judgesNewValues = true
    package static let documentation = RuleDocumentation(
        name: "invalid-channel-name", severity: .warning, summary: "an item that cannot be a channel",
        rationale:
            "No channel's name has a blank, a comma, a quote or a ':' in it, and no channel is a web page or one file: conda "
            + "asks a server for the whole text all the same. Most often these are several channels in one item.",
        bad: "channels:\n  - conda-forge, bioconda\n", good: "channels:\n  - conda-forge\n  - bioconda\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, _) in subject.known(of: .channel, .judgedChannel) {
            for item in setting.value.itemsWithin {
                guard let complaint = complaint(about: item, in: subject), !subject.isUnreadable(item) else { continue }
                findings.add(Self.self, at: .init(item.origin), decides: true, setting.key, complaint)
            }
        }
    }

    private static func complaint(about item: TracedValue, in subject: CheckSubject) -> Complaint? {
        guard let text = item.value.text else { return nil }
        // Of a URL it may be the password.
        if subject.isPartOfWhole, text.contains("$"), subject.context.host.expandingVariables(text) == text,
            text.utf8.allSatisfy({ $0.isOfName || "${}/.".utf8.contains($0) })
        {
            return Complaint(
                "a variable of '\(text)' is not set, and conda keeps its name",
                "set it where conda runs, or write its value")
        }
        // What another rule knows better.
        guard let complaint = ChannelName.complaint(about: text),
            ListItemSwallowedRule.dash(in: item, of: subject.document) == nil,
            complaint.isCertain || subject.isOfAnacondasServer(text)
        else { return nil }
        let isApart =
            text.contains(":") && !text.contains("::")
            && text.utf8.allSatisfy { $0.isOfName || $0 == UInt8(ascii: ":") }
        guard item.origin.path == nil, ChannelName.holdsSeveral(text) || isApart else { return complaint }
        let names = text.split { $0 == "," || $0 == ":" || $0.isWhitespace }.joined(separator: ",")
        return Complaint(complaint.message, "put a comma between two channels: \(names)")
    }
}

extension CheckSubject {
    /// Whether a name leads to anaconda.org: behind an alias of its own, a site may name channels as it likes.
    fileprivate func isOfAnacondasServer(_ text: String) -> Bool {
        let found = resolver.resolve(text)
        return found.rule == .channelAlias && found.baseURLs.first?.hasPrefix("https://conda.anaconda.org/") == true
    }
}
