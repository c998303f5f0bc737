import CommandLineKit
import Foundation
import LosslessJSON
import Testing

/// `remove --everywhere`, `logout` and what is said of names that are not there.
@Suite struct LogoutCommandTests {
    private let home: ToolHome

    init() throws { home = try ToolHome() }

    private func spread(_ token: String = MadeUp.token) {
        #expect(home.run("set", "--org", "my org", input: token).status == .success)
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
