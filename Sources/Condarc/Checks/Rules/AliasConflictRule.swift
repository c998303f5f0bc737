import LosslessYAML

package enum AliasConflictRule: CheckRule {
    package static let name = "alias-conflict"
    package static let severity = Severity.error
    package static let documentation = RuleDocumentation(
        "one parameter under two of its names",
        rationale: "One source may use a parameter's name or one of its aliases, not both: conda stops at it.",
        bad: "ssl_verify: true\nverify_ssl: true\n", good: "ssl_verify: true\n",
        fix: "removes the alias where both have the same value")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        // Most files are short and name no parameter twice: that is found without a table.
        let known = subject.known
        if known.count <= 32,
            known.indices.allSatisfy({ index in
                !known[..<index].indices.contains { known[$0].parameter == known[index].parameter }
            })
        {
            return
        }
        var first: [String: Setting] = [:]
        for (setting, parameter) in subject.known {
            guard let other = first[parameter.name] else {
                first[parameter.name] = setting
                continue
            }
            // The same name twice is a duplicate key.
            if other.key == setting.key { continue }
            let names = "\(Coercion.quoted(other.key)) and \(Coercion.quoted(setting.key))"
            let place = other.origin.line.map { "line \($0)" } ?? other.origin.description
            findings.add(
                Self.self, at: .init(setting.origin), "\(names) are names of one parameter",
                hint: "keep only \(parameter.name); the other one is on \(place)",
                fix: fix(other, setting, parameter, subject),
                related: subject.related("the other one", other.origin))
        }
    }

    private static func fix(_ a: Setting, _ b: Setting, _ parameter: Parameter, _ subject: CheckSubject) -> Fix? {
        guard subject.document != nil, a.value.value == b.value.value, a.value.flag == nil, b.value.flag == nil else {
            return nil
        }
        return .remove(NodePath([.key(a.key == parameter.name ? b.key : a.key)]))
    }
}
