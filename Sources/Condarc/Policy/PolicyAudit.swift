import LosslessYAML

/// Holds the sources of one scope to a policy: what is wrong, and the edits that mend it.
///
/// Pure: every edit is made on the content in memory, and what it leaves is looked at again, so that what is reported as
/// mended is.
package struct PolicyAudit {
    let policy: Policy
    /// As it was found: what is reported stands on its lines.
    let original: PolicyScope
    private(set) var scope: PolicyScope
    private(set) var violations: [PolicyViolation] = []
    private(set) var edits: [String: [PolicyEdit]] = [:]

    /// What came of it.
    package struct Outcome: Sendable {
        /// In the order in which they were found: what is required, pinned, forbidden.
        package let violations: [PolicyViolation]
        /// The edits of each file, in order.
        package let edits: [String: [PolicyEdit]]
        /// The scope as the edits leave it.
        package let scope: PolicyScope
    }

    package static func outcome(of scope: PolicyScope, under policy: Policy) -> Outcome {
        var audit = PolicyAudit(policy: policy, scope: scope)
        audit.reportBrokenFiles()
        // What is added comes first: a list that loses its last item would lose its layout.
        audit.holdRequirements()
        audit.holdPins()
        audit.removeForbiddenKeys()
        audit.removeForbiddenChannels()
        audit.closeImplicitDefaults()
        audit.closePins()
        return Outcome(violations: audit.violations, edits: audit.edits, scope: audit.scope)
    }

    private init(policy: Policy, scope: PolicyScope) {
        self.policy = policy
        original = scope
        self.scope = scope
    }

    // MARK: Parts that the rules share

    func view(includesEnvironment: Bool = true) -> PolicyView {
        PolicyView(scope, includesEnvironment: includesEnvironment)
    }

    func isEditable(_ source: Source) -> Bool {
        scope.members.contains { $0.source.kind == source.kind && $0.isEditable && $0.source.failure == nil }
    }

    /// Whether a file to be written cannot be read or parsed, which is told already.
    func isBroken(_ path: String?) -> Bool {
        scope.members.contains { $0.path == path && $0.source.failure != nil && path != nil }
    }

    /// What became of the edit that mends a violation.
    enum Mending {
        /// There is none.
        case none
        case done(in: String)
        case refused(message: String, hint: String?)
    }

    mutating func mend(_ edit: PolicyEdit, in path: String) -> Mending { mend([edit], in: path)[0] }

    /// Makes edits of one file as one change, or, where the file does not allow that, each half of them as one.
    mutating func mend(_ edits: ArraySlice<PolicyEdit>, in path: String) -> [Mending] {
        guard let place = scope.members.firstIndex(where: { $0.path == path }), scope.members[place].isEditable,
            scope.members[place].source.failure == nil
        else { return edits.map { _ in .refused(message: "nothing here reaches \(path)", hint: nil) } }
        do {
            let before = scope.members[place].bytes
            let after = try PolicyEdit.apply(edits, to: before)
            if after != before {
                scope.members[place].bytes = after
                scope.members[place].source = SourceReader.source(path: path, bytes: after)
                self.edits[path, default: []] += edits
            }
            return edits.map { _ in .done(in: path) }
        } catch {
            guard edits.count > 1 else {
                switch error {
                case let error as CondarcError: return [.refused(message: error.description, hint: error.hint)]
                case let error as YAMLError: return [.refused(message: error.message, hint: error.hint)]
                default: return [.refused(message: "it cannot be edited", hint: nil)]
                }
            }
            let half = edits.startIndex + edits.count / 2
            return mend(edits[..<half], in: path) + mend(edits[half...], in: path)
        }
    }

    mutating func report(_ violation: PolicyViolation) { violations.append(violation) }

    /// Where what decides about a parameter stood before any edit.
    func origin(of match: Configuration.Match, _ parameter: Parameter) -> Origin {
        let found = match.setting.value.origin
        guard let path = found.path else { return found }
        let before = original.members.first { $0.source.kind == match.source.kind }?.source.settings(of: parameter)
        return before?.last?.value.origin ?? .missing(in: path)
    }

    /// Reports a violation, and what became of it.
    mutating func report(
        _ rule: PolicyViolation.Rule, at origin: Origin, key: String, channel: String? = nil, _ message: String,
        hint: String? = nil, _ mending: Mending = .none
    ) {
        var (text, advice) = (message, hint)
        var mended: String?
        switch mending {
        case .none: break
        case .done(let path): mended = path
        case .refused(let obstacle, let hint):
            text += "; it cannot be mended: \(obstacle)"
            advice = hint ?? advice
        }
        report(
            PolicyViolation(
                rule, home: scope.home, path: origin.source, line: origin.lineOfSomething,
                column: origin.lineOfSomething.map { _ in origin.column ?? 1 }, key: key, channel: channel,
                message: text, hint: advice, mendedIn: mended))
    }

    /// Why a source is out of reach, and what to do there.
    func beyond(_ source: Source, _ origin: Origin) -> Complaint {
        switch source.kind {
        case .environment, .commandLine:
            Complaint(
                "it comes from the environment, which no edit of a file reaches",
                "unset \(origin.source.drop { $0 == "$" }) where it is set: a profile, a unit file, a container")
        case .file where source.failure != nil: Complaint("the file cannot be parsed", "mend the file first")
        case .file(let path): Complaint("\(path) is not among the files to be changed", "run it with --system, too")
        }
    }

    private mutating func reportBrokenFiles() {
        for member in scope.members where member.isEditable {
            guard let failure = member.source.failure, let path = member.path else { continue }
            var violation = PolicyViolation(
                failure.code == .unreadable ? .unreadable : .invalid, home: scope.home, path: path,
                line: failure.line, column: failure.column, message: failure.description, hint: failure.hint)
            if let range = failure.range, let text = try? SourceText(member.bytes) {
                violation.end = text.location(at: range.upperBound)
            }
            violation.related = failure.related
            report(violation)
        }
    }
}

extension Origin {
    /// Where a file would have what it lacks.
    static func missing(in path: String) -> Origin { .file(path: path, line: 0, column: 0, range: nil) }

    /// Nil for what is missing, too.
    fileprivate var lineOfSomething: Int? { line.flatMap { $0 > 0 ? $0 : nil } }
}
