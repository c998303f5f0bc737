/// Which rules run.
package struct RuleSelection: Sendable {
    package let rules: [any CheckRule.Type]

    /// All but the optional ones.
    package static let standard = RuleSelection(rules: RuleCatalog.all.filter { !$0.isOptional })

    /// Those for a value that somebody gives.
    package static let ofNewValues = RuleSelection(rules: RuleCatalog.all.filter { $0.judgesNewValues })

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
