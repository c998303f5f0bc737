import CommandLineKit
import CondaCredentials
import LosslessJSON
import LosslessYAML

/// Something that is wrong with tokens or the places they are in.
struct DoctorFinding: Sendable {
    /// What can be done about it without a choice, and without a way to lose anything.
    enum Mend: Sendable {
        /// Takes the rights of others away: all of a file, those to write of a directory.
        case closeToOthers(path: String)
        /// What the store does about a problem of its own.
        case inStore(StoreProblem)
        /// Copies a token from another directory of conda-token files.
        case copyToken(StoredToken)
        /// Puts the token of a configuration's URL into the conda-token directory, and then takes it out of the URL.
        case moveFromCondarc(CondarcSecret)
        /// Makes conda give a host's channels to anaconda-auth.
        case nameHandler(host: String)
        /// Repeats a weaker file's setting before the one in this file that it takes the effect from.
        case repeatSetting(file: String, channel: String, rival: YAMLValue)

        var movedSecret: CondarcSecret? {
            if case .moveFromCondarc(let secret) = self { secret } else { nil }
        }
    }

    let code: String
    /// A note is to be known; nothing needs to be done.
    let level: Message.Severity
    let path: String?
    /// From 1.
    var line: Int?
    var column: Int?
    /// Lower case, without a full stop; never a secret.
    let message: String
    var mend: Mend?
    /// The lines that it is about; nil where they are found by its place.
    var excerpt: Excerpt?
    /// What to do about it, where `--fix` does not: a command or a sentence.
    var advice: String?

    init(
        _ code: String, _ level: Message.Severity = .warning, path: String?, line: Int? = nil, column: Int? = nil,
        _ message: String, mend: Mend? = nil, advice: String? = nil
    ) {
        self.code = code
        self.level = level
        self.path = path.map { TokenPlaces.shown(path: $0) }
        self.line = line
        self.column = column
        // Some messages quote what somebody else wrote.
        self.message = Redactor.redact(message)
        self.mend = mend
        self.advice = advice
    }

    var isFixable: Bool { mend != nil }

    /// What to do about it.
    var remedy: String? { isFixable ? "keyring-tool doctor --fix" : advice }

    var json: JSONValue {
        [
            "rule": .string(code), "severity": .string(level.rawValue), "path": path.json, "message": .string(message),
            "fixable": .bool(isFixable), "hint": remedy.json, "line": line?.json, "column": column?.json,
            "code": .string(code), "level": .string(level.rawValue), "remedy": remedy.json,
        ]
    }
}
