import CondaCredentials
import Foundation
import SecureFileStore
import TestSupport
import Testing

@Suite struct KeyringStoreTests {
    private let token = Secret("made-up-token-0001")

    @Test func `a new keyring is a secret from its first moment and the same token leaves it alone`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        #expect(try store.contents().tokens.isEmpty)
        #expect(try store.set(token, at: .org("a"), isRehearsal: true).changed)
        #expect(scratch.names(in: scratch.path).isEmpty)
        #expect(try store.set(token, at: .org("a")).changed)
        #expect(scratch.mode(of: store.path) == 0o600)
        #expect(scratch.mode(of: scratch.path + "/.anaconda") == 0o700)
        let before = try FileManager.default.attributesOfItem(atPath: store.path)
        #expect(try !store.set(token, at: .org("a")).changed)
        let after = try FileManager.default.attributesOfItem(atPath: store.path)
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
        #expect(try store.contents().tokens.map(\.summary) == ["anaconda.com/a=made-up-token-0001"])
    }

    #if os(Linux)
        @Test func `a keyring that another program has half written is in use, not damaged`() throws {
            let scratch = try TokenScratch()
            try scratch.keyring.set(token, at: .org("a"))
            let path = scratch.keyring.path
            let whole = try #require(FileManager.default.contents(atPath: path))
            let descriptor = open(path, O_WRONLY | O_TRUNC)
            func put(_ bytes: Data) {
                bytes.withUnsafeBytes { #expect(write(descriptor, $0.baseAddress, $0.count) > 0) }
            }
            put(whole.prefix(whole.count / 2))
            let store = KeyringStore(path: path, files: FileStore(lockDeadline: 0))
            let error = #expect(throws: CredentialError.self) { try store.contents() }
            #expect(error?.code == .locked, "\(String(describing: error))")
            let again = #expect(throws: CredentialError.self) { try store.recover() }
            #expect(again?.code == .locked)
            put(whole.suffix(whole.count - whole.count / 2))
            close(descriptor)
            #expect(try store.contents().tokens.map(\.summary) == ["anaconda.com/a=made-up-token-0001"])
        }
    #endif

    @Test func `twenty writers at once leave twenty tokens`() async throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask { try store.set(Secret("made-up-token-\(number)"), at: .org("org-\(number)")) }
            }
            try await group.waitForAll()
        }
        #expect(Set(try store.contents().tokens.compactMap(\.org)).count == 20)
    }

    @Test func `an entry of more than one form is refused with the file as it was`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        for text in ["{", "\u{0}", "[1]", "{\"Anaconda Cloud\": 1}", "{}{}"] {
            try scratch.write(Array(text.utf8), to: store.path)
            #expect(throws: CredentialError.self) { try store.contents() }
            #expect(throws: CredentialError.self) { try store.set(token, at: .org("a")) }
            #expect(throws: CredentialError.self) { try store.remove(.org("a")) }
            #expect(throws: CredentialError.self) { try store.mend(.legacyDomain) }
            #expect(scratch.bytes(of: store.path) == Array(text.utf8))
            #expect(scratch.names(in: scratch.path + "/.anaconda") == ["keyring"])
        }
    }

    @Test func `a removal spares a token that is not the expected one`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        try store.set(token, at: .org("a"))
        let error = #expect(throws: CredentialError.self) {
            try store.remove(.org("a"), ifMatching: Secret("made-up-token-0002"))
        }
        #expect(error?.code == .conflict)
        #expect(try store.remove(.org("a"), ifMatching: token).changed)
        #expect(try !store.remove(.org("a"), ifMatching: token).changed)
    }

    @Test func `several tokens are stored all or none`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        try store.set(token, at: .org("b"))
        let before = scratch.bytes(of: store.path)
        func two(_ replacing: TokenEdit.Replacement) -> [TokenEdit] {
            [
                TokenEdit(.org("a"), .set(token, replacing: replacing)),
                TokenEdit(.org("b"), .set(Secret("made-up-token-0002"), replacing: replacing)),
            ]
        }
        #expect(throws: CredentialError.self) { try store.apply(two(.none)) }
        #expect(scratch.bytes(of: store.path) == before)
        #expect(try store.apply(two(.any)).results.map { try $0.get() } == [.added, .replaced])
        // The one that is replaced keeps its place.
        #expect(try store.contents().tokens.map(\.org) == ["b", "a"])
    }

    @Test(arguments: ["", "a b", "a\nb", "é"]) func `what is no token is not stored`(text: String) throws {
        let scratch = try TokenScratch()
        #expect(throws: CredentialError.self) { try scratch.keyring.set(Secret(text), at: .org("a")) }
        #expect(throws: CredentialError.self) { try scratch.keyring.set(token, at: .url("https://x/")) }
        #expect(scratch.names(in: scratch.path).isEmpty)
    }

    @Test func `modes, marks and former domains are problems`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        let text = Array("\u{FEFF}".utf8) + MadeKeyring.text(MadeKeyring.entry("anaconda.cloud", "{}"))
        try scratch.write(text, to: store.path, mode: 0o644)
        #expect(try store.contents().problems.map(\.code) == [.legacyDomain, .byteOrderMark, .mode])
        #expect(try store.mend(.byteOrderMark))
        #expect(try store.mend(.legacyDomain))
        #expect(try store.contents().problems.isEmpty)
    }
}
