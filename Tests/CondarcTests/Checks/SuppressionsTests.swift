import Testing

@testable import Condarc

@Suite struct `Comments that ignore rules` {
    @Test(
        arguments: [
            ("ssl_verify: false # condarc-tool: ignore[insecure-ssl]\n", []),
            ("ssl_verify: false # condarc-tool: ignore[insecure-ssl] until June\n", []),
            ("ssl_verify: false # condarc-tool: ignore[ secret-in-url , insecure-ssl ]\n", []),
            ("ssl_verify: false # condarc-tool: ignore\n", []),
            ("ssl_verify: false # condarc-tool: ignore[]\n", ["insecure-ssl"]),
            ("ssl_verify: false # condarc-tool: ignore[insecure-channel]\n", ["insecure-ssl"]),
            ("ssl_verify: false # condarc-tool: allow[insecure-ssl]\n", ["insecure-ssl"]),
            ("# condarc-tool: ignore[insecure-ssl]\n\n# more\nssl_verify: false\n", []),
            ("# condarc-tool: ignore[insecure-ssl]\noffline: true\nssl_verify: false\n", ["insecure-ssl"]),
            ("offline: true # condarc-tool: ignore[insecure-ssl]\nssl_verify: false\n", ["insecure-ssl"]),
            ("nope: 1\nssl_verify: false\n# condarc-tool: ignore-file[insecure-ssl]\n", ["unknown-parameter"]),
            ("nope: 1\nssl_verify: false\n# condarc-tool: ignore-file\n", []),
            ("ssl_verify: false # condarc-tool: ignore[insecure-ssi]\n", ["insecure-ssl", "unknown-ignore"]),
            ("[a] # condarc-tool: ignore\n", ["syntax"]),
            ("channels: [ # condarc-tool: ignore[syntax]\n", ["syntax"]),
        ] as [(String, [String])])
    func `hold for their line, the next one, or the file`(_ text: String, _ expected: [String]) throws {
        #expect(try CheckingText().findings(text).map(\.rule) == expected)
    }
}
