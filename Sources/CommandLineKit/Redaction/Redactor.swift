/// Takes secrets out of text for people and logs.
package enum Redactor {
    /// What may be shown of a secret: its last four characters, or nothing of one shorter than sixteen. What is redacted
    /// already stays so.
    package static func redacted(secret: some StringProtocol) -> String {
        if secret.hasPrefix("…"), secret.count <= 5 { return String(secret) }
        return secret.count < 16 ? "…" : "…\(secret.suffix(4))"
    }

    /// What may be repeated of an argument that means nothing: one as long as a token may be one that was misplaced.
    package static func shown(argument: String) -> String {
        argument.utf8.count < 16 ? argument : redacted(secret: argument)
    }

    /// The text without the tokens (`/t/TOKEN/`) and passwords (`//user:password@`) of the URLs in it, and without
    /// JSON web tokens.
    package static func redact(_ text: String) -> String { String(decoding: redact(Array(text.utf8)), as: UTF8.self) }

    /// The same for bytes, such as a diff; what is not UTF-8 stays as it is.
    package static func redact(_ bytes: [UInt8]) -> [UInt8] {
        let secrets = SecretScanner(bytes).secrets()
        guard !secrets.isEmpty else { return bytes }
        var result: [UInt8] = []
        var position = 0
        for secret in secrets {
            result += bytes[position..<secret.lowerBound]
            result += redacted(secret: String(decoding: bytes[secret], as: UTF8.self)).utf8
            position = secret.upperBound
        }
        return result + bytes[position...]
    }
}
