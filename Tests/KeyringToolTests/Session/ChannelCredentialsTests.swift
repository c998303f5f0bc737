import HostPlatform
import TestSupport
import Testing

@testable import CommandLineKit
@testable import CondaCredentials
@testable import KeyringTool

@Suite struct ChannelCredentialsTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func credentials(_ condarc: String, storing: [(url: String, token: Secret)] = [], version: String? = nil)
        throws -> ChannelCredentials
    {
        try scratch.write(condarc, to: ".condarc")
        let session = try ToolSession.made(in: scratch)
        return ChannelCredentials(
            session, CondarcReading(session), client: AuthClient(version: version), storing: storing)
    }

    private func sent(_ credentials: ChannelCredentials, _ channel: String) throws -> [String] {
        try credentials.choices(for: channel).map { $0.credential?.secret.withRevealed { $0 } ?? "-" }
    }

    @Test func `a name of several channels has several answers`() throws {
        let credentials = try credentials("custom_multichannels: {m: [a, 'https://u:made-up@h.example/b']}\n")
        #expect(try sent(credentials, "m") == ["-", "made-up"])
    }

    @Test func `files that would be stored count as if they were there`() throws {
        try scratch.write("made-up-1", to: ".config/binstar/https%3A%2F%2Fh.example%2F.token")
        let storing = [(url: "https://h.example/a/", token: Secret("made-up-2"))]
        #expect(try sent(try credentials("", storing: storing), "https://h.example/a") == ["made-up-2"])
        #expect(try sent(try credentials("", storing: storing), "https://h.example/b") == ["made-up-1"])
        #expect(
            try credentials("").choice(below: "https://h.example")?.credential?.secret.withRevealed { $0 }
                == "made-up-1")
    }

    @Test(arguments: [
        ("channels: [\n", 1), ("denylist_channels: [a]\n", 1), ("allowlist_channels: [b]\n", 1), ("offline: true\n", 0),
    ])
    func `what conda stops at is told for the channel`(condarc: String, count: Int) throws {
        let credentials = try credentials(condarc)
        #expect(credentials.stops(at: "a").count == count)
        #expect(credentials.stops(at: "https://h:x/a").count == 1)
    }

    @Test func `a file's token is not used where the keyring has it and conda asks that`() throws {
        let file = StoredToken(
            store: .condaToken, address: .url("https://h.example/"), secret: Secret("made-up-1"), path: "/f")
        #expect(try !credentials("").usesKeyring(insteadOf: file))
    }
}
