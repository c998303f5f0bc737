import CommandLineKit
import Condarc
import LosslessJSON

/// What a policy says of one parameter or channel, as text and JSON.
struct PolicyAnswer {
    let path: String
    let statements: [PolicyStatement]
    let violations: [PolicyViolation]

    func writeText(_ console: Console) {
        console.writeLine()
        guard !statements.isEmpty else { return console.writeLine(StyledText("The policy says nothing of it.")) }
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
