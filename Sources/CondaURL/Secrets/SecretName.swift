/// Names in a query that say that a secret follows.
enum SecretName {
    /// - Parameter name: as it stands in the query, in any case.
    static func isOne(_ name: some Collection<UInt8>) -> Bool {
        let name = String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        return whole.contains(name)
            || parts.contains { part in
                let (name, part) = (Array(name.utf8), Array(part.utf8))
                guard name.count >= part.count else { return false }
                return (0...(name.count - part.count)).contains { name[$0...].starts(with: part) }
            }
    }

    /// Whether a key of a file says that its value is a secret, and not a file, an address or a choice.
    ///
    /// - Parameter key: in any case.
    static func isKey(_ key: some Collection<UInt8>) -> Bool {
        guard (2...64).contains(key.count) else { return false }
        let key = key.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
        // Most keys are no secret's, and every line of output is looked at: so this is by bytes, without making texts.
        guard
            wholeKeys.contains(where: { holds($0, key, at: 0) && key.count == $0.utf8CodeUnitCount })
                || keyParts.contains(where: { part in key.indices.contains { holds(part, key, at: $0) } })
        else { return false }
        return !["add_", "use_", "no_"].contains { key.starts(with: $0.utf8) }
            && !notSecret.contains { key.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static func holds(_ part: StaticString, _ key: [UInt8], at start: Int) -> Bool {
        let count = part.utf8CodeUnitCount
        guard key.count - start >= count else { return false }
        var index = 0
        while index < count, part.utf8Start[index] == key[start + index] { index += 1 }
        return index == count
    }

    private static let wholeKeys: [StaticString] = ["pw", "pwd", "pass", "authorization", "bearer", "jwt"]
    private static let keyParts: [StaticString] = [
        "token", "secret", "passw", "passphrase", "apikey", "api_key", "access_key", "accesskey", "private_key",
        "credential",
    ]
    private static let notSecret = [
        "_file", "_path", "_dir", "_url", "_uri", "_type", "_kind", "_name", "_expiry", "_timeout", "_store",
    ]
    private static let whole: Set<String> = [
        "key", "auth", "authorization", "sig", "pw", "pwd", "pass", "code", "jwt", "bearer", "session", "sid",
    ]
    private static let parts = [
        "token", "secret", "passw", "signature", "apikey", "api_key", "api-key", "access_key", "accesskey",
        "credential",
    ]
}
