/// `unknown-parameter`
package enum UnknownParameterRule: CheckRule {
    package static let name = "unknown-parameter"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "a key that conda does not know",
        rationale: "conda passes over it without a word, so that a misspelt key has no effect. Settings of plugins "
            + "stand under `plugins`, where any key is let pass.",
        bad: "chanels:\n  - conda-forge\n", good: "channels:\n  - conda-forge\nplugins:\n  any_setting: 1\n")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for setting in subject.settings where setting.parameter == nil {
            let key = setting.key
            if key == "plugins" || ForeignParameters.isOfPlugin(key) || RemovedParameters.replacement(of: key) != nil {
                continue
            }
            findings.add(
                Self.self, at: .init(setting.origin), "conda has no parameter \(Coercion.quoted(key))",
                hint: hint(key, subject.options))
        }
    }

    private static func hint(_ key: String, _ options: CheckOptions) -> String {
        if ForeignParameters.isOfMamba(key) { return "mamba reads it, conda does not" }
        if ["dependencies", "name", "prefix", "variables"].contains(key) {
            return "it belongs into an environment file, such as environment.yml"
        }
        if let nearest = options.nearestName(key, nameable) { return "did you mean '\(nearest)'?" }
        return "see 'condarc-tool describe'; settings of plugins stand under plugins"
    }

    private static let nameable = ParameterTable.all.flatMap { [$0.name] + $0.aliases }
}
