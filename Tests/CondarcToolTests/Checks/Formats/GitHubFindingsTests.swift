import CommandLineKit
import LosslessJSON
import Testing

@Suite struct GitHubFindingsTests {
    @Test func `annotations for GitHub are escaped`() throws {
        let home = try ToolHome()
        try home.write("ssl_verify: false\n", to: "a,b%:c")
        let outcome = home.run(["check", "--format", "github", "HOME/a,b%:c"])
        #expect(
            outcome.output
                == "::warning file=HOME/a%2Cb%25%3Ac,line=1,col=13,endLine=1,endColumn=18,title=insecure-ssl::servers need not prove who they are%0A"
                + "set ssl_verify to truststore, or to the file with your organization's certificates\n")
    }
}
