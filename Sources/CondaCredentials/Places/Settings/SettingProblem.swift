/// A setting that could not be read or does not make sense.
package struct SettingProblem: Sendable, Equatable {
    package enum Code: String, Sendable {
        /// A file of settings cannot be read.
        case unreadable = "settings-unreadable"
        /// A file of settings cannot be parsed.
        case syntax = "settings-syntax"
        /// A value of the wrong type, or a site that is not there.
        case invalid = "settings-invalid"
        /// A statement that python-dotenv skips.
        case skipped = "settings-skipped"
    }

    package let code: Code
    /// Lower case, without a full stop; never holds the value.
    package let message: String
    package let path: String?
    /// From 1.
    package let line: Int?
    package let column: Int?
    /// What to do about it.
    package var hint: String?
    /// The file, with the line and column if they are known.
    package var place: String? {
        path.map { path in ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") }
    }
    /// Whether anaconda-auth stops there, so that the places are not known for sure.
    package var isFatal: Bool { code != .skipped }
}
