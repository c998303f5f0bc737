import LosslessYAML

package enum AliasNameRule: CheckRule {
    package static let isOptional = true
    package static let documentation = RuleDocumentation(
        name: "alias-name", severity: .note, summary: "a parameter under another name than its own",
        rationale: "Aliases are names of former days. conda still reads them, but what it writes has the present name, "
            + "and one file may not hold both. Older versions of conda may know only the alias, so the rule runs only "
            + "when it is selected.",
        bad: "auto_activate_base: false\n", good: "auto_activate: false\n", fix: "writes the parameter's own name")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, parameter) in subject.known where setting.key != parameter.name {
            let entry = subject.document?.ownEntries(named: [setting.key]).first
            let isAlone = subject.known.count { $0.parameter.name == parameter.name } == 1
            findings.add(
                Self.self, at: .init(setting.origin),
                "'\(setting.key)' is an alias of '\(parameter.name)'",
                hint: "write \(word: parameter.name)",
                fix: entry.flatMap { entry in
                    isAlone && entry.key.kind == .scalar ? .rename(entry.key.range, to: parameter.name) : nil
                })
        }
    }
}
