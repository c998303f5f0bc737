import CommandLineKit
import Foundation
import LosslessJSON
import Testing

@Suite struct CondarcCheckTests {
    let home: ToolHome

    init() throws { home = try ToolHome() }

    @Test(arguments: ["${TOKEN}", "$TOKEN", "<TOKEN>", "%TOKEN%", "{{ token }}", "…"])
    func `a placeholder in a URL is no secret, and stays where it is`(placeholder: String) throws {
        let text = "channels:\n  - \"https://h.example/t/\(placeholder)/acme\"\n"
        try home.write(text, to: ".condarc")
        let outcome = home.run("doctor", "--fix", "--json")
        #expect(outcome.status == .success && outcome.codes == [], "\(outcome)")
        #expect(home.text(of: ".condarc") == text)
        #expect(home.run("report", "--json").output.contains("\"tokens\": []"))
    }

    @Test func `a token whose place is spelt with escapes is found`() throws {
        try home.write("channels:\n  - \"https://h.example/\\x74/\(MadeUp.token)/team\"\n", to: ".condarc")
        #expect(home.run("doctor", "--json").codes == ["condarc-secret"])
    }
}
