import CondaCredentials
package import LosslessJSON

extension MigrationPlan {
    /// The steps as the members of `plan` in a report.
    package var json: JSONValue {
        .array(
            steps.map { step in
                step.json([
                    .init("action", .string(step.action.rawValue)), .init("redacted", .string(step.token.redacted)),
                    .init("removes", .bool(step.removesSource)),
                ])
            })
    }

    package static func json(_ skipped: [Skip]) -> JSONValue {
        .array(skipped.map { ["what": .string($0.what), "why": .string($0.why)] })
    }

    /// One line for each step, skipped token and conflict, for people.
    public var lines: [String] {
        steps.filter { $0.action != .present || $0.removesSource }.map { step in
            let what = "\(step.token.title) \(step.token.redacted)"
            guard step.action != .present else {
                return "remove \(what) from \(step.from.rawValue): \(step.to.rawValue) has it"
            }
            let end = step.removesSource ? ", then remove it from \(step.from.rawValue)" : ""
            let verb = step.action == .write ? "copy" : "replace with"
            return "\(verb) \(what) to \(step.to.rawValue) (\(step.place))\(end)"
        } + left.map { "leave \($0.what): \($0.why)" } + conflicts.map { "conflict: \($0.message)" }
    }
}

extension MigrationPlan.Step {
    /// The destination's place, for people.
    package var place: String {
        switch destination {
        case .url(let url): destination.shownURL ?? url
        case .apiKey(let domain): domain
        case .host(let key, _): key
        case .repoToken(let domain, let org): org.map { "\(domain), organization \($0)" } ?? "\(domain), site token"
        }
    }

    func json(_ more: [JSONValue.Member]) -> JSONValue {
        .object(
            [
                .init("from", .string(from.rawValue)), .init("to", .string(to.rawValue)),
                .init("org", org.json), .init("url", shownURL.json),
            ] + more)
    }
}

extension MigrationOutcome {
    /// The members `changed`, `moved` and `skipped` of the contract.
    package var jsonMembers: [JSONValue.Member] {
        [
            .init("changed", .bool(changed)),
            .init("moved", .array(moved.map { $0.step.json([.init("removed", .bool($0.isRemoved))]) })),
            .init("skipped", MigrationPlan.json(skipped)),
        ]
    }
}
