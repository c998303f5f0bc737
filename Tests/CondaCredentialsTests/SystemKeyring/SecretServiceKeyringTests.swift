import SecureFileStore
import Synchronization
import Testing

@testable import CondaCredentials

/// `secret-tool` with answers made up after what the real one says.
@Suite struct SecretServiceKeyringTests {
    private typealias Made = SystemKeyringStoreTests

    @Test(arguments: [
        ("secret-tool: Cannot autolaunch D-Bus without X11 $DISPLAY\n", CredentialError.Code.io, "no session bus"),
        (
            "secret-tool: The name org.freedesktop.secrets was not provided by any .service files\n", .io,
            "no program offers"
        ),
        ("secret-tool: Cannot create an item in a locked collection\n", .locked, "is locked"),
        (
            "secret-tool: Object does not exist at path “/org/freedesktop/secrets/collection/login”\n", .locked,
            "has not been unlocked"
        ),
    ])
    func `what keeps the Secret Service from answering is told apart`(
        message: String, code: CredentialError.Code, text: String
    ) {
        let service = SecretServiceKeyring(program: Made.program { _ in Made.answer(1, errors: message) })
        let error = #expect(throws: CredentialError.self) { try service.store(Secret("made-up"), for: "a.example") }
        #expect(error?.code == code)
        #expect(error?.message.contains(text) == true)
        #expect(error?.hint != nil)
    }

    @Test func `entries are listed wherever the program writes them, and none is asked to be unlocked`() throws {
        let service = SecretServiceKeyring(
            program: Made.program { call in
                #expect(call.arguments.first == "search")
                return Made.answer(
                    0, "[/1]\nlabel = x\nattribute.username = b.example\n",
                    errors: "attribute.service = Anaconda Cloud\nattribute.username = a.example\n")
            })
        #expect(try service.domains().sorted() == ["a.example", "b.example"])
    }

    @Test func `what is locked is not taken for what is not there`() throws {
        let locked = SecretServiceKeyring(
            program: Made.program { _ in Made.answer(0, errors: "secret-tool: locked object /1\n") })
        #expect(throws: CredentialError.self) { try locked.domains() }
        // A removal that fails, of what a lookup still finds.
        let stuck = SecretServiceKeyring(
            program: Made.program { call in Made.answer(call.arguments.first == "lookup" ? 0 : 1, "cGF5bG9hZA==") })
        #expect(try #require(throws: CredentialError.self) { try stuck.remove("a.example") }.code == .locked)
        let absent = SecretServiceKeyring(program: Made.program { _ in Made.answer(1) })
        #expect(try absent.payload(of: "a.example") == nil)
        try absent.remove("a.example")
    }

    @Test func `an item is that of Python's keyring, to the attribute`() throws {
        let calls = Mutex<[[String]]>([])
        let service = SecretServiceKeyring(
            program: Made.program { call in
                calls.withLock { $0.append(call.arguments) }
                #expect(call.arguments.first != "store" || call.input == Array("cGF5bG9hZA==".utf8))
                return Made.answer(0, call.arguments.first == "lookup" ? "cGF5bG9hZA==" : "")
            })
        try service.store(Secret("cGF5bG9hZA=="), for: "a.example")
        #expect(try service.payload(of: "a.example")?.withRevealed { $0 } == "cGF5bG9hZA==")
        try service.remove("a.example")
        #expect(
            calls.withLock { $0 } == [
                [
                    "store", "--label=Password for 'a.example' on 'Anaconda Cloud'", "service", "Anaconda Cloud",
                    "username",
                    "a.example", "application", "Python keyring library", "xdg:schema",
                    "org.freedesktop.Secret.Generic",
                ], ["lookup", "service", "Anaconda Cloud", "username", "a.example"],
                ["clear", "service", "Anaconda Cloud", "username", "a.example"],
            ])
    }
}
