/// What separates the items of a sequence in an environment variable.
package enum Delimiter: Hashable, Sendable {
    case comma
    case ampersand
    /// `:`, on Windows `;`.
    case pathSeparator

    /// What separates items on a platform.
    package func character(onWindows isWindows: Bool) -> Character {
        switch self {
        case .comma: ","
        case .ampersand: "&"
        case .pathSeparator: isWindows ? ";" : ":"
        }
    }
}
