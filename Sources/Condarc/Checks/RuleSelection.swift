/// Which rules run.
package struct RuleSelection: Sendable {
    package let rules: [any CheckRule.Type]

    /// All but the optional ones.
    package static let standard = RuleSelection(rules: RuleCatalog.all.filter { !$0.isOptional })

    /// What can be said of a value without the others, and is no question of taste or trust, which whoever gives it has
    /// answered; that a secret is in it is said once more.
    package static let ofNewValues = RuleSelection(rules: [
        UnknownParameterRule.self, InvalidValueRule.self, MissingFileRule.self, NullItemRule.self,
        ChannelNameRule.self, NodefaultsChannelRule.self, SecretInURLRule.self, DoubledSegmentRule.self,
        UnknownSchemeRule.self,
        DoubtfulValueRule.self,
    ])

    init(rules: [any CheckRule.Type]) { self.rules = rules }

    /// - Parameters:
    ///   - selected: names of rules, or `all`; nothing means every rule that is not optional.
    ///   - ignored: names of rules that do not run, whatever else is said.
    ///   - required: names of optional rules that an option of their own asks for.
    /// - Throws: `UnknownRule`.
    package init(
        selecting selected: [String], ignoring ignored: [String] = [], requiring required: [String] = []
    ) throws(UnknownRule) {
        for name in selected + ignored where name != "all" && RuleCatalog.rule(named: name) == nil {
            throw UnknownRule(name: name)
        }
        rules = RuleCatalog.all.filter { rule in
            let isWanted =
                selected.isEmpty ? !rule.isOptional : selected.contains(rule.name) || selected.contains("all")
            return (isWanted || required.contains(rule.name))
                && !ignored.contains(rule.name) && !ignored.contains("all")
        }
    }

}

/// A rule was named that does not exist.
package struct UnknownRule: Error, Hashable, Sendable {
    package let name: String
}
