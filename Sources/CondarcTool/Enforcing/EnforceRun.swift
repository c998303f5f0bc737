import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import SecureFileStore

/// One call of `enforce`: every scope is looked at first, then what is to be mended is told, then it is written.
struct EnforceRun {
    private let invocation: Invocation
    private let session: Session
    private let policy: Policy
    private let format: FindingFormat
    private let reader: ScopeReader
    private let writer: ConfigurationWriter
    private var report = EnforceReport()
    private var plans: [FilePlan] = []
    private var planned: Set<String> = []

    /// What is to be made of one file.
    private struct FilePlan {
        let path: String
        let edits: [PolicyEdit]
        let before: PolicyScope.Member
        let after: [UInt8]
        /// The directory that links may not lead out of.
        let boundary: String?

        var diff: String { UnifiedDiff.text(of: path, from: before.bytes, to: after, exists: before.exists) }
    }

    /// - Parameter doubts: what was told of the policy itself.
    init(_ invocation: Invocation, _ session: Session, _ policy: Policy, doubts: [Finding], _ format: FindingFormat) {
        report.doubts = doubts
        self.invocation = invocation
        self.session = session
        self.policy = policy
        self.format = format
        writer = ConfigurationWriter(invocation, session)
        reader = ScopeReader(session: session, root: session.root(invocation))
    }

    mutating func run() throws -> ExitStatus {
        try look()
        let output = ViolationOutput(invocation: invocation, format: format, policy: policy)
        if invocation.showsDiff { report.diff = plans.map(\.diff).joined() }
        report.changed = !plans.isEmpty
        for seen in report.looked where seen.result != .absent && seen.result != .unreadable {
            writer.cleanUp(beside: session.host.absolute(seen.path))
        }
        let planned = report
        let isWritten: Void? = try invocation.change(
            if: !plans.isEmpty, announcing: { try output.announce(planned) },
            writing: {
                report.changed = false
                for plan in plans { write(plan) }
            })
        report.isRehearsal = invocation.isRehearsal
        if isWritten == nil { output.write(report) } else { output.finish(report) }
        return status
    }

    private var status: ExitStatus {
        if let worst = report.errors.map(\.status).max() { return worst }
        if invocation.isRehearsal { return invocation.has(.check) && !report.violations.isEmpty ? .negative : .success }
        return report.violations.contains { !report.isRepaired($0) } ? .negative : .success
    }

    // MARK: Looking

    private mutating func look() throws {
        let homes = try homes()
        let environments = invocation.values(EnforceCommand.environments)
        let isSystemNamed = invocation.has(EnforceCommand.system)
        if isSystemNamed, reader.root == nil {
            invocation.console.note(
                "no base installation is known, so only the files of the system are looked at",
                hint: "name it with --root DIR or in the variable CONDA_ROOT")
        }
        guard isSystemNamed || homes != nil || !environments.isEmpty else {
            hold(.scope(reader.searchPath()))
            return
        }
        var system = reader.system(isEditable: isSystemNamed, isAboveHomes: homes != nil)
        if isSystemNamed { system = hold(.scope(system)) ?? system }
        let (reader, above) = (reader, system)
        holdAll(homes ?? []) { reader.home($0, above: above) }
        holdAll(environments.map { session.host.platform.normalized(session.host.absolute($0)) }) {
            reader.environment($0, above: above)
        }
    }

    /// Reads the scopes and holds each to the policy, on all processors; what comes of it is taken in their order.
    private mutating func holdAll<Place: Sendable>(
        _ places: [Place], _ read: @escaping @Sendable (Place) -> ScopeReader.Reading
    ) {
        let policy = policy
        var rest = places[...]
        while !rest.isEmpty {
            // So few at once that what they hold needs little memory.
            for held in Workers().map(Array(rest.prefix(64)), { Held(read($0), under: policy) }) { take(held) }
            rest = rest.dropFirst(64)
        }
    }

    /// What was read of a scope, and what the policy makes of it; nothing of one that could not be read.
    private struct Held: Sendable {
        let reading: ScopeReader.Reading
        let outcome: PolicyAudit.Outcome?

        init(_ reading: ScopeReader.Reading, under policy: Policy) {
            self.reading = reading
            outcome =
                if case .scope(let scope, _) = reading { PolicyAudit.outcome(of: scope, under: policy) } else { nil }
        }
    }

    private func homes() throws -> [ScopeReader.Home]? {
        var homes: [ScopeReader.Home] = []
        for name in invocation.values(EnforceCommand.home) {
            let path = session.host.platform.normalized(session.host.absolute(name))
            if !homes.contains(where: { $0.path == path }) { homes.append(.init(path: path, mayCreate: true)) }
        }
        guard invocation.has(EnforceCommand.allHomes) else { return homes.isEmpty ? nil : homes }
        let named = Set(homes.map(\.path))
        let all = try reader.allHomes()
        if all.isEmpty {
            invocation.console.warn("no home of /etc/passwd was found", hint: "name them with --home DIR")
        }
        return homes + all.filter { !named.contains($0.path) }
    }

    /// - Returns: the scope as the policy leaves it.
    @discardableResult
    private mutating func hold(_ reading: ScopeReader.Reading) -> PolicyScope? { take(Held(reading, under: policy)) }

    @discardableResult
    private mutating func take(_ held: Held) -> PolicyScope? {
        switch held.reading {
        case .unreadable(let violation):
            report.add(violation)
            report.lookedAt(violation.path, .unreadable)
            return nil
        case .scope(let scope, let boundary):
            guard let outcome = held.outcome else { return nil }
            for violation in outcome.violations { report.add(violation) }
            for violation in outcome.violations {
                let path = violation.path
                guard violation.line != nil, report.texts[path] == nil, report.texts.count < 100 else { continue }
                let own = scope.members.first { $0.source.path == path && !$0.bytes.isEmpty }?.bytes
                // What is above a home is looked at, and not read as a file to edit.
                let isAbove = boundary.map { !path.hasPrefix($0) } ?? true
                guard let text = own ?? (isAbove ? try? session.sourceFiles.bytes(of: path) : nil) else { continue }
                report.texts[path] = ExcerptSource(configuration: text)
            }
            for (before, after) in zip(scope.members, outcome.scope.members) where before.isEditable {
                guard let path = before.source.path else { continue }
                let isChanged = before.bytes != after.bytes
                // A file that two scopes share is held once: the second finds it as the first did.
                if isChanged, planned.insert(path).inserted {
                    plans.append(
                        FilePlan(
                            path: path, edits: outcome.edits[path] ?? [], before: before, after: after.bytes,
                            boundary: boundary))
                }
                report.lookedAt(path, result(of: before, path, outcome, isChanged: isChanged))
            }
            invocation.console.progress(report.looked.count, "files looked at")
            return outcome.scope
        }
    }

    private func result(
        of member: PolicyScope.Member, _ path: String, _ outcome: PolicyAudit.Outcome, isChanged: Bool
    ) -> EnforceReport.Result {
        if member.source.failure?.code == .unreadable { return .unreadable }
        if isChanged { return invocation.isRehearsal ? .pending : .repaired }
        if outcome.violations.contains(where: { $0.path == path }) { return .violation }
        return member.exists ? .ok : .absent
    }

    // MARK: Writing

    private mutating func write(_ plan: FilePlan) {
        let files = ScopeFiles(session: session, targets: [], boundary: plan.boundary)
        do {
            let update = try writer.update(session.host.absolute(plan.path)) { snapshot in
                // Looked at once more: the owner may have put a link there meanwhile.
                try files.stayInside(plan.path)
                return FileChange(try PolicyEdit.apply(plan.edits[...], to: snapshot.bytes), telling: ())
            }
            report.changed = report.changed || update.changed
            report.backups += update.backups
            if format != .json { invocation.console.note(backups: update.backups) }
        } catch {
            let error =
                CommandError(translating: error, path: plan.path)
                ?? CommandError(.io, "cannot write \(plan.path)", path: plan.path)
            report.errors.append(error)
            report.failed.insert(plan.path)
            report.lookedAt(plan.path, .violation)
        }
    }
}
