import CommandLineKit
import CondaSession
import Condarc

/// The policy that `--policy` names, and whether it holds here.
struct PolicyStatements {
    private let policy: Policy
    private let violations: [PolicyViolation]

    /// Nil without the option.
    init?(_ invocation: Invocation, _ session: Session) throws {
        guard let name = invocation.value(EnforceCommand.policy) else { return nil }
        policy = try EnforceCommand.read(name, invocation, session).policy
        let scope = ScopeReader(session: session, root: session.root(invocation)).searchPath()
        violations = PolicyAudit.outcome(of: scope, under: policy).violations
    }

    func about(_ parameter: Parameter) -> PolicyAnswer {
        PolicyAnswer(
            path: policy.path, statements: policy.statements(about: parameter),
            violations: violations.filter { $0.key.map { ParameterTable.parameter(forKey: $0) == parameter } ?? false }
        )
    }

    func about(_ channel: ChannelExplanation) -> PolicyAnswer {
        PolicyAnswer(
            path: policy.path,
            statements: policy.statements(aboutChannel: channel.name, channel.channels.map(\.channel)),
            violations: violations.filter { $0.channel == channel.name })
    }
}
