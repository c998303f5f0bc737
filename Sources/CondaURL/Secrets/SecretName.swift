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
        if ["add_", "use_", "no_"].contains(where: { key.starts(with: $0.utf8) })
            || notSecret.contains(where: { key.suffix($0.utf8.count).elementsEqual($0.utf8) })
        {
            return false
        }
        return wholeKeys.contains(String(decoding: key, as: UTF8.self))
            || keyParts.contains { part in
                let part = Array(part.utf8)
                return key.count >= part.count
                    && (0...(key.count - part.count)).contains { key[$0...].starts(with: part) }
            }
    }

    private static let wholeKeys: Set<String> = ["pw", "pwd", "pass", "authorization", "bearer", "jwt"]
    private static let keyParts = [
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
