import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct MendingTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `a damaged keyring is saved, then recovered`() throws {
        let whole = MadeUp.keyring([
            ("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)])),
            ("own.example", MadeUp.payload(domain: "own.example", tokens: [("own", MadeUp.other)])),
        ])
        let damaged = String(whole.dropLast(20))
        try home.write(damaged, to: ".anaconda/keyring")
        let found = home.run("doctor", "--json")
        #expect(found.status == .negative && found.codes == ["damaged-file"])
        let fixed = home.run("doctor", "--fix", "--json")
        #expect(fixed.status == .negative)
        #expect(
            fixed.json["dropped"] == [
                ["name": "own.example", "path": .string(home.path + "/.anaconda/keyring.damaged")]
            ])
        #expect(home.text(of: ".anaconda/keyring.damaged") == damaged)
        #expect(home.mode(of: ".anaconda/keyring.damaged") == 0o600)
        #expect(home.run("get", "--org", "acme").output == MadeUp.token + "\n")
        let after = home.run("doctor", "--json")
        #expect(after.status == .success && after.codes == ["saved-keyring"])
    }

    @Test func `every entry that could not be saved is named, and one recovery is told once`() throws {
        let whole = MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("acme", MadeUp.token)]))])
        try home.write(whole.dropLast(2) + ", \"a.example\": \"x\", \"b.example\": 5}}", to: ".anaconda/keyring")
        let rehearsed = home.run("doctor", "--fix", "-n", "--json")
        let fixed = home.run("doctor", "--fix")
        #expect(fixed.status == .negative)
        #expect(fixed.output.components(separatedBy: "mended: ").count == 2)
        for name in ["a.example", "b.example"] {
            #expect(rehearsed.output.contains("the entry of \(name) is not whole"))
            #expect(fixed.output.contains("dropped-entry: the entry of \(name) is not whole"))
        }
        #expect(!fixed.output.contains("the entry of anaconda.com is not whole"))
    }

    @Test func `nothing whole is no mend, and the remedy works where a login meets an error`() throws {
        for text in [
            "{\"Anaconda Cloud\": null}", "{\"Anaconda Cloud\": {\"a.example\": \"x\", \"b.example\": \"YW",
            "\u{0}{\u{0}",
        ] {
            try home.write(text, to: ".anaconda/keyring")
            let fixed = home.run("doctor", "--fix")
            #expect(fixed.status == .negative)
            #expect(!fixed.output.contains("mended") && fixed.output.contains("move it away"))
            #expect(home.files.keys.filter { $0.contains("damaged") }.isEmpty)
            #expect(home.text(of: ".anaconda/keyring") == text)
        }
    }

    @Test func `a backup keeps what a configuration was, but none that a token is taken out of`() throws {
        try home.installAnacondaAuth()
        #expect(home.run("set", "--org", "acme", input: MadeUp.token).status == .success)
        let old = "channels: [conda-forge]\n"
        try home.write(old, to: ".condarc")
        let fixed = home.run("doctor", "--fix", "--configure-condarc", "--backup", "--json")
        #expect(fixed.status == .success)
        let backup = try #require(home.files.first { $0.key.hasSuffix(".bak") })
        #expect(backup.value == old && fixed.json["backup"] == .string(home.path + "/" + backup.key))
        try home.write("channels: ['https://conda.example/t/\(MadeUp.other)/c']\n", to: ".condarc")
        let moved = home.run("doctor", "--fix", "--backup", "--json")
        #expect(moved.json["changed"] == true && moved.json["backup"] == nil)
        #expect(!home.files.contains { $0.key.hasSuffix(".bak") && $0.value.contains(MadeUp.other) })
    }

    @Test func `a newline beside a token is taken away`() throws {
        try home.writeToken(MadeUp.token + " \n")
        #expect(home.run("doctor", "--json").codes == ["stray-blank"])
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.text(of: ".config/binstar/\(ToolHome.premium)") == MadeUp.token)
    }

    @Test func `an entry under a former domain is rewritten`() throws {
        let payload = MadeUp.payload(domain: "anaconda.cloud", tokens: [("acme", MadeUp.token)])
        try home.write(MadeUp.keyring([("anaconda.cloud", payload)]), to: ".anaconda/keyring")
        #expect(home.run("doctor", "--json").codes == ["legacy-domain"])
        #expect(home.run("doctor", "--fix").status == .success)
        #expect(home.text(of: ".anaconda/keyring")?.contains("anaconda.com") == true)
        #expect(home.run("get", "--org", "acme", "--domain", "anaconda.com").output == MadeUp.token + "\n")
    }
}
