import HostPlatform
import LosslessYAML

package enum IgnoredSourceRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "ignored-source", severity: .warning,
        summary: "a place of the search path that conda passes over without a word",
        rationale:
            "conda passes over $CONDARC if the file is not there, or is named neither .condarc nor condarc nor something "
            + "with .yml or .yaml at its end, over a condarc.d that it may not list, and over links that lead to each "
            + "other. Only looked at when no FILE is given.",
        bad: "CONDARC=/home/kim/settings.txt", good: "channels:\n  - conda-forge\n", example: .notAFile)

    package static func checkWhole(_ whole: CheckedConfiguration, _ findings: inout FindingCollector) {
        for error in whole.sources.passedOver {
            findings.add(
                Self.self, at: .init(path: error.path ?? ""), "conda passes over it: \(error)", hint: error.advice
            )
        }
        let host = whole.sources.host
        guard let path = host.environment.nonEmpty("CONDARC") else { return }
        let expanded = host.expanded(path)
        if !whole.options.pathExists(expanded) {
            findings.add(
                Self.self, at: .init(path: "$CONDARC"), "there is no file '\(path)'",
                hint: "correct the variable, or take it away: unset CONDARC")
        } else if !SearchPath.isNamedAsSource(host.platform.baseName(of: expanded)),
            !whole.sources.sources.contains(where: {
                let name = host.platform.normalized(host.absolute($0.name))
                return name == expanded || host.platform.parent(of: name) == expanded
            })
        {
            findings.add(
                Self.self, at: .init(path: "$CONDARC"), "conda does not read '\(path)', for its name",
                hint: "give it a name that ends in .yml")
        }
    }
}
