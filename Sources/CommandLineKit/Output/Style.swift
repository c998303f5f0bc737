import HostPlatform

/// A colour or weight of text on a terminal (ECMA-48 SGR).
///
/// No yellow or cyan for words: on white they are as good as unreadable. Green is for signs and lines of a difference.
package enum Style: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case magenta = "35"
    case cyan = "36"
}

extension Message.Severity {
    /// What a message's label looks like.
    package var style: Style {
        switch self {
        case .error: .red
        case .warning: .magenta
        case .note: .bold
        }
    }
}

/// When output is coloured.
package enum ColorPolicy: String, Sendable {
    case auto
    case always
    case never

    /// - Parameter environment: `NO_COLOR` with any value but none means no colour, whatever the policy; `TERM=dumb` where
    ///   the policy leaves it open.
    func allowsColor(onTerminal isTerminal: Bool, environment: Environment) -> Bool {
        guard environment["NO_COLOR"] ?? "" == "" else { return false }
        return switch self {
        case .always: true
        case .never: false
        case .auto: isTerminal && environment["TERM"] != "dumb"
        }
    }
}
