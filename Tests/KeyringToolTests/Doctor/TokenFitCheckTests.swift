import CommandLineKit
import LosslessJSON
import Testing

@Suite struct TokenFitCheckTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `what is no token, or one of another kind, is found in both stores`() throws {
        let key = MadeUp.apiKey(expires: 4_000_000_000)
        let payload = MadeUp.payload(
            tokens: [("quoted", "'\(MadeUp.token)'"), ("key", key), ("good", MadeUp.other)],
            key: "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef")
        try home.write(MadeUp.keyring([("anaconda.com", payload)]), to: ".anaconda/keyring")
        try home.writeToken(key)
        try home.writeToken(key, url: "https%3A%2F%2Fother.example%2F.token")
        for command in ["doctor", "report"] {
            let outcome = home.run(command, "--json")
            #expect(
                outcome.codes.filter { ["no-token", "wrong-kind"].contains($0) } == [
                    "wrong-kind", "no-token", "wrong-kind", "wrong-kind",
                ])
            #expect(!outcome.output.contains(key) && !outcome.output.contains("0123456789"))
        }
        #expect(home.run("report").output.contains("2096-10-02"))
        let moves = "keyring-tool remove --store keyring --org key --domain anaconda.com"
        #expect(home.run("doctor").output.contains("hint: \(moves)\n"))
        #expect(home.run(Array(moves.split(separator: " ").dropFirst().map(String.init))).status == .success)
        #expect(home.run("doctor", "--json").codes.count { $0 == "wrong-kind" } == 2)
        #expect(
            home.run("doctor").output.contains(
                "set --store keyring --org ORG && keyring-tool remove --store keyring --kind api-key"))
    }
}
