import CommandLineKit
import LosslessYAML
import Testing

@testable import Condarc
@testable import CondarcTool

@Suite struct FindingFormatTests {
    @Test(arguments: FindingFormat.allCases)
    func `each format tells all findings, and no secret`(format: FindingFormat) throws {
        let home = try ToolHome(condarc: "chanels: [a]\nchannels: ['https://u:made-up@h/t/made-up/a']\n")
        let outcome = home.run(["check", "HOME/.condarc", "--format", format.rawValue])
        #expect(outcome.status == .negative)
        #expect(outcome.output.contains("unknown-parameter") && outcome.output.contains("secret-in-url"))
        #expect(!(outcome.output + outcome.errors).contains("made-up"))
    }

    @Test func `a finding for people has its place, and the lines where they are known`() {
        let finding = Finding(
            rule: "insecure-ssl", severity: .warning, path: "/f", line: 2, column: 3, hasLine: true, end: nil,
            message: "https://u:made-up@h", advice: "do", fix: nil, related: nil)
        let plain = finding.message(path: "~/f", in: nil)
        #expect(plain.place == "~/f:2:3" && plain.excerpt == nil && plain.hint == "do")
        #expect(finding.shownMessage == "https://u:…@h")
        #expect(finding.message(path: "f", in: ExcerptSource(Array("a\nb: c\n".utf8))).excerpt != nil)
    }
}
