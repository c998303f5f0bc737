import CondaCredentials
import Testing
import TokenMigration

@Suite struct TokenReportTests {
    private let site = TokenAddress.url("https://repo.anaconda.cloud/repo/")
    private let acme = TokenAddress.repoToken(domain: "anaconda.com", org: "acme")

    @Test func `a report has both stores and the way to the keyring`() {
        let report = TokenReport([
            FaultyStore(.keyring, [(acme, "made-up-1")]), FaultyStore(.condaToken, [(site, "made-up-1")]),
        ])
        #expect(report.tokens.map(\.store) == [.keyring, .condaToken])
        #expect(report.problems.isEmpty)
        #expect(report.plan?.steps.map(\.action) == [.present])
    }

    @Test func `different tokens for one site are a problem`() {
        let report = TokenReport([
            FaultyStore(.keyring, [(acme, "made-up-1")]), FaultyStore(.condaToken, [(site, "made-up-2")]),
        ])
        #expect(report.problems.map(\.code) == [.storesDiffer])
    }

    @Test func `a store that cannot be read does not hide the other`() {
        let keyring = FaultyStore(.keyring, [(acme, "made-up-1")])
        keyring.fail(.before(0))
        let report = TokenReport([keyring, FaultyStore(.condaToken, [(site, "made-up-2")])])
        #expect(report.tokens.map(\.store) == [.condaToken])
        #expect(report.problems.map(\.code) == [.unreadable])
        #expect(report.plan == nil)
    }
}
