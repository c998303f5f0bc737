import CommandLineKit
import CondaCredentials
import Testing

@testable import KeyringTool

@Suite struct RemovalTests {
    private let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test func `a copy that stays keeps the place by which the token was picked, for the next run`() throws {
        #expect(home.run("set", "--org", "a", input: MadeUp.token).status == .success)
        #expect(home.run("set", "--store", "conda-token", input: MadeUp.token).status == .success)
        let keyring = KeyringStore(path: home.path + "/.anaconda/keyring")
        let copies = CondaTokenStore(directory: home.path + "/.config/binstar")
        func removal(_ store: any TokenStore, isPicked: Bool) throws -> Removal {
            let reading = try store.read()
            return Removal(reading: reading, tokens: reading.contents.tokens, isPicked: isPicked)
        }
        let removals = [try removal(keyring, isPicked: true), try removal(copies, isPicked: false)]
        func asked(failing: StoreName?) -> [StoreName] {
            var asked: [StoreName] = []
            _ = Removal.told(removals, verb: "removed") { removal throws(CredentialError) in
                asked.append(removal.store.name)
                if removal.store.name == failing { throw CredentialError(.io, "made-up") }
                return try removal.apply(isRehearsal: true)
            }
            return asked
        }
        #expect(asked(failing: .condaToken) == [.condaToken])
        #expect(asked(failing: nil) == [.condaToken, .keyring])
        #expect(asked(failing: .keyring) == [.condaToken, .keyring])
    }

    @Test func `get says of a damaged entry that the token may be there`() throws {
        try home.write(#"{"Anaconda Cloud": {"anaconda.com": "!"}}"#, to: ".anaconda/keyring")
        let outcome = home.run("get", "--org", "a")
        #expect(outcome.status == .negative)
        #expect(outcome.errors.contains("it may be in"))
    }
}
