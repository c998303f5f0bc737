import CondaURL
import LosslessYAML

/// What the comments of a file say about rules: `# condarc-tool: ignore[RULE, RULE]`.
///
/// At the end of a line it holds for that line, alone on a line for the next line that holds anything; `ignore-file`
/// holds for the whole file. Without names in brackets, all rules are meant. What follows is an explanation for people.
struct Suppressions {
    /// A name in such a comment that no rule has.
    struct Unknown {
        let name: String
        let span: SourceSpan
    }

    /// Rules that do not count in one place.
    private struct Names {
        var isAll = false
        var rules: Set<String> = []

        mutating func add(_ names: [String]?) {
            isAll = isAll || names == nil
            rules.formUnion(names ?? [])
        }

        func contains(_ rule: String) -> Bool { isAll || rules.contains(rule) }
    }

    private var inFile = Names()
    private var byLine: [Int: Names] = [:]
    private(set) var unknown: [Unknown] = []

    static let none = Suppressions()

    private init() {}

    init(_ document: YAMLDocument) {
        // Few texts have any, and then their comments are not read.
        guard document.bytes.firstIndex(of: Array(SuppressionComment.mark.utf8)) != nil else { return }
        let gaps = CommentGaps(document)
        // From the end, so that what a run of comment lines stands before is looked for once.
        var following: (start: Int, line: Int)?
        for comment in gaps.comments.reversed() {
            let next = gaps.nextToken(from: comment.range.upperBound, skippingComments: false)
            let line =
                if let following, following.start == next {
                    following.line
                } else {
                    document.source.location(at: next).line
                }
            following = (comment.range.lowerBound, line)
            guard let words = SuppressionComment(comment.text) else { continue }
            let names = words.rules?.map(\.text)
            if words.isForFile {
                inFile.add(names)
            } else {
                byLine[comment.isAloneOnLine ? line : comment.line, default: Names()].add(names)
            }
            for name in words.rules ?? [] where RuleCatalog.rule(named: name.text) == nil {
                let start = comment.range.lowerBound
                let range = SourceRange(start + name.range.lowerBound, start + name.range.upperBound)
                unknown.append(Unknown(name: name.text, span: document.source.span(of: range)))
            }
        }
    }

    func suppress(_ finding: Finding) -> Bool {
        // What is no configuration has no say in how it is checked.
        guard !RuleCatalog.refusing.contains(finding.rule) else { return false }
        return inFile.contains(finding.rule) || byLine[finding.line]?.contains(finding.rule) ?? false
    }
}
