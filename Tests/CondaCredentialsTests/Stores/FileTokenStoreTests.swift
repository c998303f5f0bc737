import Foundation
import SecureFileStore
import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct FileTokenStoreTests {
    private let scratch: TokenScratch
    private var store: ClientStore { ClientStore(format: .rattler, path: scratch.path + "/credentials.json") }
    private let text = #"{"h": {"CondaToken": "made-up-token-0001"}, "i": {"CondaToken": "made-up-token-0002"}}"#

    init() throws { scratch = try TokenScratch() }

    @Test func `many edits are one write, and where one is refused none is made`() throws {
        try scratch.write(Array(text.utf8), to: store.path)
        let new = Secret("made-up-token-0003")
        let edits = [
            TokenEdit(.host("h", .repoToken), .remove(ifMatching: Secret("made-up-token-0001"))),
            TokenEdit(.host("j", .repoToken), .set(new, replacing: .none)),
        ]
        let refused = TokenEdit(.host("i", .repoToken), .set(new, replacing: .none))
        #expect(throws: CredentialError.self) { try store.apply(edits + [refused]) }
        #expect(scratch.bytes(of: store.path) == Array(text.utf8))
        let outcome = try store.apply(edits)
        #expect(outcome.changes.map(\.path) == [store.path] && outcome.changed(at: 0) && outcome.changed(at: 1))
        #expect(try store.contents().tokens.map(\.url) == ["https://i/", "https://j/"])
    }

    @Test(arguments: ["", "two words", "é", "line\nbreak"])
    func `what no client could send is not stored`(token: String) throws {
        let edit = TokenEdit(.host("h", .repoToken), .set(Secret(token), replacing: .any))
        let error = #expect(throws: CredentialError.self) { try store.apply([edit]) }
        #expect(error?.code == .invalid && scratch.names(in: scratch.path) == [])
    }

    @Test func `a directory in the file's place is told with what to do`() throws {
        try scratch.write([], to: store.path + "/f")
        let error = #expect(throws: CredentialError.self) { try store.read() }
        #expect(error?.code == .io && error?.hint == "move it away: a file is due at this place")
    }

    @Test func `a link to nowhere and rights of others are problems, once each`() throws {
        try FileManager.default.createSymbolicLink(atPath: store.path, withDestinationPath: "mnt/credentials.json")
        let reading = try store.read()
        #expect(reading.contents.problems.map(\.code) == [.unreadable])
        let edit = TokenEdit(.host("h", .repoToken), .set(Secret("made-up"), replacing: .any))
        #expect(throws: CredentialError.self) { try reading.rehearse([edit]) }
        #expect(throws: CredentialError.self) { try store.apply([edit]) }
        try scratch.write(Array(text.utf8), to: scratch.path + "/mnt/credentials.json", mode: 0o604)
        #expect(try store.read().contents.problems.map(\.code) == [.mode])
    }

    @Test func `a reading holds as long as the file is the one that was read`() throws {
        try scratch.write(Array(text.utf8), to: store.path)
        let reading = try store.read()
        try reading.requireCurrent([])
        try scratch.write(Array(text.replacing("0002", with: "0009").utf8), to: store.path)
        #expect(try #require(throws: CredentialError.self) { try reading.requireCurrent([]) }.code == .conflict)
    }
}
