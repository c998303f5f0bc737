import CommandLineKit
import LosslessJSON
import Testing

/// What goes with a token that is removed: its copies, what was kept of it, and nothing else.
@Suite struct RemovalSelectionTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    private func keyring(_ tokens: [(org: String?, token: String)]) throws {
        try home.write(MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: tokens))]), to: ".anaconda/keyring")
    }

    private func removed(_ arguments: String...) -> [String] {
        let outcome = home.run(["remove", "--json", "--check"] + arguments)
        guard case .array(let list)? = outcome.json["removed"] else { return ["\(outcome.errors)\(outcome.output)"] }
        return list.map { if case .string(let store)? = $0["store"] { store } else { "?" } }.sorted()
    }

    @Test func `everywhere means every copy of the token, and no other token`() throws {
        try keyring([("one", MadeUp.token), ("two", MadeUp.other)])
        try home.writeToken(MadeUp.token)
        try home.write(#"{"repo.anaconda.cloud": {"CondaToken": "\#(MadeUp.token)"}}"#, to: ".rattler/credentials.json")
        #expect(removed("--org", "one") == ["keyring"])
        #expect(removed("--org", "one", "--everywhere") == ["conda-token", "keyring", "rattler"])
        #expect(removed("--org", "two", "--everywhere") == ["keyring"])
        #expect(home.run("remove", "--org", "one", "--everywhere").status == .success)
        #expect(
            !home.files.values.joined().contains(MadeUp.token)
                && home.run("get", "--org", "two").output == MadeUp.other + "\n")
    }

    @Test func `a store that cannot be read stops no other, and is told`() throws {
        try keyring([("one", MadeUp.token)])
        try home.write("{", to: ".rattler/credentials.json")
        let outcome = home.run("remove", "--org", "one", "--everywhere")
        #expect(outcome.status == .system && outcome.errors.contains("rattler could not be looked through"))
        #expect(home.run("get", "--org", "one").status == .negative)
    }

    @Test func `an entry that may hide the token is told, unless it is another domain's`() throws {
        let good = MadeUp.payload(domain: "own.example", tokens: [("one", MadeUp.token)])
        try home.write(
            MadeUp.keyring([("own.example", good)]).replacing("}}", with: #", "anaconda.com": "!"}}"#),
            to: ".anaconda/keyring")
        #expect(home.run("remove", "--org", "two", "--check").errors.contains("was not removed"))
        #expect(
            !home.run("remove", "--org", "two", "--domain", "own.example", "--check").errors.contains("was not removed")
        )
        // Where the one that is meant is found, it stands nowhere else.
        #expect(!home.run("remove", "--org", "one", "--domain", "own.example").errors.contains("was not removed"))
    }

    @Test func `two that fit are told apart before one goes`() throws {
        let other = MadeUp.payload(domain: "own.example", tokens: [("one", MadeUp.other)])
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("one", MadeUp.token)])), ("own.example", other)]),
            to: ".anaconda/keyring")
        let before = home.files
        let outcome = home.run("remove", "--org", "one")
        #expect(outcome.status == .badData && outcome.errors.contains("2 tokens fit"))
        #expect(home.files == before)
        #expect(home.run("remove", "--org", "one", "--domain", "own.example").status == .success)
        #expect(home.run("get", "--org", "one").output == MadeUp.token + "\n")
    }

    @Test func `a damaged keyring that was kept goes whole, and only where nothing else would be lost`() throws {
        try keyring([("one", MadeUp.token), ("two", MadeUp.other)])
        let kept = ".anaconda/keyring.damaged"
        try home.write(
            MadeUp.keyring([("anaconda.com", MadeUp.payload(tokens: [("one", MadeUp.token), ("two", MadeUp.other)]))]),
            to: kept)
        #expect(home.run("remove", "--org", "one", "--everywhere").status == .success)
        #expect(home.text(of: kept) == nil)
        try home.write(
            MadeUp.keyring([
                ("anaconda.com", MadeUp.payload(tokens: [("two", MadeUp.other), ("gone", "made-up-elsewhere-0")]))
            ]), to: kept)
        let outcome = home.run("remove", "--org", "two", "--everywhere")
        #expect(outcome.status == .system && outcome.errors.contains("others that stand nowhere else"))
        #expect(home.text(of: kept) != nil)
    }

    @Test(arguments: [["--all"], ["--all", "--everywhere", "--kind", "api-key"], []])
    func `what is to go has to be said`(arguments: [String]) {
        #expect(home.run(["remove"] + arguments).status == .usage)
    }
}
