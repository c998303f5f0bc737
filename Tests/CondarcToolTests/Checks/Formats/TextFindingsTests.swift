import CommandLineKit
import LosslessJSON
import Testing

@Suite struct TextFindingsTests {
    @Test func `text has a line for each finding and what to do below it`() throws {
        let home = try ToolHome(condarc: "ssl_verify: false\nchanels: [a]\n")
        let outcome = home.run(["check", "HOME/.condarc"])
        #expect(
            outcome
                == .init(
                    status: .negative,
                    output: """
                        HOME/.condarc:1:13: insecure-ssl: servers need not prove who they are
                         1 | ssl_verify: false
                           |             ^^^^^
                          hint: set ssl_verify to truststore, or to the file with your organization's certificates

                        HOME/.condarc:2:1: unknown-parameter: conda has no parameter 'chanels'
                         2 | chanels: [a]
                           | ^^^^^^^
                          hint: did you mean 'channels'?

                        """, errors: "condarc-tool: 1 file checked: 2 warnings\n"))
    }
}
