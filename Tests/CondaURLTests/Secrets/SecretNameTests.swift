import Testing

@testable import CondaURL

@Suite struct SecretNameTests {
    @Test(arguments: [
        "token", "TOKEN", "access_token", "api-key", "apikey", "X-Api-Key", "password", "passwd", "passphrase",
        "client_secret", "private_key", "aws_secret_access_key", "credentials", "pw", "pwd", "pass", "Authorization",
        "bearer", "jwt",
    ])
    func `a key that is named like a secret has one`(name: String) {
        #expect(SecretName.isKey(name.utf8))
        #expect(SecretName.isOfQuery(name.utf8))
        // Without it a scanner would not look.
        #expect(SecretName.hasPair(name.utf8))
    }

    @Test(arguments: [
        "", "t", "channels", "ssl_verify", "add_anaconda_token", "use_unified_repo_api_key", "no_password",
        "token_file",
        "token-path", "api_key_url", "secret_name", "password_timeout", "keyring", "key", "auth", "compass", "pwned",
        "bypass", "token_store", String(repeating: "x", count: 60) + "token",
    ])
    func `a switch, a file or a place is no secret`(name: String) { #expect(!SecretName.isKey(name.utf8)) }

    @Test(arguments: [
        ("key", true), ("sig", true), ("X-Amz-Signature", true), ("code", true), ("sid", true), ("session", true),
        ("auth", true), ("monkey", false), ("page", false), ("design", false), ("", false),
    ])
    func `a query's short names count only whole`(name: String, isSecret: Bool) {
        #expect(SecretName.isOfQuery(name.utf8) == isSecret)
    }
}
