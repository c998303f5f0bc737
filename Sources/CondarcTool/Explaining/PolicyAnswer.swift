import CommandLineKit
import CondaSession
import Condarc
import LosslessJSON

/// The policy that `--policy` names, and whether it holds here.
struct PolicyStatements {
    private let policy: Policy
    private let violations: [PolicyViolation]

    /// Nil without the option.
    init?(_ invocation: Invocation, _ session: Session) throws {
        guard let name = invocation.value(EnforceCommand.policy) else { return nil }
        policy = try EnforceCommand.read(name, invocation, session)
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

/// What a policy says of one parameter or channel, as text and JSON.
struct PolicyAnswer {
    let path: String
    let statements: [PolicyStatement]
    let violations: [PolicyViolation]

    func writeText(_ console: Console) {
        console.writeLine()
        guard !statements.isEmpty else {
            return console.writeLine(StyledText("The policy says nothing of it."))
        }
        console.writeLine("What the policy says:")
        for statement in statements {
            let text = ControlCharacters.escaped(Redactor.redact(statement.text))
            let verb =
                switch statement.kind {
                case .require: "requires"
                case .pin: "pins"
                case .forbid: "forbids"
                }
            let place = ControlCharacters.escaped("\(path):\(statement.line)")
            console.writeLine(StyledText("  it \(verb) \(text)") + StyledText("  # \(place)", .dim))
        }
        if violations.isEmpty { console.writeLine("  and that holds") }
        for violation in violations {
            let message = ControlCharacters.escaped(Redactor.redact(violation.message))
            let place = violation.line.map { "\(violation.path):\($0)" } ?? violation.path
            console.writeLine(
                StyledText("  not kept: ", .red) + StyledText(message)
                    + StyledText("  # \(ControlCharacters.escaped(place))", .dim))
        }
    }

    /// What it adds to an answer.
    var json: JSONValue {
        let said = statements.map { statement -> JSONValue in
            [
                "kind": .string(statement.kind.rawValue), "line": statement.line.json,
                "text": .string(Redactor.redact(statement.text)),
            ]
        }
        return ["policy": ["path": .string(path), "statements": .array(said), "holds": .bool(violations.isEmpty)]]
    }
}
