import CondaURL

/// Takes secrets out of text for people and logs.
///
/// What is a secret says `CondaURL`; parsed values are redacted before they are formatted (`redact(value:)`), and lines
/// after it, as a net.
package enum Redactor {
    /// What may be shown of a secret: its last four characters, or nothing of one shorter than sixteen. What is redacted
    /// already stays so.
    package static func redacted(secret: some StringProtocol) -> String {
        if secret.hasPrefix("…"), secret.count <= 5 { return String(secret) }
        return ShownSecret.text(of: Array(secret.utf8))
    }

    /// What may be repeated of an argument that means nothing: one as long as a token may be one that was misplaced.
    package static func shown(argument: String) -> String {
        argument.utf8.count < 16 ? argument : redacted(secret: argument)
    }

    /// Lines without the secrets in them.
    package static func redact(_ text: String) -> String { redact(text, as: .lines) }

    /// One value without the secrets in it: all of it may be one URL, whatever blanks and quotes it holds.
    package static func redact(value: String) -> String { redact(value, as: .value) }

    private static func redact(_ text: String, as extent: SecretScanner.Extent) -> String {
        let secrets = SecretScanner.secrets(in: text.utf8, as: extent)
        guard !secrets.isEmpty else { return text }
        return String(decoding: redact(Array(text.utf8), secrets), as: UTF8.self)
    }

    /// The same for the bytes of lines, such as a file's; what is not UTF-8 stays as it is.
    package static func redact(_ bytes: [UInt8]) -> [UInt8] { redact(bytes, SecretScanner.secrets(in: bytes)) }

    /// A line whose secrets differ from those of a line that looks the same when both are redacted.
    static func redactAsChanged(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: redact(bytes, SecretScanner.secrets(in: bytes), isChanged: true), as: UTF8.self)
    }

    private static func redact(_ bytes: [UInt8], _ secrets: [SecretSpan], isChanged: Bool = false) -> [UInt8] {
        guard !secrets.isEmpty else { return bytes }
        var result: [UInt8] = []
        var position = 0
        for secret in secrets where secret.range.lowerBound >= position {
            result += bytes[position..<secret.range.lowerBound]
            result += (isChanged ? "…(changed)" : ShownSecret.text(of: bytes[secret.range])).utf8
            position = secret.range.upperBound
        }
        return result + bytes[position...]
    }
}
