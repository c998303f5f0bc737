import HostPlatform
import LosslessYAML

@testable import Condarc

/// Checks text as if it were the content of a file.
struct CheckingText {
    var select: [String] = []
    var ignore: [String] = []
    var forbidden: [String] = []
    var forbidsDefaults = false
    var traits = Checker.FileTraits()
    var paths: Set<String> = []

    static let host = host([:])
    static let facts = MachineFacts(root: nil, rootIsWritable: false, platform: "linux-64", isDirectory: { _ in false })

    static func host(_ variables: [String: String]) -> Host {
        Host(platform: .linux, environment: Environment(variables), home: "/home/kim", currentDirectory: "/")
    }

    /// - Parameters:
    ///   - host: whose variables count.
    ///   - whole: all sources, of which what is checked is one.
    func checker(on host: Host = CheckingText.host, whole: Configuration? = nil) throws -> Checker {
        var required: [String] = []
        if !forbidden.isEmpty { required.append("forbidden-channel") }
        if forbidsDefaults { required.append("forbidden-defaults") }
        let paths = paths
        let options = CheckOptions(
            selection: try RuleSelection(selecting: select, ignoring: ignore, requiring: required),
            forbiddenChannels: forbidden.map { ChannelPattern($0) }, pathExists: { paths.contains($0) })
        return Checker(options, host: host, facts: Self.facts, whole: whole)
    }

    func findings(_ text: String) throws -> [Finding] {
        try checker().findings(path: "condarc", bytes: Array(text.utf8), traits: traits)
    }

    /// `LINE:COLUMN RULE` of each.
    func places(_ text: String) throws -> [String] {
        try findings(text).map { "\($0.line):\($0.column) \($0.rule)" }
    }

    /// What the safe fixes make of it.
    func repaired(_ text: String) throws -> String {
        let repair = try checker().repaired(path: "condarc", bytes: Array(text.utf8), traits: traits)
        return String(decoding: repair.bytes, as: UTF8.self)
    }

    /// What is found in variables of the environment.
    func findings(variables: [String: String]) throws -> [Finding] {
        try checker().findings(environment: .environment(Self.host(variables)))
    }

    /// What is found of files, the weakest first, and variables together.
    func findingsOfWhole(
        _ files: KeyValuePairs<String, String> = [:], variables: [String: String] = [:],
        passedOver: [CondarcError] = []
    ) throws -> [Finding] {
        let host = Self.host(variables)
        let sources = files.map { SourceReader.source(path: $0.key, bytes: Array($0.value.utf8)) }
        let whole = Configuration(host: host, sources: sources + [.environment(host)], passedOver: passedOver)
        return try checker(on: host, whole: whole).findingsOfWhole()
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

extension [Finding] {
    /// All that is told of them: `LINE:COLUMN-LINE:COLUMN: SEVERITY: MESSAGE`, or the path in place of the lines, and below it
    /// what to do and which other place it is about.
    var told: String {
        map { finding in
            let end = finding.end.map { "-\($0.line):\($0.column)" } ?? ""
            let place = finding.hasLine ? "\(finding.line):\(finding.column)\(end)" : finding.path
            let hint = finding.hint.map { "\n  hint: \($0)" } ?? ""
            let related = finding.related.map { "\n  \($0.span.start.line):\($0.span.start.column): \($0.words)" } ?? ""
            return "\(place): \(finding.severity): \(finding.message)" + hint + related
        }.joined(separator: "\n")
    }
}
