import CommandLineKit
import SecureFileStore
import TestSupport
import Testing
import TokenMigration

@testable import CondaCredentials
@testable import KeyringTool

/// A store that no program knows goes through all of them behind the protocol.
@Suite struct ToolSessionOpenStoresTests {
    private let home: TemporaryDirectory
    private let file = ".note-client/tokens"
    private static let url = "https://repo.anaconda.cloud/repo/"

    init() throws { home = try TemporaryDirectory() }

    private func write(_ text: String) throws { try home.write(text, to: file, mode: 0o600, directoryMode: 0o700) }

    private func session(_ role: StoreKind.Role) throws -> ToolSession {
        var session = try ToolSession.made(in: home)
        session.stores.kinds.append(.note(role))
        return session
    }

    private func examination(_ session: ToolSession) -> Examination {
        Examination(session, options: MigrationOptions(site: session.site), now: 0)
    }

    private func finding(_ code: String) throws -> DoctorFinding? {
        examination(try session(.copy)).findings.first { $0.code == code }
    }

    private func everythingGone(_ session: ToolSession) throws -> RemovalSelection.Found {
        let invocation = ToolSession.call(in: home).adding([
            RemoveCommand.all: "", RemoveCommand.kind: "any", RemoveCommand.everywhere: "",
        ])
        return try RemovalSelection(invocation: invocation, session: session).all(includingLogins: true)
    }

    @Test func `report and doctor show its tokens and what is wrong with them`() throws {
        try write("\(Self.url) \(MadeUp.token)\n")
        let only = try finding("other-client-only")
        #expect(only?.remedy == "keyring-tool sync --from note --to conda-token --url \(Self.url)")
        #expect(try examination(session(.copy)).report.tokens.map(\.store) == [.note])
        try home.write(MadeUp.other, to: ".config/binstar/\(ToolHome.premium)", mode: 0o600, directoryMode: 0o700)
        #expect(try finding("other-client-only") == nil)
        #expect(try finding("other-client-differs")?.remedy?.contains("sync --to note ") == true)
        try FileStore().setMode(home.path + "/" + file, FileMode(rawValue: 0o644))
        #expect(try finding("mode")?.isFixable == true)
        try write("no\n")
        let damage = try finding("damaged-file")
        #expect(damage?.line == 1 && damage?.remedy == "mend it there, or restore it from a backup")
    }

    @Test func `a token is copied to it, rotated in it and removed from it`() throws {
        let session = try session(.copy)
        let use = TokenUse(kind: .repoToken, url: Self.url, domain: AnacondaDomains.main)
        let token = SyncedToken(secret: Secret(MadeUp.token), use: use, text: "a token")
        let destination = try SyncDestination(.note(.copy), token, session)
        #expect(try destination.apply(isRehearsal: true).changed && home.text(of: file) == nil)
        #expect(try destination.apply(isRehearsal: false).changed)
        #expect(home.text(of: file) == "\(Self.url) \(MadeUp.token)\n")

        let rotation = Rotation(
            from: Secret(MadeUp.token), to: Secret(MadeUp.other), read: session.stores.everyStore.readings().read,
            unread: [], isChosen: { $0.url == Self.url })
        #expect(rotation.execute().replaced.map(\.store) == [.note])
        #expect(home.text(of: file) == "\(Self.url) \(MadeUp.other)\n")

        let found = try everythingGone(session)
        #expect(found.removals.map(\.store.name) == [.note] && found.problems.isEmpty)
        #expect(try found.removals[0].apply(isRehearsal: false).changed)
        #expect(home.text(of: file) == "")
    }

    @Test func `one that cannot be read is named by who leaves`() throws {
        try write("no\n")
        #expect(try everythingGone(session(.copy)).problems.map(\.message).first?.hasPrefix("note could not") == true)
    }

    @Test func `as one of conda's own it is an end of migrations, with every other`() throws {
        let session = try session(.own)
        let note = try session.store(.note(.own))
        var from: any TokenStore = note
        let options = MigrationOptions(removesSource: true)
        try write("\(Self.url) \(MadeUp.token)\n")
        for to in [session.keyring, note, session.condaTokens, note] {
            #expect(try Migration(from: from, to: to, options: options).execute().moved.map(\.isRemoved) == [true])
            #expect(try from.contents().tokens.isEmpty)
            #expect(try to.contents().tokens.map { $0.secret.matches(Secret(MadeUp.token)) } == [true])
            from = to
        }
        try session.keyring.set(Secret(MadeUp.other), at: .repoToken(domain: AnacondaDomains.main, org: nil))
        let problem = TokenReport(session.stores.presentStores).problems.first { $0.code == .storesDiffer }
        #expect(
            problem?.remedy
                == "keyring-tool migrate --from note --url \(Self.url) --on-conflict replace, or "
                + "keyring-tool migrate --from keyring --to note --on-conflict replace")
    }
}
