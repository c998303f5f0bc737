import Testing

@testable import Condarc

@Suite struct `Secrets in URLs` {
    @Test(
        arguments: [
            ("https://h.example/t/made-up-token/c", [URLSecret(kind: .token, offset: 0)]),
            ("https://h.example/conda/t/made-up-token", [URLSecret(kind: .token, offset: 0)]),
            (
                "  - 'https://u:pw@h.example/t/x1/c'",
                [
                    URLSecret(kind: .password, offset: 5), URLSecret(kind: .token, offset: 5),
                ]
            ),
            (
                "# old: http://u:p@h # https://h/t/y/z",
                [
                    URLSecret(kind: .password, offset: 7), URLSecret(kind: .token, offset: 22),
                ]
            ),
            (
                "[http://u:p@a,http://u:p@b]",
                [
                    URLSecret(kind: .password, offset: 1), URLSecret(kind: .password, offset: 14),
                ]
            ),
            ("https://u@h.example/c", []),
            ("https://u:@h.example/c", []),
            ("https://u:${PW}@h.example/t/$TOKEN/c", []),
            ("https://u:%PW%@h.example", []),
            ("https://u:****@h.example/t/<TOKEN>/c", []),
            ("https://h.example:8080/c@d", []),
            ("/home/t/x/y", []),
            ("https://h.example/at/x", []),
            ("://", []),
            ("", []),
        ] as [(String, [URLSecret])])
    func `are found wherever they stand`(_ text: String, _ expected: [URLSecret]) {
        #expect(URLSecret.secrets(in: text.utf8) == expected)
    }
}
