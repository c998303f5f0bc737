import CommandLineKit
import LosslessJSON
import Testing

@Suite struct RemoveCommandTests {
    let home: ToolHome
    private let key = MadeUp.apiKey(expires: 4_000_000_000)

    init() throws {
        home = try ToolHome()
        try home.writeTokensOfBothStores(key: key)
    }

    @Test func `one token is removed, and a second time nothing changes`() {
        let outcome = home.run("remove", "--org", "two", "--diff", "--json")
        #expect(outcome.status == .success && outcome.json["changed"] == true)
        #expect(home.run("get", "--org", "two").status == .negative)
        #expect(home.run("get", "--no-org").status == .success)
        let again = home.run("remove", "--org", "two", "--json")
        #expect(again.status == .success && again.json["changed"] == false)
    }

    @Test func `all removes repo tokens and leaves API keys and logins`() {
        #expect(home.run("remove", "--all").status == .usage)
        #expect(home.run("remove", "--all", "--store", "keyring").status == .success)
        #expect(home.run("get", "--store", "keyring").output == key + "\n")
        #expect(home.run("remove", "--all", "--store", "conda-token").status == .success)
        #expect(home.run("get", "--store", "conda-token").output == "login-token\n")
        #expect(home.run("remove", "--kind", "api-key", "--domain", "anaconda.com").status == .success)
        #expect(home.run("get", "--store", "keyring").status == .negative)
    }

    @Test func `all in a rehearsal says what would go and changes nothing`() {
        let before = home.files
        let outcome = home.run("remove", "--all", "--store", "keyring", "--check", "--json")
        #expect(outcome.status == .negative)
        guard case .array(let removed)? = outcome.json["removed"] else {
            Issue.record("no list")
            return
        }
        #expect(removed.count == 4)
        #expect(home.files == before)
    }

    @Test(arguments: [["remove"], ["remove", "--domain", "anaconda.com"], ["remove", "--store", "keyring"]])
    func `nothing goes by accident`(arguments: [String]) {
        #expect(home.run(arguments).status == .usage)
    }
}
