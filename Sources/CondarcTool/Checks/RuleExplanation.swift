import CommandLineKit
import Condarc
import LosslessJSON

/// `check --explain`: what a rule is for, with a bad and a good example.
enum RuleExplanation {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        var rules: [any CheckRule.Type] = []
        for name in invocation.operands {
            guard let rule = RuleCatalog.rule(named: name) else { throw CheckCommand.unknownRule(name) }
            rules.append(rule)
        }
        if invocation.wantsJSON || invocation.value(CheckCommand.format) == FindingFormat.json.rawValue {
            let shown = rules.isEmpty ? RuleCatalog.all : rules
            invocation.console.write(json: ["rules": .array(shown.map { json($0) })])
        } else if rules.isEmpty {
            list(invocation)
        } else {
            for (position, rule) in rules.enumerated() {
                if position > 0 { invocation.console.writeLine() }
                explain(rule, invocation)
            }
        }
        return .success
    }

    private static func list(_ invocation: Invocation) {
        var table = TextTable(["RULE", "SEVERITY", "FINDS"])
        for rule in RuleCatalog.all {
            var severity = rule.severity.rawValue
            if rule.isOptional { severity += ", optional" }
            table.add([StyledText(rule.name, .bold), StyledText(severity), StyledText(rule.documentation.summary)])
        }
        invocation.console.write(table)
    }

    private static func explain(_ rule: any CheckRule.Type, _ invocation: Invocation) {
        let documentation = rule.documentation
        let console = invocation.console
        let width = min(invocation.context.width, 100)
        func paragraph(_ text: String) {
            for line in TextWrapping.lines(text.filter { $0 != "`" }, width: width) {
                console.writeLine(StyledText(line))
            }
            console.writeLine()
        }
        console.writeLine(
            StyledText(rule.name, .bold) + StyledText(" (\(rule.severity.rawValue)): \(documentation.summary)"))
        console.writeLine()
        paragraph(documentation.rationale)
        if rule.isOptional { paragraph("Runs only when it is asked for.") }
        if let fix = documentation.fix { paragraph("--fix \(fix).") }
        write("Bad:", documentation.bad, .red, console)
        console.writeLine()
        write("Good:", documentation.good, .green, console)
    }

    private static func write(_ title: String, _ example: String, _ style: Style, _ console: Console) {
        console.writeLine(StyledText(title, style))
        for line in example.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
            example.hasSuffix("\n") ? 1 : 0)
        {
            console.writeLine(StyledText("    \(line)"))
        }
    }

    private static func json(_ rule: any CheckRule.Type) -> JSONValue {
        let documentation = rule.documentation
        return [
            "name": .string(rule.name), "rule": .string(rule.name), "severity": .string(rule.severity.rawValue),
            "description": .string(documentation.summary), "rationale": .string(documentation.rationale),
            "bad": .string(documentation.bad), "good": .string(documentation.good),
            "mend": documentation.fix.json, "optional": .bool(rule.isOptional),
            "summary": .string(documentation.summary), "fix": documentation.fix.json,
        ]
    }
}
