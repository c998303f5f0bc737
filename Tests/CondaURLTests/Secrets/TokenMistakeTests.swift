import CondaURL
import Testing

@Suite struct TokenMistakeTests {
    @Test(arguments: [
        ("", TokenMistake.empty), (" \n", .empty), ("\u{FEFF}made-up-token-1", .byteOrderMark),
        ("<TOKEN>", .placeholder), ("<your token>", .placeholder), ("${TOKEN}", .placeholder), ("$TOKEN", .placeholder),
        ("%TOKEN%", .placeholder), ("{{ token }}", .placeholder), ("YOUR_TOKEN_HERE", .placeholder),
        ("your-api-key", .placeholder), ("TOKEN_HERE", .placeholder), ("changeme", .placeholder),
        ("xxxxxxxx", .placeholder), ("xx-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", .placeholder),
        ("********", .placeholder), ("${A}made-up", .placeholder), ("a1-{{ b }}-c", .placeholder),
        ("VALUE_SPECIFIED_IN_NO_LOG_PARAMETER", .placeholder), ("[REDACTED]", .placeholder),
        ("(sensitive value)", .placeholder),
        ("ab-0a1b2c3d-1111-2222-3333-abcdefabcdef%", .beside), ("ab-0a1b2c3d-1111-2222-3333-abcdefabcdef\\n", .beside),
        ("null", .nothing), ("None", .nothing), ("$ANSIBLE_VAULT;1.1;AES256\nmade-up", .encrypted(by: "ansible-vault")),
        ("ENC[AES256_GCM,data:made-up]", .encrypted(by: "sops")), ("-----BEGIN KEY-----\nmade-up", .keyFile),
        ("machine h.example login a password made-up-1", .netrc), ("[default]\ntoken=made-up-token-1", .lines),
        ("arn:aws:secretsmanager:eu:1:secret:made-up", .reference), ("vault:secret/data/made-up#token", .reference),
        ("op://made-up/conda/token", .reference), ("projects/1/secrets/made-up/versions/1", .reference),
        ("404: Not Found", .report), ("Error reading made-up: permission denied", .report),
        ("kim:ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", .user),
        ("ab-0a1b2c3d-1111-2222-3333-abcdefabcdefab-0a1b2c3d-1111-2222-3333-abcdefabcdef", .twice),
        ("…9012", .placeholder), ("<html>Login</html>", .markup), ("{\"token\":\"made-up-token-1\"}", .json),
        ("[\"made-up-token-1\"]", .json), ("{\\rtf1\\ansi\n\\f0 made-up-token-1}", .richText),
        ("made-up-token-1\nmade-up-token-2", .lines), ("\nmade-up-token-1", .lines),
        ("Bearer made-up-token-1", .header("Bearer")), ("bearer made-up-token-1", .header("Bearer")),
        ("token made-up-token-1", .header("token")), ("token: made-up-token-1", .header("token")),
        ("Authorization: token made-up-token-1", .header("Authorization")),
        ("TOKEN=made-up-token-1", .assignment), ("export TOKEN=made-up-token-1", .assignment),
        ("token = made-up-token-1", .assignment), ("TOKEN='made-up-token-1'", .assignment),
        ("$env:TOKEN = 'made-up-token-1'", .assignment),
        ("\"made-up-token-1\"", .quotes), ("'made-up-token-1'", .quotes), ("made-up-token-1\"", .quotes),
        ("made-up-token-1,", .comma), ("/home/made-up/token.txt", .path), ("~/made-up-token", .path), ("/root", .path),
        ("/usr/made-up/bin:/usr/bin", .path), ("made-up.token", .path), ("C:\\Users\\made-up", .path),
        ("made-up@h.example", .mailAddress), ("made.up+1@h.example.org", .mailAddress),
        ("“made-up-token-1”", .quotes), ("made-up-token-1’", .quotes),
        ("https://h.example/t/made-up-token-1/c", .url), ("made-up token-1", .blank), ("made-up-token-1 ", .blank),
        ("made-up\u{0}token", .control), ("made-üp-token", .notASCII("ü", column: 6)), ("abc", .short),
        ("1234567", .short),
    ])
    func `what people give in place of a token is told apart`(_ text: String, _ expected: TokenMistake) {
        #expect(TokenMistake(text.utf8) == expected)
        #expect(!expected.message.contains("made-up") && !expected.remedy.contains("made-up"))
    }

    @Test(arguments: [
        "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef", "xy-12345678-abcd-efgh-ijkl-123456789012",
        "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "3f2b8c1e-1111-2222-3333-abcdefabcdef",
        "eyJhbGciOi.eyJzdWIiOiIx.c2lnbmF0dXJl",
        "tk-0123456789abcdef", "c2VjcmV0IG1hZGUgdXA=", "YWJjZGVmZ2hpamtsbQ==", "a+b/c0123456789=", "token-of-two",
        "tokenization-1", "made_up_token_0123", "ghp_madeup0123456789abcdef", "glpat-made_up-0123456789",
        "pfx_madeup0123", "aB3$xY7!qZ", "12345678", "/9j4AAQSkZJRgABAQAAAQ==", "./0a1b2c3d4e5f60718293",
        "/homemade/0123456789",
        "0123456789abcdef0123456789abcdef", "armed:c0123456789", "ab@c0123456789", "/a1b2c3d4e5f6:0718293a4b5c",
    ])
    func `every form that servers give out passes`(_ text: String) {
        #expect(TokenMistake(text.utf8) == nil)
    }
}
