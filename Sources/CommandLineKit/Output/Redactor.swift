import CondaURL
package import LosslessJSON

/// Takes secrets out of text for people and logs.
///
/// What is a secret says `CondaURL`; parsed values are redacted before they are formatted (`redact(value:)`), and lines
/// after it, as a net.
package enum Redactor {
    /// What may be shown of a secret: its last four characters, or nothing of one shorter than sixteen. What is redacted
    /// already stays so.
    package static func redacted(secret: some StringProtocol) -> String {
        if secret.hasPrefix("…"), secret.count <= 5 { return String(secret) }
        return ShownSecret.text(of: Array(secret.utf8)[...])
    }

    /// What may be repeated of an argument that means nothing: one as long as a token may be one that was misplaced.
    package static func shown(argument: String) -> String {
        argument.utf8.count < 16 ? argument : redacted(secret: argument)
    }

    /// What may be repeated of a name that is not known, an option's with its dashes: all, unless it is rather a token.
    package static func shown(name: String) -> String {
        let bare = name.drop { $0 == "-" }
        return MisplacedToken.isOne(String(bare)) ? name.prefix(name.count - bare.count) + redacted(secret: bare) : name
    }

    /// Lines without the secrets in them.
    package static func redact(_ text: String) -> String { redact(text, as: .lines) }

    /// A text on one line, the controls in it spelt out, so that none cuts a URL in two; and redacted before that as well,
    /// since what is spelt out no longer looks like nothing.
    package static func line(_ text: String) -> String {
        let line = ControlCharacters.escaped(text)
        return redact(line == text ? line : ControlCharacters.escaped(redact(text)))
    }

    /// One value without the secrets in it: all of it may be one URL, whatever blanks and quotes it holds.
    package static func redact(value: String) -> String { redact(value, as: .value) }

    /// The same for a value that has a name, which may say that all of it is a secret.
    package static func redact(value: String, named name: String?) -> String {
        let secrets = SecretScanner.secrets(inValue: value.utf8, named: name)
        return secrets.isEmpty ? value : String(decoding: redact(Array(value.utf8), secrets), as: UTF8.self)
    }

    /// A file's path, or a URL that was given for one.
    package static func redact(path: String) -> String { path.contains(":/") ? redact(value: path) : path }

    /// A value of a configuration: its texts, its names, and all of what a name says to be secret.
    package static func redact(_ value: JSONValue, named name: String? = nil) -> JSONValue {
        switch value {
        case .string(let text): .string(redact(value: text, named: name))
        case .array(let items): .array(items.map { redact($0, named: name) })
        case .object(let members):
            .object(
                members.map {
                    let inner = SecretScanner.isSecretName($0.name) ? $0.name : name
                    return .init(redact(value: $0.name, named: name), redact($0.value, named: inner))
                })
        case .number: name.map(SecretScanner.isSecretName) == true ? .string("…") : value
        case .null, .bool: value
        }
    }

    /// An answer in JSON: paths, and what is redacted already or for programs to write, stay as they are.
    package static func redact(answer value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(redact(value: text))
        case .array(let items): .array(items.map { redact(answer: $0) })
        case .object(let members): .object(members.map { redact(answer: $0) })
        case .null, .bool, .number: value
        }
    }

    private static func redact(answer member: JSONValue.Member) -> JSONValue.Member {
        switch (member.name, member.value) {
        case ("diff", _), ("content", _), ("edits", _): member
        case ("path", .string(let path)), ("place", .string(let path)), ("name", .string(let path)),
            ("source", .string(let path)), ("template", .string(let path)):
            .init(member.name, .string(redact(path: path)))
        case (let name, let value): .init(redact(value: name), redact(answer: value))
        }
    }

    private static func redact(_ text: String, as extent: SecretScanner.Extent) -> String {
        let secrets = SecretScanner.secrets(in: text.utf8, as: extent)
        guard !secrets.isEmpty else { return text }
        return String(decoding: redact(Array(text.utf8), secrets), as: UTF8.self)
    }

    /// The same for the bytes of lines, such as a file's; what is not UTF-8 stays as it is.
    package static func redact(_ bytes: [UInt8]) -> [UInt8] { redact(bytes, SecretScanner.secrets(in: bytes)) }

    /// A line of a text; as changed where its secrets differ from those of a line that looks the same.
    ///
    /// - Parameter hidden: byte offsets of the whole text, ascending, where more secrets stand.
    static func redact(line: ArraySlice<UInt8>, hidden: [Range<Int>], isChanged: Bool = false) -> String {
        let parts = spans(in: line, hidden: hidden).map { ($0.range, isChanged ? "…(changed)" : $0.shown) }
        return String(decoding: Array(line).replacing(parts), as: UTF8.self)
    }

    private static func redact(_ bytes: [UInt8], _ secrets: [SecretSpan]) -> [UInt8] {
        secrets.isEmpty ? bytes : bytes.replacing(secrets.map { ($0.range, $0.shown(in: bytes)) })
    }
}
