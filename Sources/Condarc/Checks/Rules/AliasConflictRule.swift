import LosslessYAML

package enum AliasConflictRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "alias-conflict", severity: .error, summary: "one parameter under two of its names",
        rationale: "One source may use a parameter's name or one of its aliases, not both: conda stops at it.",
        bad: "ssl_verify: true\nverify_ssl: true\n", good: "ssl_verify: true\n",
        fix: "removes the alias where both have the same value")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        var first: [String: Int] = [:]
        for (index, (setting, parameter)) in subject.known.enumerated() {
            guard let place = first[parameter.name] else {
                first[parameter.name] = index
                continue
            }
            let other = subject.known[place].setting
            // The same name twice is a duplicate key.
            if other.key == setting.key { continue }
            findings.add(
                Self.self, at: .init(setting.origin), "'\(other.key)' and '\(setting.key)' are names of one parameter",
                hint: "keep only \(parameter.name); the other one is on \(other.origin.shortDescription)",
                fix: fix(other, setting, parameter, subject), related: subject.related("the other one", other.origin))
        }
    }

    private static func fix(_ a: Setting, _ b: Setting, _ parameter: Parameter, _ subject: CheckSubject) -> Fix? {
        guard subject.document != nil, a.value.value == b.value.value, a.value.flag == nil, b.value.flag == nil else {
            return nil
        }
        return .remove(NodePath([.key(a.key == parameter.name ? b.key : a.key)]))
    }
}
