/// How a program ended.
package enum ExitStatus: Int32, Sendable, CaseIterable, Comparable {
    /// Done, or nothing to do.
    case success = 0
    /// A negative answer: a change is pending, problems were found, not there, they differ.
    case negative = 1
    /// The command line is wrong.
    case usage = 2
    /// Bad data: cannot be parsed, wrong type, unknown parameter, conflict.
    case badData = 3
    /// The system: I/O, permission, lock, disk full.
    case system = 4

    package static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}
