import CondaCredentials
import LosslessJSON
import TestSupport
import Testing
import TokenMigration

@Suite struct MigrationTests {
    private static let site = TokenAddress.url("https://repo.anaconda.cloud/repo/")
    private static let acme = TokenAddress.url("https://repo.anaconda.cloud/repo/acme/")
    private static let siteToken = TokenAddress.repoToken(domain: "anaconda.com", org: nil)
    private static let acmeToken = TokenAddress.repoToken(domain: "anaconda.com", org: "acme")
    private static let both = [(site, "made-up-1"), (acme, "made-up-2")]

    private func migrate(
        _ source: any TokenStore, _ destination: any TokenStore, _ options: MigrationOptions, isRehearsal: Bool = false
    ) throws -> MigrationOutcome {
        let migration = try Migration(from: source, to: destination, options: options)
        return try isRehearsal ? migration.rehearse() : migration.execute()
    }

    @Test(arguments: [false, true]) func `tokens are copied, and moved where that is asked for`(removes: Bool) throws {
        let (files, keyring) = (FaultyStore(.condaToken, Self.both), FaultyStore(.keyring))
        let options = MigrationOptions(removesSource: removes)
        let outcome = try migrate(files, keyring, options)
        #expect(outcome.changed)
        #expect(outcome.moved.map(\.isRemoved) == [removes, removes])
        #expect(keyring[Self.siteToken] == "made-up-1")
        #expect(keyring[Self.acmeToken] == "made-up-2")
        #expect(files.values.isEmpty == removes)
        #expect(keyring.writes == ["apply"])
        let again = try migrate(files, keyring, options)
        #expect(!again.changed)
        #expect(again.moved.isEmpty)
    }

    @Test func `a dry run writes nothing and says the same`() throws {
        let (files, keyring) = (FaultyStore(.condaToken, Self.both), FaultyStore(.keyring))
        let outcome = try migrate(files, keyring, MigrationOptions(removesSource: true), isRehearsal: true)
        #expect(outcome.changed)
        #expect(outcome.moved.map(\.isRemoved) == [true, true])
        #expect(files.writes.isEmpty && keyring.writes.isEmpty)
    }

    @Test(arguments: [MigrationOptions.ConflictRule.fail, .keep, .replace])
    func `the rule of conflicts holds for the whole run`(rule: MigrationOptions.ConflictRule) throws {
        let (files, keyring) = (FaultyStore(.condaToken, Self.both), FaultyStore(.keyring, [(Self.acmeToken, "other")]))
        let options = MigrationOptions(conflictRule: rule, removesSource: true)
        if rule == .fail {
            let error = #expect(throws: CredentialError.self) { try migrate(files, keyring, options) }
            #expect(error?.code == .conflict)
            #expect(files.writes.isEmpty && keyring.writes.isEmpty)
        } else {
            let outcome = try migrate(files, keyring, options)
            #expect(keyring[Self.acmeToken] == (rule == .keep ? "other" : "made-up-2"))
            #expect(files[Self.acme] == (rule == .keep ? "made-up-2" : nil))
            #expect(files[Self.site] == nil)
            #expect(outcome.skipped.count == (rule == .keep ? 1 : 0))
        }
    }

    @Test func `a fault at any call leaves every token somewhere and a second run finishes`() throws {
        let options = MigrationOptions(removesSource: true)
        for isSource in [true, false] {
            for number in 0..<12 {
                for fault in [FaultyStore.Fault.before(number), .after(number), .garbling(number)] {
                    let (files, keyring) = (FaultyStore(.condaToken, Self.both), FaultyStore(.keyring))
                    (isSource ? files : keyring).fail(fault)
                    let outcome = try? migrate(files, keyring, options)
                    #expect(files.values.union(keyring.values).isSuperset(of: ["made-up-1", "made-up-2"]))
                    if outcome?.failure != nil, case .garbling = fault {
                        // What reads back wrong keeps its source.
                        #expect(files.values == ["made-up-1", "made-up-2"])
                        continue
                    }
                    (isSource ? files : keyring).fail(nil)
                    _ = try migrate(files, keyring, options)
                    #expect(keyring.values == ["made-up-1", "made-up-2"])
                    #expect(files.values.isEmpty)
                }
            }
        }
    }

    private static let pairs: [(from: StoreName, to: StoreName)] = [
        (.condaToken, .keyring), (.keyring, .condaToken), (.keyring, .system), (.system, .keyring),
        (.condaToken, .system), (.system, .condaToken),
    ]

    @Test(arguments: pairs)
    func `between any two stores a fault at any call loses no token and shows none`(from: StoreName, to: StoreName)
        throws
    {
        let hidden = "made-up-token-0123456789-hidden"
        let place = from == .condaToken ? Self.site : Self.acmeToken
        let options = MigrationOptions(org: "acme", removesSource: true)
        for isSource in [true, false] {
            for number in 0..<6 {
                for fault in [FaultyStore.Fault.before(number), .after(number), .garbling(number)] {
                    let (source, destination) = (FaultyStore(from, [(place, hidden)]), FaultyStore(to))
                    (isSource ? source : destination).fail(fault)
                    var said = ""
                    do {
                        let outcome = try migrate(source, destination, options)
                        said = "\(outcome.failure?.message ?? "") \(outcome.failure?.hint ?? "") \(outcome.warnings)"
                        for moved in outcome.moved where moved.isRemoved { #expect(destination.values == [hidden]) }
                        if outcome.failure == nil { #expect(source.values.isEmpty && destination.values == [hidden]) }
                    } catch { said = "\(error)" }
                    #expect(!said.contains("0123456789-hidden"))
                    #expect(source.values.union(destination.values).contains(hidden))
                    if case .garbling = fault { continue }
                    (isSource ? source : destination).fail(nil)
                    _ = try migrate(source, destination, options)
                    #expect(source.values.isEmpty && destination.values == [hidden])
                }
            }
        }
    }

    @Test(arguments: [false, true])
    func `what could not be flushed keeps its source, also where it stood there before`(isThere: Bool) throws {
        let files = FaultyStore(.condaToken, Self.both)
        let keyring = FaultyStore(
            .keyring, isThere ? [(Self.siteToken, "made-up-1"), (Self.acmeToken, "made-up-2")] : [], isFlushed: false)
        let outcome = try migrate(files, keyring, MigrationOptions(removesSource: true))
        #expect(outcome.moved.map(\.isRemoved) == (isThere ? [] : [false, false]))
        #expect(outcome.failure?.code == .io)
        #expect(files.values == ["made-up-1", "made-up-2"])
    }

    @Test func `what another program changed since the plan is not touched`() throws {
        let (files, keyring) = (FaultyStore(.condaToken, Self.both), FaultyStore(.keyring))
        let migration = try Migration(from: files, to: keyring, options: MigrationOptions(removesSource: true))
        try files.set(Secret("newer"), at: Self.site)
        #expect(throws: CredentialError.self) { try migration.execute() }
        #expect(keyring.values.isEmpty)
        try files.set(Secret("made-up-1"), at: Self.site)
        try keyring.set(Secret("newer"), at: Self.acmeToken)
        #expect(throws: CredentialError.self) { try migration.execute() }
        #expect(keyring.values == ["newer"])
        #expect(files.values == ["made-up-1", "made-up-2"])
    }

    @Test func `each store is read once, and the destination once more to compare`() throws {
        let (files, keyring) = (FaultyStore(.condaToken, Self.both), FaultyStore(.keyring))
        _ = try migrate(files, keyring, MigrationOptions(removesSource: true))
        #expect(files.calls == ["read", "apply"])
        #expect(keyring.calls == ["read", "apply", "read", "flush"])
    }

    @Test func `a copy that cannot be read back is told as made, and what to do`() throws {
        let (files, keyring) = (FaultyStore(.condaToken, Self.both), FaultyStore(.keyring))
        keyring.fail(.before(2))
        let outcome = try migrate(files, keyring, MigrationOptions(removesSource: true))
        #expect(outcome.changed)
        #expect(outcome.moved.map(\.isWritten) == [true, true])
        #expect(outcome.moved.map(\.isRemoved) == [false, false])
        #expect(
            outcome.failure?.message.hasPrefix("2 tokens were copied to keyring, but reading it back failed") == true)
        #expect(outcome.failure?.hint?.contains("run it again") == true)
        #expect(files.values == ["made-up-1", "made-up-2"] && keyring.values == files.values)
    }

    @Test func `every token of a keyring has its place in another one`() throws {
        let tokens = [
            (Self.siteToken, "made-up-1"), (Self.acmeToken, "made-up-2"),
            (TokenAddress.apiKey(domain: "x.example"), "made-up-3"),
        ]
        let (keyring, system) = (FaultyStore(.keyring, tokens), FaultyStore(.system))
        let outcome = try migrate(keyring, system, MigrationOptions(removesSource: true))
        #expect(outcome.moved.count == 3)
        #expect(tokens.allSatisfy { system[$0.0] == $0.1 })
        #expect(keyring.values.isEmpty)
    }

    @Test func `the way back moves one organization`() throws {
        let keyring = FaultyStore(.keyring, [(Self.siteToken, "made-up-1"), (Self.acmeToken, "made-up-2")])
        let files = FaultyStore(.condaToken)
        let outcome = try migrate(keyring, files, MigrationOptions(org: "acme", removesSource: true))
        #expect(outcome.moved.count == 1)
        #expect(files[Self.site] == "made-up-2")
        #expect(keyring.values == ["made-up-1"])
    }

    @Test func `a site token that an organization's entry has already is not stored again`() throws {
        let files = FaultyStore(
            .condaToken, [(Self.site, "made-up-1"), (.url("https://repo.anaconda.cloud/repo"), "made-up-1")])
        let keyring = FaultyStore(.keyring, [(Self.siteToken, "made-up-2"), (Self.acmeToken, "made-up-1")])
        let outcome = try migrate(files, keyring, MigrationOptions(removesSource: true))
        #expect(outcome.moved.map(\.isRemoved) == [true, true])
        #expect(keyring[Self.siteToken] == "made-up-2")
        #expect(keyring.values == ["made-up-1", "made-up-2"])
        #expect(files.values.isEmpty)
    }

    @Test func `an outcome as JSON follows the contract`() throws {
        let files = FaultyStore(.condaToken, [(Self.acme, "made-up-2"), (.url("https://api.anaconda.org"), "login")])
        let outcome = try migrate(files, FaultyStore(.keyring), MigrationOptions())
        #expect(
            outcome.jsonMembers.map { "\($0.name): \($0.value.text())" } == [
                "changed: true",
                #"moved: [{"from": "conda-token", "to": "keyring", "org": "acme", "url": "https://repo.anaconda.cloud/repo/acme/", "removed": false}]"#,
                #"skipped: [{"what": "https://api.anaconda.org", "why": "a login to anaconda.org is not a repo token"}]"#,
            ])
    }
}
