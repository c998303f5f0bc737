import LosslessYAML

extension Policy {
    /// What stands in the policy and is hardly meant so: values that `check` would doubt, and what is forbidden and can
    /// hardly be found anywhere, so that the policy would hold without keeping anything away.
    ///
    /// - Parameter checker: runs the rules for values that somebody gives.
    package func doubts(_ checker: Checker) -> [Finding] {
        var found = FindingCollector(path: path, source: document.source)
        func add(_ rule: any CheckRule.Type, _ doubt: Complaint?, _ span: SourceSpan) {
            guard let doubt else { return }
            found.add(rule, as: .warning, at: .init(span), doubt.message, hint: doubt.advice)
        }
        for key in forbiddenKeys { add(UnknownParameterRule.self, key.doubt, key.span) }
        for channel in forbiddenChannels {
            let doubt = ChannelPattern.doubt(about: channel.text)
            add(ChannelNameRule.self, doubt, channel.span)
        }
        if required.isEmpty, pinned.isEmpty, forbiddenChannels.isEmpty, forbiddenKeys.isEmpty {
            found.add(
                DoubtfulValueRule.self, at: .whole, "the policy asks for nothing",
                hint: "write require, forbid or pin below the version")
        }
        let suppressions = Suppressions(document)
        let wishes = document.ownEntries(named: ["require", "pin"])
            .flatMap { checker.findings(path: path, document: document, giving: $0.value) }
        return (wishes + found.told.filter { !suppressions.suppress($0) })
            .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}
