import CommandLineKit
import LosslessJSON

extension Console {
    /// Writes the one JSON object of a call, its texts without the secrets of URLs: names in a keyring are somebody
    /// else's, and may hold some.
    func write(redactedJSON members: [JSONValue.Member]) { write(json: members.map(\.redacted)) }
}

extension JSONValue.Member {
    /// As it is where it is a file's path, in which `/t/` is a directory, or a diff, which is redacted already.
    var redacted: JSONValue.Member {
        ["path", "place", "diff"].contains(name) ? self : .init(Redactor.redact(value: name), value.redacted)
    }
}

extension JSONValue {
    fileprivate var redacted: JSONValue {
        switch self {
        case .string(let text): .string(Redactor.redact(value: text))
        case .array(let values): .array(values.map(\.redacted))
        case .object(let members): .object(members.map(\.redacted))
        default: self
        }
    }
}
