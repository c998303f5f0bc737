import Testing

@testable import CondaCredentials

@Suite struct SavedKeyringTests {
    private let scratch: TokenScratch
    private var path: String { scratch.keyring.path }

    init() throws { scratch = try TokenScratch() }

    @Test func `those beside a keyring are found by their names`() throws {
        for name in ["", ".damaged", ".damaged-2", ".damaged-x", ".damaged.bak", ".damaged-", "2.damaged"] {
            try scratch.write([], to: path + name)
        }
        #expect(try SavedKeyring.all(beside: scratch.keyring).map(\.path) == [path + ".damaged", path + ".damaged-2"])
    }

    @Test func `where there is no directory there are none`() throws {
        #expect(try SavedKeyring.all(beside: scratch.keyring).isEmpty)
    }

    @Test func `what can be read of it is told, and that there may be more`() throws {
        let entry = MadeKeyring.entry("anaconda.com", #"{"repo_tokens":[{"token":"made-up","org_name":"a"}]}"#)
        try scratch.write(MadeKeyring.text(entry, "\"own.example\": \"!\""), to: path + ".damaged")
        let contents = try #require(try SavedKeyring.all(beside: scratch.keyring).first).contents()
        #expect(contents.tokens.map(\.summary) == ["anaconda.com/a=made-up"])
        #expect(contents.problems.map(\.code) == [.damagedEntry] && contents.problems[0].domain == "own.example")
    }

    @Test func `it goes whole, and takes nothing in`() throws {
        try scratch.write(MadeKeyring.text(), to: path + ".damaged")
        let saved = try #require(try SavedKeyring.all(beside: scratch.keyring).first)
        #expect(throws: CredentialError.self) {
            try saved.apply([TokenEdit(.org("a"), .set(Secret("x"), replacing: .any))])
        }
        #expect(try saved.apply([TokenEdit(.org("a"), .remove(ifMatching: nil))], isRehearsal: true).changed)
        #expect(scratch.bytes(of: saved.path) != nil)
        #expect(try saved.apply([TokenEdit(.org("a"), .remove(ifMatching: nil))]).changed)
        #expect(scratch.bytes(of: saved.path) == nil)
    }
}
