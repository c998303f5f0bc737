import CondaCredentials
import Foundation
import SecureFileStore
import TestSupport
import Testing

@Suite struct KeyringStoreRecoveryTests {
    private let token = Secret("made-up-token-0001")

    @Test func `a repaired keyring has the whole entries and the damaged one lies beside it`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        #expect(try store.recover() == nil)
        let sound = MadeKeyring.text(
            MadeKeyring.entry("a.example", #"{"api_key":"k"}"#), MadeKeyring.entry("b.example", "{}"))
        for (round, end) in [sound.count - 8, sound.count - 2].enumerated() {
            let damaged = Array(sound[..<end])
            try scratch.write(damaged, to: store.path, mode: 0o644)
            _ = try store.recover(isRehearsal: true)
            #expect(scratch.bytes(of: store.path) == damaged)
            let repair = try #require(try store.recover())
            #expect(scratch.bytes(of: repair.savedPath) == damaged)
            #expect(scratch.mode(of: repair.savedPath) == 0o600)
            #expect(scratch.mode(of: store.path) == 0o600)
            #expect(repair.recovery.entries.count == round + 1)
            #expect(try store.contents().tokens.map(\.summary) == ["a.example/key=k"])
            #expect(try store.recover() == nil)
        }
        #expect(scratch.names(in: scratch.path + "/.anaconda") == ["keyring", "keyring.damaged", "keyring.damaged-2"])
    }

    @Test func `an entry that nobody can read is taken out and everything else keeps its bytes`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        let entry = MadeKeyring.entry("a.example", #"{"api_key":"k"}"#)
        let damaged = Array("{ \"Anaconda Cloud\" : { \"b.example\": \"e30\",  \(entry)}, \"other\": 1.50 }".utf8)
        try scratch.write(damaged, to: store.path)
        #expect(try store.contents().problems.map(\.isFixable) == [true])
        let repair = try #require(try store.recover())
        #expect(repair.recovery.entries.map(\.domain) == ["a.example"])
        #expect(repair.recovery.fault.line == 1)
        #expect(scratch.bytes(of: repair.savedPath) == damaged)
        let expected = Array("{ \"Anaconda Cloud\" : { \(entry)}, \"other\": 1.50 }".utf8)
        #expect(scratch.bytes(of: store.path) == expected)
        #expect(try store.recover() == nil)
    }
}
