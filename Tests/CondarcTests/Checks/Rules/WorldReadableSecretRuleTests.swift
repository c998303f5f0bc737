import Testing

@testable import Condarc

@Suite struct WorldReadableSecretRuleTests {
    private static let text = "channels:\n  - https://conda.example.org/t/made-up-1/stable\n"

    private func findings(_ text: String, path: String = "condarc", isReadable: Bool = true, isPrivate: Bool = false)
        throws -> [Finding]
    {
        let checker = try CheckingText(select: ["world-readable-secret"]).checker()
        return checker.findings(
            path: path, bytes: Array(text.utf8), traits: .init(isReadableByOthers: isReadable, isPrivate: isPrivate))
    }

    @Test func `what kind it is and how to close the file are told, and not the secret`() throws {
        #expect(
            try findings(Self.text, path: "/etc/conda/.condarc").told == """
                2:5-2:42: error: every user of this machine may read this token
                  hint: take the secret out, or close the file to others: chmod o-rwx /etc/conda/.condarc
                """)
    }

    @Test(arguments: [
        ("proxy_servers:\n  https: https://kim:made-up@proxy.example.org:8080\n", "2:10"),
        ("# tk-0123456789abcdef\n", "1:3"),
        ("proxy_servers:\n  https: https://kim:${PASSWORD}@proxy.example.org:8080\n", nil),
        ("channels: [conda-forge]\n", nil),
    ])
    func `the first secret is found once`(text: String, place: String?) throws {
        #expect(try findings(text + text).map { "\($0.line):\($0.column)" } == (place.map { [$0] } ?? []))
        #expect(try findings(text, isReadable: false) == [])
    }

    @Test(arguments: [
        ("/etc/conda/.condarc", " /etc/conda/.condarc"), ("-", ""), ("/home/kim/my file", ""), ("/tmp/$(x)", ""),
        ("-x", ""), ("./-x", " ./-x"),
    ])
    func `only a path that a shell takes as it is stands in the command`(path: String, shown: String) throws {
        #expect(
            try findings(Self.text, path: path).map(\.hint) == [
                "take the secret out, or close the file to others: chmod o-rwx" + shown
            ])
    }

    @Test func `only a user's own file is closed to others`() throws {
        #expect(try findings(Self.text, isPrivate: true).map(\.fix) == [.closeToOthers])
        #expect(try findings(Self.text).map(\.fix) == [nil])
    }
}
