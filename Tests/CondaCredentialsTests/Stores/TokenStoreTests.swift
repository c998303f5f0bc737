import TestSupport
import Testing

@testable import CondaCredentials

/// What all stores have from the protocol; what each has to do for it is in `StoreKindTests`.
@Suite struct TokenStoreTests {
    private let scratch: TokenScratch
    private let token = Secret("made-up-token-0001")

    init() throws { scratch = try TokenScratch() }

    @Test func `a store that cannot be read keeps no other from it`() throws {
        try scratch.write(Array("{".utf8), to: scratch.keyring.path)
        try scratch.condaTokens.set(token, at: .url("https://h/"))
        let (read, unread) = ([scratch.keyring, scratch.condaTokens] as [any TokenStore]).readings()
        #expect(read.map(\.store.path) == [scratch.condaTokens.path])
        #expect(unread.map(\.store.path) == [scratch.keyring.path] && unread.map(\.error.code) == [.syntax])
    }

    @Test func `a rehearsal answers as the edit does, and writes nothing`() throws {
        for store in [scratch.keyring, scratch.condaTokens] as [any TokenStore] {
            let address: TokenAddress = store.addressing == .url ? .url("https://h/") : .org("a")
            let edits = [TokenEdit(address, .set(token, replacing: .none))]
            #expect(try store.apply(edits, isRehearsal: true).changed)
            #expect(try store.token(at: address) == nil)
            #expect(try store.apply(edits, isRehearsal: false).changed)
            #expect(try store.token(at: address)?.secret.matches(token) == true)
            #expect(try !store.apply(edits, isRehearsal: true).changed)
        }
    }
}
