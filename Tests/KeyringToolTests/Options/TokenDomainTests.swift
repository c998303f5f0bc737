import CommandLineKit
import LosslessJSON
import Testing

@Suite struct TokenDomainTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(arguments: ["repo.anaconda.cloud", "repo.anaconda.com", "https://repo.anaconda.cloud/repo/"])
    func `a host that conda looks for under another name is no domain`(domain: String) {
        let outcome = home.run("set", "--org", "acme", "--domain", domain, input: MadeUp.token)
        #expect(outcome.status == .usage && outcome.errors.contains("hint: --domain anaconda.com\n"))
        #expect(home.files.isEmpty)
    }
}
