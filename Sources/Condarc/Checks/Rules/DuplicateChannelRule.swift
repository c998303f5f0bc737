import LosslessYAML

/// `duplicate-channel`
package enum DuplicateChannelRule: CheckRule {
    package static let name = "duplicate-channel"
    package static let severity = Severity.warning
    package static let documentation = RuleDocumentation(
        "the same channel twice in one list",
        rationale: "Only the first one counts, so that the later line says something that is not so.",
        bad: "channels:\n  - conda-forge\n  - bioconda\n  - conda-forge\n",
        good: "channels:\n  - conda-forge\n  - bioconda\n",
        fix: "removes the later one, unless a flag stands behind one")

    package static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, parameter) in subject.known {
            switch parameter.name {
            case "channels", "default_channels", "allowlist_channels", "denylist_channels":
                look(at: setting.value, [.key(setting.key)], parameter, subject, &findings)
            case "custom_multichannels":
                for entry in setting.value.entries ?? [] {
                    guard let name = entry.key.text else { continue }
                    look(at: entry.value, [.key(setting.key), .key(name)], parameter, subject, &findings)
                }
            default: break
            }
        }
    }

    private static func look(
        at list: TracedValue, _ path: NodePath, _ parameter: Parameter, _ subject: CheckSubject,
        _ findings: inout FindingCollector
    ) {
        guard let items = list.items, items.count > 1 else { return }
        var first: [YAMLValue: Int] = [:]
        var duplicates: [(item: TracedValue, first: TracedValue)] = []
        var kept: [Int] = []
        for (index, item) in items.enumerated() {
            if item.isNull {
                kept.append(index)
            } else if let other = first[item.value] {
                duplicates.append((item, items[other]))
            } else {
                first[item.value] = index
                kept.append(index)
            }
        }
        let isPlain = items.allSatisfy { $0.flag == nil } && subject.document != nil
        for (item, first) in duplicates {
            let place = first.origin.line.map { "line \($0)" } ?? first.origin.description
            findings.add(
                Self.self, at: .init(item.origin),
                "\(parameter.name): \(Coercion.quoted(item.value.pythonText)) stands in the list already",
                hint: "the first one is on \(place)", fix: isPlain ? .keepItems(kept, of: path) : nil)
        }
    }
}
