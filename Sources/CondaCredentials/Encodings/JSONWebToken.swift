import LosslessJSON

/// The one thing that is read of an API key: when it ends. Its signature is not verified.
package enum JSONWebToken {
    /// The `exp` claim in seconds since 1970, or nil where the text is no JSON Web Token or has none (RFC 7519, section 4.1.4).
    package static func expiry(of secret: Secret) -> Int? {
        secret.withRevealedBytes { bytes in
            let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count == 3, let claims = try? JSONDocument(Base64.decodeURLSafe(parts[1])),
                case .number(let text)? = claims.root["exp"]?.content, let seconds = Double(text),
                let whole = Int(exactly: seconds.rounded(.down))
            else { return nil }
            return whole
        }
    }
}
