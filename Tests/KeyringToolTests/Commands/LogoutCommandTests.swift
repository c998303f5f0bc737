import CommandLineKit
import Foundation
import LosslessJSON
import Testing

/// `remove --everywhere`, `logout` and what is said of names that are not there.
@Suite struct LogoutCommandTests {
    private let home: ToolHome

    init() throws { home = try ToolHome() }

    private func spread(_ token: String = MadeUp.token) {
        // A name that `set` would not take, but that an older version may have stored.
        let keyring = MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("my org", token)]))])
        #expect(throws: Never.self) { try home.write(keyring, to: ".anaconda/keyring") }
        #expect(home.run("set", "--store", "conda-token", input: token).status == .success)
        #expect(home.run("sync", "--to", "mamba,rattler,anaconda-client", "--org", "my org").status == .success)
    }

    private func stores() -> [String] {
        guard case .array(let tokens)? = home.run("report", "--json").json["tokens"] else { return [] }
        return tokens.compactMap { if case .string(let name)? = $0["store"] { name } else { nil } }
    }

    @Test func `a token goes from every store, and other tokens stay`() throws {
        spread()
        _ = home.run("set", "--org", "other", input: MadeUp.other)
        #expect(stores().count == 6)
        #expect(home.run("remove", "--org", "my org", "--everywhere", "--check").status == .negative)
        let outcome = home.run("remove", "--org", "my org", "--everywhere", "--json")
        #expect(outcome.status == .success)
        #expect(stores() == ["keyring"])
        #expect(home.run("get", "--org", "other").output == MadeUp.other + "\n")
        #expect(!home.files.values.contains { $0.contains(MadeUp.token) })
    }

    @Test func `logout leaves nothing, and nothing to do the second time`() throws {
        spread()
        _ = home.run("set", "--kind", "api-key", input: MadeUp.apiKey(expires: 4_000_000_000))
        try home.writeToken("made-up-login-0123456789", url: "https%3A%2F%2Fapi.anaconda.org.token")
        #expect(home.run("logout").status == .success)
        #expect(stores().isEmpty)
        #expect(home.run("logout", "--check").status == .success)
        #expect(!home.run("doctor").output.contains("sync --from"))
    }

    /// What a token of a known form is to be found by.
    private static let stray = "ab-0a1b2c3d-1111-2222-3333-abcdefabcdef"

    @Test(arguments: [
        ".config/binstar/notes.txt", ".config/binstar/.token", ".config/binstar/x.TOKEN", ".config/binstar/%FF.token",
        ".config/binstar/https%3A%2F%2Fh.example%2F.token.bak", ".local/share/binstar/token", ".anaconda/keyring.bak",
    ])
    func `a file that nobody reads and that holds a token is named, with what to do`(file: String) throws {
        spread()
        try home.write(Self.stray, to: file)
        let outcome = home.run("logout")
        #expect(outcome.status == .system && outcome.errors.contains("rm \(home.path)/\(file)"))
        #expect(stores().isEmpty && !outcome.everything.contains(Self.stray) && home.text(of: file) == Self.stray)
        let again = home.run("logout", "--json")
        guard case .array(let failed)? = again.json["failed"] else { return #expect(Bool(false)) }
        #expect(failed.map { $0["path"] } == [.string(home.path + "/" + file)])
        try FileManager.default.removeItem(atPath: home.path + "/" + file)
        #expect(home.run("logout").status == .success)
    }

    @Test func `each is named, none by a command that would be wrong, and of one store without a failure`() throws {
        let names = [Self.stray, "a\u{1B}[31m\nb", "notes", Self.stray + ".TOKEN"]
        for name in names { try home.write(Self.stray, to: ".config/binstar/" + name) }
        try home.write("nothing", to: ".config/binstar/readme")
        let outcome = home.run("remove", "--all", "--store", "conda-token")
        #expect(outcome.status == .success)
        #expect(outcome.errors.components(separatedBy: "was not removed").count == 5)
        #expect(outcome.errors.components(separatedBy: ": rm ").count == 2)
        #expect(!outcome.errors.contains(Self.stray) && !outcome.errors.contains("\u{1B}"))
        try home.write(Self.stray, to: ".anaconda/" + Self.stray)
        for command in ["logout", "doctor", "report"] {
            #expect(!home.run(command, "--json").everything.contains(Self.stray))
        }
        #expect(home.run("remove", "--all", "--store", "keyring").errors.contains(".anaconda/… holds was not removed"))
    }

    @Test(arguments: [
        (#"{"repo_tokens": ["TOKEN"]}"#, true), (#"{"repo_tokens": {"token": "TOKEN"}}"#, true),
        (#"{"tokens": [{"token": "TOKEN"}]}"#, true), (#"{"apikey": "TOKEN"}"#, true),
        (#"{"repo_tokens": [{"token": "TOKEN", "organization": "x"}]}"#, false), (#"{"tokens": []}"#, false),
        (#"{"repo_tokens": {}}"#, false),
    ])
    func `a field that nobody reads and that may hold a token is named`(payload: String, isNamed: Bool) throws {
        let text = payload.replacing("TOKEN", with: MadeUp.token)
        try home.write(MadeUp.keyring([("anaconda.com", text)]), to: ".anaconda/keyring")
        let outcome = home.run("logout")
        #expect(outcome.status == (isNamed ? .system : .success) && !outcome.everything.contains(MadeUp.token))
        #expect(outcome.errors.contains("was not removed") == isNamed)
    }

    @Test func `what cannot be read is named with status 4, and the rest goes`() throws {
        spread()
        let bad = home.path + "/.config/binstar/https%3A%2F%2Fx.example%2F.token"
        try FileManager.default.createDirectory(atPath: bad, withIntermediateDirectories: false)
        let outcome = home.run("remove", "--all", "--store", "conda-token")
        #expect(outcome.status == .system)
        #expect(outcome.errors.contains("x.example"))
        #expect(outcome.errors.contains("removed the token for https://repo.anaconda.cloud/repo/"))
        let again = home.run("remove", "--all", "--store", "conda-token", "--json")
        #expect(again.status == .system)
        #expect(again.json["error"]?["code"] == "io")
        try home.write("{", to: ".rattler/credentials.json")
        #expect(home.run("logout").status == .system)
        #expect(stores().isEmpty)
    }

    /// A keyring that was damaged and recovered, with two tokens and perhaps an entry that is cut.
    private func recover(isCut: Bool) throws {
        let whole = MadeUp.keyring([
            ("anaconda.com", MadeUp.payload(tokens: [("my-org", MadeUp.token), ("other", MadeUp.other)])),
            ("cut.example", MadeUp.payload(domain: "cut.example", tokens: [("my-org", MadeUp.token)])),
        ])
        try home.write(isCut ? String(whole.dropLast(20)) : whole + "}", to: ".anaconda/keyring")
        #expect(home.run("doctor", "--fix").status == (isCut ? .negative : .success))
    }

    private var saved: [String] { home.files.keys.filter { $0.contains("keyring.damaged") } }

    @Test(arguments: [true, false]) func `logout removes the damaged keyrings that were kept`(isCut: Bool) throws {
        try recover(isCut: isCut)
        try home.write("another program's", to: ".anaconda/keyring.damaged.txt")
        #expect(saved.count == 2)
        #expect(home.run("logout", "--check").status == .negative)
        #expect(saved.count == 2)
        let outcome = home.run("logout")
        #expect(outcome.status == .success && outcome.errors.contains("keyring.damaged"))
        #expect(saved == [".anaconda/keyring.damaged.txt"])
        #expect(home.run("logout", "--check").status == .success)
    }

    @Test func `a damaged keyring that was kept goes with a token, or is named where it may hold more`() throws {
        try recover(isCut: false)
        #expect(home.run("remove", "--org", "my-org", "--domain", "anaconda.com", "--everywhere").status == .success)
        #expect(saved.isEmpty)
        #expect(home.run("get", "--org", "other").output == MadeUp.other + "\n")
        try recover(isCut: true)
        let outcome = home.run("remove", "--org", "my-org", "--everywhere", "--json")
        #expect(outcome.status == .system)
        #expect(outcome.json["error"]?["path"] == .string(home.path + "/.anaconda/keyring.damaged"))
        #expect(outcome.output.contains("rm \(home.path)/.anaconda/keyring.damaged"))
        #expect(home.run("get", "--org", "my-org").status == .negative)
        #expect(saved == [".anaconda/keyring.damaged"])
    }

    @Test func `a damaged keyring stays where it alone holds another token`() throws {
        try recover(isCut: false)
        #expect(home.run("remove", "--org", "other").status == .success)
        let outcome = home.run("remove", "--org", "my-org", "--everywhere")
        #expect(outcome.status == .system && outcome.errors.contains("others that stand nowhere else"))
        #expect(saved == [".anaconda/keyring.damaged"])
        #expect(home.run("report").output.contains("saved-keyring"))
    }

    @Test(arguments: ["my-org", "my org ", "My org", "myorg"])
    func `a name that is not there is met with what is there and the nearest`(name: String) {
        spread()
        let outcome = home.run("remove", "--org", name)
        #expect(outcome.status == .success)
        #expect(outcome.errors.contains("'my org'"))
        #expect(outcome.errors.contains("did you mean 'my org'?"))
        #expect(home.run("remove", "--org", name, "--strict").status == .negative)
        #expect(stores().count == 5)
    }
}
