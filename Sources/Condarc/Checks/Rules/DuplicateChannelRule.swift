import LosslessYAML

package enum DuplicateChannelRule: CheckRule {
    package static let standsApart = true
    package static let documentation = RuleDocumentation(
        name: "duplicate-channel", severity: .warning, summary: "the same channel twice in one list",
        rationale: "Only the first one counts, so that the later line says something that is not so.",
        bad: "channels:\n  - conda-forge\n  - bioconda\n  - conda-forge\n",
        good: "channels:\n  - conda-forge\n  - bioconda\n",
        fix: "removes the later one, unless a flag stands behind one")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, parameter) in subject.known(of: .channel, .judgedChannel) {
            guard case .map = parameter.type else {
                look(at: setting.value, [.key(setting.key)], parameter, subject, &findings)
                continue
            }
            for entry in setting.value.entries ?? [] {
                guard let name = entry.key.text else { continue }
                look(at: entry.value, [.key(setting.key), .key(name)], parameter, subject, &findings)
            }
        }
    }

    private static func look(
        at list: TracedValue, _ path: NodePath, _ parameter: Parameter, _ subject: CheckSubject,
        _ findings: inout FindingCollector
    ) {
        guard let items = list.items, items.count > 1 else { return }
        var first = [YAMLValue: Int](minimumCapacity: items.count)
        // With a flag on any item, taking one away can change where another stands.
        let isPlain = items.allSatisfy { $0.flag == nil } && subject.document != nil
        for (index, item) in items.enumerated() where !item.isNull {
            guard case .scalar(let value) = item.content else { continue }
            guard let place = first.updateValue(index, forKey: value) else { continue }
            first[value] = place
            let other = items[place]
            findings.add(
                Self.self, at: .init(item.origin),
                "\(parameter.name): '\(value.pythonText)' stands in the list already",
                hint: "the first one is on \(other.origin.shortDescription)",
                fix: isPlain ? .removeItem(index, of: path) : nil,
                related: subject.related("the first one", other.origin))
        }
    }
}
