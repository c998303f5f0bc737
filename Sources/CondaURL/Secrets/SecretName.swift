/// Names that say that a secret follows.
///
/// Most names are no secret's, and every line of output is looked at: so this is by bytes, without making texts.
enum SecretName {
    /// - Parameter name: of a query's value, in any case.
    static func isOfQuery(_ name: some Collection<UInt8>) -> Bool {
        let name = folded(name)
        return isSecret(name) || contains("signature", name) || queriesOnly.contains { isWhole($0, name) }
    }

    /// Whether a key of a file says that its value is a secret, and not a file, an address or a choice.
    ///
    /// - Parameter key: in any case.
    static func isKey(_ key: some Collection<UInt8>) -> Bool {
        guard hasPair(key), (2...64).contains(key.count) else { return false }
        let key = folded(key)
        return isSecret(key) && !["add_", "use_", "no_"].contains { key.starts(with: $0.utf8) }
            && !notSecret.contains { key.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// Whether two letters stand side by side of which every secret's key has one pair: most keys have none, and every line
    /// of output is looked at.
    static func hasPair(_ key: some Sequence<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in key {
            let byte = byte | 0x20
            let isPair =
                switch byte {
                case "e": before == UInt8(ascii: "k") || before == UInt8(ascii: "b")
                case "r": before == UInt8(ascii: "c")
                case "s": before == UInt8(ascii: "s")
                case "w": before == UInt8(ascii: "p") || before == UInt8(ascii: "j")
                case "z": before == UInt8(ascii: "i")
                default: false
                }
            if isPair { return true }
            before = byte
        }
        return false
    }

    static let words: [StaticString] = ["pw", "pwd", "pass", "authorization", "bearer", "jwt"]
    static let parts: [StaticString] = [
        "token", "secret", "passw", "passphrase", "apikey", "api_key", "access_key", "accesskey", "private_key",
        "credential",
    ]
    private static let queriesOnly: [StaticString] = ["key", "auth", "sig", "code", "session", "sid"]
    private static let notSecret = [
        "_file", "_path", "_dir", "_url", "_uri", "_type", "_kind", "_name", "_expiry", "_timeout", "_store",
    ]

    private static func isSecret(_ name: [UInt8]) -> Bool {
        words.contains { isWhole($0, name) } || parts.contains { contains($0, name) }
    }

    private static func folded(_ name: some Collection<UInt8>) -> [UInt8] {
        name.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.lowercased }
    }

    private static func isWhole(_ word: StaticString, _ name: [UInt8]) -> Bool {
        name.elementsEqual(word.bytes)
    }

    private static func contains(_ part: StaticString, _ name: [UInt8]) -> Bool {
        name.withUnsafeBufferPointer { $0.firstIndex(of: part.bytes) } != nil
    }
}
