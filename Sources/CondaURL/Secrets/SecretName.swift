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

    private static let whole: Set<String> = [
        "key", "auth", "authorization", "sig", "pw", "pwd", "pass", "code", "jwt", "bearer", "session", "sid",
    ]
    private static let parts = [
        "token", "secret", "passw", "signature", "apikey", "api_key", "api-key", "access_key", "accesskey",
        "credential",
    ]
}
