import CommandLineKit
import Condarc
import HostPlatform

enum CheckCommand: Command {
    static let heading = CommandHeading("check", summary: "find mistakes, secrets and risks in configuration files")

    static let format = Option(
        "format", value: .choice("FORMAT", of: FindingFormat.allCases.map(\.rawValue)),
        help:
            "How to write the findings: `text` (the default), `json`, `github` (annotations of its Actions) or `sarif`."
    )
    static let select = Option(
        "select",
        value: .completing("RULES") { ConfigurationCandidates.rules($1, extra: [Candidate("all", "every rule")]) },
        help: "Run only these rules, separated by commas; `all` means every rule, optional ones too.",
        isRepeatable: true)
    static let ignore = Option(
        "ignore", value: .completing("RULES") { ConfigurationCandidates.rules($1) }, help: "Leave these rules out.",
        isRepeatable: true)
    static let fix = Option("fix", help: "Mend what has one safe fix, and report the rest.")
    static let forbidChannel = Option(
        "forbid-channel", value: .text("PATTERN"),
        help: "Find channels that match: a name or URL with `*`, `?` and `[…]`. It covers what lies below.",
        isRepeatable: true)
    static let forbidDefaults = Option(
        "forbid-defaults", help: "Find whatever leads to Anaconda's default channels, the lack of any channels too.")
    static let explain = Option("explain", help: "Explain the rules given as arguments; without any, list all rules.")

    static var declaration: CommandDeclaration {
        CommandDeclaration(
            operands: [
                .zeroOrMore(
                    .file(orOneOf: { $0.has(explain) ? ConfigurationCandidates.rules("") : [] }),
                    help:
                        "Files to check, `-` for standard input, or directories to search. Without any, every source of the search path."
                )
            ],
            options: [
                format, select, ignore, fix, forbidChannel, forbidDefaults, EnforceCommand.policy, explain, .root,
            ] + Option.forEditing,
            description: [
                "Checks configuration files and writes for each finding path, line, column, rule and message, the line it is "
                    + "about, and what to do. In a directory, files named `.condarc`, `condarc` or `*.condarc`, and `*.yml` and "
                    + "`*.yaml` in a `condarc.d`, are checked, at any depth. Without FILE it checks every file of the search path and the variables `CONDA_*`, and "
                    + "what they make together.",
                "A comment `# condarc-tool: ignore[RULE]` suppresses a rule: at the end of a line for that line, alone on "
                    + "a line for the next one; `ignore-file[RULE]` for the whole file. Several rules stand with commas "
                    + "between; without brackets all rules are meant. A flag such as `#!final` counts only if no other comment "
                    + "stands beside it or follows, so use `ignore-file` at the top there.",
                "`--fix` mends what has exactly one right answer and loses nothing; `--explain RULE` says what that is. A "
                    + "misspelt key it leaves alone: to rename it is to switch on a setting that was never in force.",
                "A file that cannot be read or parsed is a finding as well, and the others are still checked.",
                "With `--json` (or `--format json`) there is one object: `findings`, each with `rule`, `severity`, `path`, "
                    + "`line`, `column`, `endLine`, `endColumn` (the end exclusive, columns in code points; null where it is about no line), `message`, `hint`, "
                    + "`related` (a second place) and `fixable`, with `fix.edits`, the changes of the text that `--fix` makes "
                    + "for it, and `files`, the number of files looked at. With `--fix` also `changed`, `fixed`, and `path` if there is one file.",
            ],
            examples: [
                "condarc-tool check": "Check everything that conda reads on this machine.",
                "condarc-tool check --fix --diff .condarc": "Mend what is safe to mend, and show it.",
                "condarc-tool check --forbid-defaults --format github .condarc": "Check in continuous integration.",
                "condarc-tool check --explain insecure-ssl": "Explain a rule.",
            ],
            exitStatuses: [
                .success: "Nothing was found, or nothing is left after `--fix`.",
                .negative: "Something was found.",
                .system: "`--fix` could not write a file; each is named, and the others are mended all the same.",
            ])
    }

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        if invocation.has(explain) { return try RuleExplanation.run(invocation) }
        let format = FindingFormat(rawValue: try invocation.format(format)) ?? .text
        if invocation.has(.diff), !invocation.has(fix) {
            throw CommandError(.usage, "option --diff shows what --fix does", hint: "add --fix")
        }
        var run = try CheckRun(invocation, format: format)
        return try run.run()
    }

    /// The rules that the options name.
    static func selection(_ invocation: Invocation) throws(CommandError) -> RuleSelection {
        var required: [String] = []
        if invocation.has(forbidChannel) { required.append(ForbiddenChannelRule.name) }
        if invocation.has(forbidDefaults) { required.append(ForbiddenDefaultsRule.name) }
        do throws(UnknownRule) {
            return try RuleSelection(
                selecting: names(invocation.values(select)), ignoring: names(invocation.values(ignore)),
                requiring: required)
        } catch {
            throw unknownRule(error.name)
        }
    }

    static func unknownRule(_ name: String) -> CommandError {
        CommandError(
            .usage, "there is no rule '\(name)'",
            hint: NearestName.suggestion(for: name, among: RuleCatalog.names) ?? hint(forPart: name)
                ?? "all rules are listed by: condarc-tool check --explain")
    }

    /// `duplicates`, and `unknown-keys`: the rules that share most of its words.
    private static func hint(forPart name: String) -> String? {
        let words = name.lowercased().split { "-_ ".contains($0) }.map {
            $0.last == "s" && $0 != "alias" ? $0.dropLast() : $0
        }
        func shared(_ rule: String) -> Int {
            rule.split(separator: "-").count { part in
                words.contains { $0.count > 2 && ($0 == part || part == "parameter" && $0 == "key") }
            }
        }
        let most = RuleCatalog.names.map(shared).max() ?? 0
        let rules = RuleCatalog.names.filter { most > 0 && shared($0) == most }
        return rules.isEmpty ? nil : "did you mean " + rules.map { "'\($0)'" }.joined(separator: ", ") + "?"
    }

    private static func names(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) }
    }
}
