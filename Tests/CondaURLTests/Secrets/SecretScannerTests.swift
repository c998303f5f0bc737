import Testing

@testable import CondaURL

@Suite struct SecretScannerTests {
    private func found(_ text: String, as extent: SecretScanner.Extent = .lines) -> [String] {
        let bytes = Array(text.utf8)
        return SecretScanner.secrets(in: bytes, as: extent).map {
            "\($0.kind.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    @Test(arguments: [
        ("https://h.example/t/made-up-token/c", ["token: made-up-token"]),
        ("HTTPS://H.example/t/made-up-token/c", ["token: made-up-token"]),
        ("https://h.example/conda/t/made-up_token", ["token: made-up_token"]),
        ("  - 'https://u:pw@h.example/t/x1/c'", ["password: pw", "token: x1"]),
        ("# old: http://u:p@h # https://h/t/y/z", ["password: p", "token: y"]),
        ("[http://u:p@a,http://u:q@b]", ["password: p", "password: q"]),
        ("[\"http://h:80\",\"kim@h\"]", []),
        ("http: http://u:p'w@proxy:8080", ["password: p'w"]),
        ("http: \"http://u:p\\\"w@proxy:8080\"", ["password: p\\\"w"]),
        ("http: http://u:p w@proxy:8080", ["password: p w"]),
        ("http: http://u:p/w@proxy:8080", ["password: p/w"]),
        ("http: user:password@proxy:8080", ["password: password"]),
        ("http: http://u:p@w#1@proxy:8080", ["password: p@w#1"]),
        ("['http://u:p@w/1@proxy:8080', 'kim@h']", ["password: p@w/1"]),
        ("https://u:p@h/@scope/c https://h/x@y", ["password: p@h/"]),
        ("https://kim@h.example/c@d", []),
        ("https://u:p@h/c/HTTPS://v:q@h", ["password: p", "password: q"]),
        ("https://u@h.example/c", []),
        ("https://ab12345678cd9012@h.example/c", ["user name: ab12345678cd9012"]),
        ("https://madeuptokenwithoutdigits@h/c", ["user name: madeuptokenwithoutdigits"]),
        ("https://u:@h.example/c", []),
        ("https://h/c?access_token=abc&x=1", ["query value: abc"]),
        ("https://h/c?x=1&X-Amz-Signature=abc#f", ["query value: abc"]),
        ("https://h/c?passphrase=abc", ["query value: abc"]), ("https://h/c?private-key=abc", ["query value: abc"]),
        ("https://h/c?X-Api-Key=abc&key=d&sid=e", ["query value: abc", "query value: d", "query value: e"]),
        ("https://h/c?token_type=abc&monkey=d", ["query value: abc"]),
        ("https://h/c?page=2", []),
        (
            "a: |\n-----BEGIN RSA PRIVATE KEY-----\nbWFk\nZQ==\n-----END RSA PRIVATE KEY-----\n",
            ["private key: \nbWFk\nZQ==\n"]
        ),
        ("# -----BEGIN PRIVATE KEY-----\n# bWFkZQ==\n", ["private key: \n# bWFkZQ==\n"]),
        ("\"-----BEGIN PRIVATE KEY-----\\nbWFk\\n-----END PRIVATE KEY-----\"", ["private key: \\nbWFk\\n"]),
        ("-----BEGIN CERTIFICATE-----\nbWFk\n-----END CERTIFICATE-----\n", []),
        ("# tk-0123456789", ["bare token: tk-0123456789"]),
        ("always_yes: tk-0123456789abcdef", ["bare token: tk-0123456789abcdef"]),
        ("key eyJhbGciOi.eyJzdWIiOiIx.c2lnbmF0dXJl end", ["bare token: eyJhbGciOi.eyJzdWIiOiIx.c2lnbmF0dXJl"]),
        ("ab-01234567-89ab-cdef-0123-456789abcdef", ["bare token: ab-01234567-89ab-cdef-0123-456789abcdef"]),
        ("ab-01234567-wxyz-cdef-0123-456789abcdef", ["bare token: ab-01234567-wxyz-cdef-0123-456789abcdef"]),
        ("as-somebody-else-than-this-onlypeopleno", []),
        ("python-tk-0123456789", []),
        ("https://h.example:8080/c@d", []), ("http://u:123456/p@h:80/c", ["password: 123456/p"]),
        ("https://h.example/t//made-up-token/c", ["token: made-up-token"]),
        ("https://h.example//t/made-up-token/c", ["token: made-up-token"]), ("https://t/c", []),
        ("https://h.example/t/t/made-up-token/c", ["token: made-up-token"]),
        ("https://h.example/t/t%2Fmade-up-token%2Fc", ["token: made-up-token"]),
        ("https://h.example/t/t/c", ["token: t"]),
        ("https://h.example/t/made-up-token{{a/c }}", ["token: made-up-token{{a"]),
        ("https://u:${e/t/{{@a! tk-0123456789 }}@h", ["password: ${e/t/{{@a! tk-0123456789 }}"]),
        ("u:tk-0123456789${PW}@h:80", ["password: tk-0123456789${PW}"]),
        ("https://h.example/t/{{ vault/token }}/c", []), ("https://u:{{ vault/pw }}@h.example/c", []),
        // What cannot stand in a password, and does: it ends at the last `@` before the host all the same.
        ("https://user:made#up@h/", ["password: made#up"]), ("https://user:made?up@h/", ["password: made?up"]),
        ("https://user: made-up@h/ is no URL", ["password:  made-up"]), ("see https://h: write to kim@h", []),
        // Where a scheme is missing or stands twice.
        ("https:/user:made-up@h/c", ["password: /user:made-up"]), ("https://host:/a/b@c", []),
        ("such as https://https:/user:made-up@h/c", ["password: made-up"]),
        ("https://conda.anaconda.org/user:made-up@h/c", ["password: made-up"]),
        ("https://conda.anaconda.org/user:made/up@h/c", ["password: made/up"]),
        ("https://h/c::python@3", []), ("https://h/a:b/c?mail=a@b", []), ("https://h/c:80/d", []),
        // Encoded, or in another case.
        ("https%3A%2F%2Fuser%3Amade-up%40h", ["password: made-up"]), ("https%3A%2F%2Fh%2Fc", []),
        ("https://h/%74/made-up-token/c", ["token: made-up-token"]), ("https://h/%74/x/c", []),
        ("https://h/T/made-up-token/c", ["token: made-up-token"]), ("https://h/T/x/c", []), ("/home/T/x", []),
        // Beside what it should stand in, or in place of.
        ("https://h/t/${X}made-up-token-0123456789/c", ["token: ${X}made-up-token-0123456789"]),
        ("https://h/t/ made-up-token-0123456789/c", ["token: made-up-token-0123456789"]),
        ("it stands behind /t/ in the URL", []),
        ("t/made-up-token-0123456789/c", ["token: made-up-token-0123456789"]), ("t/test_0123456789_of.py", []),
        ("t/some-directory-of-mine/c", []),
        ("https://t/made-up-token-0123456789/c", ["token: made-up-token-0123456789"]),
        ("h.example//made-up-token-0123456789//c", ["token: made-up-token-0123456789"]), ("h.example//made-up//c", []),
        ("https://made-up-token-0123456789/c", []), ("http://p:80 #me@x", []),
        ("token 01234567-89ab-cdef-0123-456789abcdef", ["bare token: 01234567-89ab-cdef-0123-456789abcdef"]),
        ("# https://h/t/made-up/token 0123456789abcdef", ["token: made-up", "bare token: 0123456789abcdef"]),
        ("'Bearer  0123456789abcdef'", ["bare token: 0123456789abcdef"]), ("the token for my-organization", []),
        ("01234567-89ab-cdef-0123-456789abcdef", []), ("numpy-1.26.4-py311h64a7726_0.conda", []),
        ("sha256 0123456789abcdef0123456789abcdef", []),
        ("curl -u me:made-up https://h/c", ["password: made-up"]), ("curl -ume:p@q https://h", ["password: p@q"]),
        ("curl --user \"me:made up\" https://h/c", ["password: made up"]),
        ("cmd: 'curl --user=me@h.example:made-up'", ["password: made-up"]),
        ("args: [\"-u\", \"me:made-up\"]", ["password: made-up"]),
        ("curl --proxy-user me:made-up -U ${ME}:${PW} h", ["password: made-up"]),
        ("curl -u me:<my password> https://h/c", []), ("docker run -u 1000:1000 a", []), ("curl -u me h:80 c:d", []),
        ("curl --user-agent a:b h", []), ("sort -u https://h/c", []), ("a-u me:made-up", []),
        ("https:///t/made-up-token/c", ["token: made-up-token"]),
        ("https://h/t/<a b//u:p@h>", ["token: <a b//u:p@h>"]),
        ("https://u:x/y tk-0123456789 ${PW}@h", ["password: x/y tk-0123456789 ${PW}"]),
        ("https://h.example/t%2Fmade-up-token%2Fc", ["token: made-up-token"]),
        ("https://u%3Ap%40h.example/c", ["password: p"]), ("http:///u:p@h", ["password: p"]),
        ("https://u:p＠h.example", ["password: p"]),
        ("# token: made-up-word", ["named secret: made-up-word"]),
        ("Authorization: Bearer made-up-word", ["named secret: made-up-word"]),
        ("{password: 'made-up', x: 1}", ["named secret: made-up"]),
        ("password: 'made'up'", ["named secret: made'up"]), ("password: 'made''up'", ["named secret: made''up"]),
        ("add_anaconda_token: false", []), ("token: ${TOKEN}", []), ("there is no token: remove the wrong one", []),
        ("token_file: made-up-file", []), ("x token: made-up-0123456789 y", ["named secret: made-up-0123456789"]),
        // A quote or a comma in the middle ends nothing.
        ("- \"https://u:'made-up'@h/c\"", ["password: 'made-up'"]), ("https://h/t/a\"made-up/c", ["token: a\"made-up"]),
        ("https://h/t/a,made-up/c", ["token: a,made-up"]), ("[https://h/c?token=a'b, c]", ["query value: a'b"]),
        ("'https://h/t/made-up', 'b'", ["token: made-up"]), ("`https://h/t/made-up` b", ["token: made-up"]),
        ("{\"a\":\"https://h/t/made-up\",\"b\":1}", ["token: made-up"]),
        ("[\"t/made-up-token-0123456789/c\"]", ["token: made-up-token-0123456789"]),
        // What only looks like the way to a token.
        ("https:\\\\h\\t\\made-up-token-0123456789\\c", ["token: made-up-token-0123456789"]),
        ("https://h/t\\\\made-up-token-0123456789/c", ["token: made-up-token-0123456789"]),
        ("https://h/т/made-up-token-0123456789/c", ["token: made-up-token-0123456789"]),
        ("https://h/\u{200B}t/made-up-token-0123456789/c", ["token: made-up-token-0123456789"]),
        ("https://h／t／made-up-token-0123456789／c", ["token: made-up-token-0123456789"]),
        ("https://h/t%252Fmade-up%252Fc", ["token: made-up"]),
        ("C:\\t\\made-up-directory", []), ("https://h/чт/made-up-channel", []),
        ("/home/t/x/y", []), ("file:///home/t/x", []), ("~/t/pkgs", []),
        ("https://h.example/at/x", []),
        ("://", []), ("", []), ("//", []), ("/t/", []), ("a@b", []), ("?token=", []),
    ])
    func `secrets are found wherever they stand`(_ text: String, _ expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test func `a text without a mark of secrets has none`() {
        let pieces = [
            "/", "//", ":", "@", "t", "/t/", "tk-", "gh", "p_", "o_", "s_", "github_pat", "_", "-", "glpat-", "pypi-",
            "hf_", "npm_", "sk-", "xoxb-", "AKIA", "dapi", "hvs", "ABCDEFGHIJKLMNOP", "ey",
            "eyJ", ".", "0123456789abcdef0", "a", "ab-01234567", "-0123", "-0123456789ab", " ", "=", "?", "&", "%2f",
            "＠",
            "token", "key", "<", ">", "file:", "~", "'", "Bearer ", "t/", "/T/", "made-up-token-0123456789",
        ]
        var state: UInt64 = 1
        func pick() -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return pieces[Int(state >> 33) % pieces.count]
        }
        var found = 0
        for _ in 0..<50_000 {
            let text = Array((0..<6).map { _ in pick() }.joined().utf8)
            text.withUnsafeBufferPointer { bytes in
                for extent in [SecretScanner.Extent.lines, .value] {
                    let scanner = SecretScanner(bytes: bytes, extent: extent)
                    let hasSecret = !scanner.unnamedSecrets().isEmpty
                    #expect(!hasSecret || scanner.hasMark, "\(String(decoding: text, as: UTF8.self))")
                    found += hasSecret && !text.contains(UInt8(ascii: "@")) ? 1 : 0
                }
            }
        }
        #expect(found > 1000)
    }

    @Test func `each prefix of a bare token and each name of a secret has its mark`() {
        for shape in ForeignToken.shapes {
            for mark in ["", "x=", "'", "x: "] {
                let token = ForeignTokenTests.made(shape)
                #expect(found(mark + token) == ["bare token: \(token)"])
            }
        }
        #expect(found("tk-madeup12") == ["bare token: tk-madeup12"])
        for name in SecretName.words + SecretName.parts {
            #expect(SecretScanner.isSecretName("\(name)") && SecretScanner.isSecretName("\(name)".uppercased()))
        }
    }

    @Test(arguments: [
        "https://u:${PW}@h.example/t/$TOKEN/c", "https://u:%PW%@h.example", "https://u:****@h.example/t/<TOKEN>/c",
        "https://h/t/{{ token }}/c", "https://u:{{ a/b }}@h/c", "https://h/t/<YOUR TOKEN>/c", "https://h/t/…/c",
        "https://h/t/…a1b2/c", "https://${TOKEN}@h/c", "https://h/t/prefix-${TOKEN}/c", "https://h/c?token=$TOKEN",
        "https://h/t/${TOKEN}", "https://h/t/%TOKEN%/c", "https://h/t/{TOKEN}/c", "https://u:${A}${B}-{{ c }}.@h/c",
        "https://u:${{ secrets.PW }}@h/c", "https://u:{{ lookup('env', 'PW_2') }}@h/c", "https://h/t/t/…a1b2/c",
    ])
    func `a placeholder is no secret`(_ text: String) {
        #expect(found(text) == [])
        #expect(found(text, as: .value) == [])
    }

    @Test(arguments: [
        "p$w", "$1", "p<w", "%4", "{", "p%W%", "${X}made-up", "made-up${X}", "a1-${X}", "${X:-made-up}", "${X}${Y}1",
        "$X-made-up",
        "<X>made-up", "{{ x }}made-up", "{{ 'Made1' }}", "${X", "$Made1Up", "…made-up", "$X\u{1}up", "$X\nup",
        "${X}\tup", "<a\nb>",
    ])
    func `a password may hold what placeholders are made of`(_ password: String) {
        #expect(found("https://u:\(password)@h", as: .value) == ["password: \(password)"])
    }

    @Test func `a value is one URL, whatever blanks and quotes it holds`() {
        #expect(found("http://u:a 'b' \"c\" d@h/x", as: .value) == ["password: a 'b' \"c\" d"])
        #expect(found("http://u: a@h/x", as: .value) == ["password:  a"])
        #expect(found("http://u:1 a@h/x", as: .value) == ["password: 1 a"])
        #expect(found("u:a 'b@h:80", as: .value) == ["password: a 'b"])
        #expect(found("note: write to kim@h", as: .value) == [])
        #expect(found("https://h/t/a`made-up/c", as: .value) == ["token: a`made-up"])
        #expect(found("https://h/t/made up/c", as: .value) == ["token: made up"])
        #expect(found("https://h/t/a https://h/t/b", as: .value) == ["token: a https:", "token: b"])
        #expect(found("a\ntoken: made-up\nb", as: .value) == ["named secret: made-up"])
        #expect(found("http://h/t/a'b,c]d/x", as: .value) == ["token: a'b,c]d"])
    }

    @Test func `spans are ascending, disjoint and say where their URL begins`() {
        let text = Array("see 'https://u:p@h/t/x1/c?token=y' and u:q@proxy:80".utf8)
        let secrets = SecretScanner.secrets(in: text)
        #expect(secrets.map(\.start) == [5, 5, 5, 39])
        #expect(zip(secrets, secrets.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }

    @Test(arguments: ["${TOKEN}", "<TOKEN>", "{{ token }}", "${{ secrets.TOKEN }}", "$TOKEN"])
    func `a placeholder in a query is none, and ends where it ends`(text: String) {
        for line in [
            "- https://h.example/a?token=\(text)&x=1", "- 'https://h.example/a?token=\(text)'", "# ?token=\(text)",
        ] {
            #expect(SecretScanner.secrets(in: line.utf8).isEmpty, "\(line)")
        }
    }

    @Test(arguments: [
        #"env: "DB_PASSWORD=made-up""#, #"- 'api_key: made-up'"#, #"["token=made-up"]"#,
        #"# -H "Authorization: token made-up""#,
        #"# docker run -e "DB_PASSWORD=made-up" image"#, #"# password=made-up""#, #"x: "${TOKEN:-made-up>""#,
        "u: https://h/c?key={{ token }}made-up", "u: https://h/c?secret=&lt;X&gt;)made-up",
        "u: git+https://${{ made-up-made-up}@h/x",
        "# curl -u user:${{ made-up} https://h", "u: https://h/t/${{ made-up}/c", "u: https://u:made-up${X}@h/c",
    ])
    func `a secret in a quoted text, or beside a placeholder, is hidden`(line: String) {
        let text = Array(line.utf8)
        let shown = text.replacing(SecretScanner.secrets(in: text).map { ($0.range, $0.shown(in: text)) })
        #expect(
            !String(decoding: shown, as: UTF8.self).contains("made-up"), "\(String(decoding: shown, as: UTF8.self))")
    }

    @Test(arguments: [
        ("https://u:${PW:-made-up}@h/a", false), ("https://u:made-up${X}@h/a", false),
        ("https://u:CHANGEME@h/a", false), ("https://u:made-up@h/a", false),
        ("https://h/a?token=CHANGEME", true), ("https://h/a?password=p$w-made-up", false),
        ("https://h/t/CHANGEME/a", true),
    ])
    func `what may be a placeholder is hidden, and no certain secret`(text: String, isDoubtful: Bool) {
        #expect(SecretScanner.secrets(in: text.utf8, as: .value).map(\.isDoubtful) == [isDoubtful])
    }
}
