import LosslessYAML

/// What a policy says of one parameter or channel.
package struct PolicyStatement: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case require
        case pin
        case forbid
    }

    package let kind: Kind
    /// Line of the policy, from 1.
    package let line: Int
    /// The value, the key or the pattern.
    package let text: String
}

extension Policy {
    package func statements(about parameter: Parameter) -> [PolicyStatement] {
        func wishes(_ wishes: [WantedValue], _ kind: PolicyStatement.Kind) -> [PolicyStatement] {
            wishes.filter { $0.parameter == parameter }
                .map { PolicyStatement(kind: kind, line: $0.span.start.line, text: $0.value.pythonText) }
        }
        let keys = forbiddenKeys.filter { $0.parameter == parameter }
            .map { PolicyStatement(kind: .forbid, line: $0.span.start.line, text: $0.key) }
        return wishes(required, .require) + wishes(pinned, .pin) + keys
    }

    /// What forbids a channel, by its name or URL or by what it stands for.
    package func statements(aboutChannel name: String, _ channels: [Channel]) -> [PolicyStatement] {
        forbiddenChannels.filter { $0.forbids(name, channels) }
            .map { PolicyStatement(kind: .forbid, line: $0.span.start.line, text: $0.text) }
    }
}
