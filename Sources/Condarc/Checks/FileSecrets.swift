import CondaURL

/// The secrets in a file's text: comments count, since a token in one is as readable.
enum FileSecrets {
    /// Those that surely are some: a finding is more than text that is better hidden.
    static func all(in text: [UInt8]) -> [SecretSpan] {
        SecretScanner.secrets(in: text).filter { secret in
            switch (secret.place, secret.kind) {
            case (.url, _), (_, .bare), (_, .token): true
            case (.address(let start), .password): hasPort(behind: secret.range.upperBound, startingAt: start, in: text)
            default: false
            }
        }
    }

    /// `user:password@host:8080`; without a port it may be `contact:kim@example.org`.
    private static func hasPort(behind at: Int, startingAt start: Int, in text: [UInt8]) -> Bool {
        if text[start...].starts(with: "//".utf8) { return true }
        let isHostByte: (UInt8) -> Bool = {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        let host = text[(at + 1)...].prefix(while: isHostByte)
        let rest = text[host.endIndex...]
        return !host.isEmpty && rest.first == UInt8(ascii: ":")
            && rest.dropFirst().first.map { (0x30...0x39).contains($0) } == true
    }
}
