import HostPlatform

@testable import Condarc

/// Checks text as if it were the content of a file.
struct CheckingText {
    var select: [String] = []
    var ignore: [String] = []
    var forbidden: [String] = []
    var forbidsDefaults = false
    var traits = Checker.FileTraits()
    var paths: Set<String> = []

    static let host = Host(platform: .linux, environment: Environment([:]), home: "/home/kim", currentDirectory: "/")
    static let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64", isDirectory: { _ in false })

    func checker() throws -> Checker {
        var required: [String] = []
        if !forbidden.isEmpty { required.append("forbidden-channel") }
        if forbidsDefaults { required.append("forbidden-defaults") }
        let paths = paths
        let options = CheckOptions(
            selection: try RuleSelection(selecting: select, ignoring: ignore, requiring: required),
            forbiddenChannels: forbidden.map { ChannelPattern($0) }, pathExists: { paths.contains($0) })
        return Checker(options, host: Self.host, facts: Self.facts)
    }

    func findings(_ text: String) throws -> [Finding] {
        try checker().findings(path: "condarc", bytes: Array(text.utf8), traits: traits)
    }

    /// `LINE:COLUMN RULE` of each.
    func places(_ text: String) throws -> [String] {
        try findings(text).map { "\($0.line):\($0.column) \($0.rule)" }
    }

    /// For an example of a rule.
    init(for rule: any CheckRule.Type) {
        switch rule.documentation.example {
        case .plain, .notAFile: if rule.isOptional { select = [rule.name] }
        case .readableByOthers:
            traits.isReadableByOthers = true
            ignore = ["secret-in-url"]
        case .forbidding(let pattern): forbidden = [pattern]
        case .forbiddingDefaults: forbidsDefaults = true
        }
    }

    init(
        select: [String] = [], ignore: [String] = [], forbidden: [String] = [], forbidsDefaults: Bool = false,
        traits: Checker.FileTraits = .init(), paths: Set<String> = []
    ) {
        self.select = select
        self.ignore = ignore
        self.forbidden = forbidden
        self.forbidsDefaults = forbidsDefaults
        self.traits = traits
        self.paths = paths
    }
}
