import LosslessYAML

/// Takes in what the rules find.
package struct FindingCollector {
    let path: String
    /// The text that is looked at, for where findings end.
    private let source: SourceText?
    private(set) var findings: [Finding] = []
    /// Indices of those that others at their place only follow from.
    private var decided: [SourceLocation: Int] = [:]
    private var counts: [String: Int] = [:]
    /// Of one rule: a file may be made to have millions, and nobody reads so many.
    static let limit = 100_000

    init(path: String, source: SourceText? = nil) {
        self.path = path
        self.source = source
    }

    /// - Parameter decides: whether it says what other rules only notice the consequences of, so that no other finding about a
    ///   value is told of that place.
    mutating func add(
        _ rule: any CheckRule.Type, as severity: Severity? = nil, at place: Place, decides: Bool = false,
        _ message: String, hint: Advice? = nil, fix: Fix? = nil, related: YAMLError.Related? = nil
    ) {
        let count = counts[rule.name, default: 0] + 1
        counts[rule.name] = count
        if count > FindingCollector.limit { return }
        let hint = count == FindingCollector.limit ? "further findings of this rule are left out" : hint
        findings.append(
            Finding(
                rule: rule.name, severity: severity ?? rule.severity, path: place.path ?? path, line: place.line,
                column: place.column, hasLine: place.hasLine,
                end: place.end ?? place.range.flatMap { source?.location(at: $0.upperBound) },
                message: message, advice: hint, fix: fix, related: related))
        if decides { decided[SourceLocation(line: place.line, column: place.column)] = findings.count - 1 }
    }

    /// All that was found, but for what only follows from something else.
    var told: [Finding] {
        if decided.isEmpty { return findings }
        let errors = Set(
            findings.lazy.filter { $0.severity == .error }.map { SourceLocation(line: $0.line, column: $0.column) })
        return findings.indices.compactMap { index in
            var finding = findings[index]
            let place = SourceLocation(line: finding.line, column: finding.column)
            guard let first = decided[place], finding.hasLine, !Self.apart.contains(finding.rule) else {
                return finding
            }
            guard first == index else { return nil }
            if errors.contains(place) { finding.severity = .error }
            return finding
        }
    }

    /// What matters beside whatever else is wrong with a value.
    private static let apart = RuleCatalog.names { $0.standsApart }

    /// What is wrong with a key or its value.
    mutating func add(
        _ rule: any CheckRule.Type, at place: Place, decides: Bool = false, _ key: String, _ complaint: Complaint,
        fix: Fix? = nil
    ) {
        add(rule, at: place, decides: decides, "\(key): \(complaint.message)", hint: complaint.advice, fix: fix)
    }

    /// A value that conda does not take.
    mutating func add(_ rule: any CheckRule.Type, _ problem: ValueProblem, fix: Fix? = nil) {
        add(
            rule, at: Place(problem.origin), problem.error.message.naming(problem.setting.key),
            hint: problem.error.advice, fix: fix)
    }

    /// What conda stops at when it computes with values that are right by themselves.
    mutating func add(_ rule: any CheckRule.Type, computed problem: CondarcError) {
        add(rule, at: Place(problem), problem.description, hint: problem.advice)
    }

    /// What conda stops at before it looks at any value.
    mutating func add(_ rule: any CheckRule.Type, _ problem: SourceReader.Problem, fix: Fix? = nil) {
        add(
            rule, at: Place(problem.error), problem.error.description, hint: problem.error.advice, fix: fix,
            related: problem.error.related)
    }

    /// Where something was found.
    struct Place {
        /// Nil for the file that is checked.
        var path: String?
        var line = 1
        var column = 1
        /// Whether it is a place in a text at all.
        var hasLine = true
        /// What stands there.
        var range: SourceRange?
        /// Where it ends, if that is known without the text.
        var end: SourceLocation?

        /// No line in particular.
        static let whole = Place(path: nil)

        /// A file, a directory or a variable as a whole.
        init(path: String?) {
            self.path = path
            hasLine = false
        }

        init(_ span: SourceSpan) {
            (line, column, end) = (span.start.line, span.start.column, span.end)
        }

        init(_ error: CondarcError) {
            (line, column, range) = (error.line ?? 1, error.column ?? 1, error.range)
            hasLine = error.line != nil
        }

        init(_ origin: Origin) {
            switch origin {
            case .file(_, let line, let column, let range):
                (self.line, self.column, self.range) = (line, column, range)
            case .variable, .option, .builtIn: (path, hasLine) = (origin.description, false)
            }
        }
    }
}
