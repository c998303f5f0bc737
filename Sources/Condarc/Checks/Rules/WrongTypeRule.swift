import CondaURL
import LosslessYAML

package enum WrongTypeRule: CheckRule {
    package static let documentation = RuleDocumentation(
        name: "wrong-type", severity: .error, summary: "a value of another type than its parameter's",
        rationale: "conda turns words into booleans and numbers where the parameter is one, as `yes` or `'3'`. What "
            + "cannot be turned, or is a list where a single value is due, stops every command.",
        bad: "always_yes: maybe\n", good: "always_yes: yes\n",
        fix: "makes a list of a single word, or of words with commas between them, where a list is due")

    package static func checkSource(_ subject: CheckSubject, _ findings: inout FindingCollector) {
        for problem in subject.valueProblems where problem.kind == .type {
            findings.add(Self.self, problem, fix: fix(problem, subject))
        }
        for setting in subject.settings where setting.key == "plugins" && setting.parameter == nil {
            guard !setting.value.isNull, setting.value.entries == nil, setting.origin.path != nil else { continue }
            findings.add(
                Self.self, at: .init(setting.value.origin), "plugins: a map is due, not \(setting.value.noun)",
                hint: "write each setting on a line of its own, as `  NAME: VALUE`")
        }
    }

    /// `channels: conda-forge` can mean only one thing, and so can `channels: conda-forge, bioconda`.
    private static func fix(_ problem: ValueProblem, _ subject: CheckSubject) -> Fix? {
        guard subject.document != nil, case .sequence(of: .primitive(.string), _) = problem.parameter.type,
            case .scalar(.string(let text)) = problem.setting.value.content,
            !ShapeHint.isNothing(.string(text)), problem.setting.value.flag == nil, subject.problems.isEmpty,
            case let items = text.split(separator: ","),
            case let words = items.map({ $0.drop { $0 == " " } }), !words.isEmpty, words.allSatisfy(isItem)
        else { return nil }
        return .set(.sequence(words.map { .string(String($0)) }), at: [.key(problem.setting.key)])
    }

    private static func isItem(_ word: Substring) -> Bool {
        !["null", "none", "nil", "empty"].contains(word.lowercased())
            && (word.first?.isLetter == true || word.first.map("/~.$0123456789".contains) == true)
            && !word.utf8.contains { $0 <= 0x20 || $0 > 0x7E || ";'\"()[]{}<>`&|".utf8.contains($0) }
            // Else it is most likely two, as in a variable.
            && (!word.utf8.contains(UInt8(ascii: ":")) || word.contains("://"))
    }
}
