import HostPlatform

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
