/// When output is coloured.
package enum ColorPolicy: String, Sendable {
    case auto
    case always
    case never

    /// - Parameter environment: `NO_COLOR` with any value but none, or `TERM=dumb`, mean no colour.
    func allowsColor(onTerminal isTerminal: Bool, environment: [String: String]) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: isTerminal && environment["NO_COLOR"] ?? "" == "" && environment["TERM"] != "dumb"
        }
    }
}
