import LosslessJSON

/// What is read of an API key: that it is one, and when it ends. Its signature is not verified.
package enum JSONWebToken {
    /// Whether a secret is a JSON Web Token: header, claims and signature, the first two JSON objects (RFC 7519, section 3).
    package static func isOne(_ secret: Secret) -> Bool {
        parts(of: secret).map { $0.allSatisfy { $0.root.members != nil } } ?? false
    }

    /// The `exp` claim in seconds since 1970, or nil where the text is no JSON Web Token or has none (RFC 7519, section 4.1.4).
    package static func expiry(of secret: Secret) -> Int? {
        guard case .number(let text)? = parts(of: secret)?[1].root["exp"]?.content, let seconds = Double(text) else {
            return nil
        }
        return Int(exactly: seconds.rounded(.down))
    }

    /// Header and claims.
    private static func parts(of secret: Secret) -> [JSONDocument]? {
        secret.withRevealedBytes { bytes in
            guard bytes.count(where: { $0 == UInt8(ascii: ".") }) == 2 else { return nil }
            let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return try? parts.prefix(2).map { try JSONDocument(Base64.decodeURLSafe($0)) }
        }
    }
}
