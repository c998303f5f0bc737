import LosslessYAML

package enum InsecureSSLRule: CheckRule {
    package static let isOfTrust = true
    package static let documentation = RuleDocumentation(
        name: "insecure-ssl", severity: .warning, summary: "ssl_verify is switched off",
        rationale:
            "Without it, anybody on the way to a channel can put other packages in, and packages run code. Where a "
            + "proxy has certificates of its own, name them instead of trusting everybody.",
        bad: "ssl_verify: false\n", good: "ssl_verify: truststore\n")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, _) in subject.known("ssl_verify") {
            guard let typed = try? Coercion.typed(setting.value.value, as: .stringOrBool), typed == false else {
                continue
            }
            findings.add(
                Self.self, at: .init(setting.value.origin), "servers need not prove who they are",
                hint: "set ssl_verify to truststore, or to the file with your organization's certificates")
        }
    }
}
