import LosslessYAML

package enum NullItemRule: CheckRule {
    package static let judgesNewValues = true
    package static let documentation = RuleDocumentation(
        name: "null-item", severity: .warning, summary: "an empty item, which conda reads as the word None",
        rationale:
            "A dash with nothing behind it is a null, and where text is due conda makes the word `None` of it: a "
            + "channel of that name.",
        bad: "channels:\n  - conda-forge\n  -\n", good: "channels:\n  - conda-forge\n",
        fix: "removes the empty item")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for (setting, parameter) in subject.known {
            guard case .sequence(of: .primitive(.string), _) = parameter.type, let items = setting.value.items else {
                continue
            }
            for (index, item) in items.enumerated() where item.isNull {
                if parameter.texts.isPath, subject.isTilde(item) {
                    findings.add(
                        Self.self, at: .init(item.origin),
                        "\(setting.key): '~' alone is YAML's empty value, and not the home directory",
                        hint: "write the directory, such as ~/conda, or '~' in quotes for the home directory itself")
                    continue
                }
                findings.add(
                    Self.self, at: .init(item.origin),
                    "\(setting.key): an empty item, which conda reads as the word None",
                    hint: item.origin.range.map { $0.count > 0 } == true ? "remove it" : "remove the dash",
                    fix: subject.document == nil ? nil : .removeItem(index, of: [.key(setting.key)]))
            }
        }
    }
}

extension CheckSubject {
    fileprivate func isTilde(_ item: TracedValue) -> Bool {
        guard let document, let range = item.origin.range, range.count == 1 else { return false }
        return document.bytes[range.lowerBound] == UInt8(ascii: "~")
    }
}
