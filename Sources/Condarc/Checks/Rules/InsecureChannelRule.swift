import CondaURL
import LosslessYAML

package enum InsecureChannelRule: CheckRule {
    package static let isOfTrust = true
    package static let documentation = RuleDocumentation(
        name: "insecure-channel", severity: .warning, summary: "a channel that is fetched without encryption",
        rationale:
            "What comes over http: can be read and replaced on its way, and packages run code. This machine itself "
            + "(localhost) is let pass.",
        bad: "channels:\n  - http://conda.example.org/stable\n",
        good: "channels:\n  - https://conda.example.org/stable\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, parameter) in subject.known(of: .channel, .channelLocation, .channelAlias) {
            setting.value.forEachText { text, origin in
                guard isInsecure(text) else { return }
                findings.add(
                    Self.self, at: .init(origin), "\(parameter.name): this channel is fetched without encryption",
                    hint: "write https:// if the server has it")
            }
        }
    }

    private static func isInsecure(_ text: String) -> Bool {
        guard text.utf8.prefix(7).lazy.map(\.lowercased).elementsEqual("http://".utf8) else { return false }
        let host = URLParts(text.lowercased()).hostname ?? ""
        let isAddress = host.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
        return host != "localhost" && !host.hasSuffix(".localhost") && !(isAddress && host.hasPrefix("127."))
            && host != "::1"
    }
}
