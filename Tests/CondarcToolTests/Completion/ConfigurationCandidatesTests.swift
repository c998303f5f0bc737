import CommandLineKit
import Testing

@Suite struct ConfigurationCandidatesTests {
    @Test(arguments: [
        ("set ssl_verify ", "words true false truststore"), ("set ssl_verify /e", "files"),
        ("set client_ssl_cert ", "files"), ("set channel_priority s", "words strict"),
        ("set solver ", "words libmamba classic rattler"),
        ("set proxy_servers.h", "words proxy_servers.http proxy_servers.https"),
        ("set custom_channels.", "words custom_channels.mine"), ("append pkgs_dirs ", "directories"),
        ("append subdirs linux-6", "words linux-64"), ("append channels biocond", "words bioconda"),
        ("append channels own", "words own"), ("append pinned_packages ", "words"), ("clear ", "words channels"),
        ("remove channels ", "words own"), ("unset custom", "words custom_channels custom_channels.mine"),
        ("--user unset chan", "words channels"), ("explain ow", "words own"),
    ])
    func `what may be meant is offered`(typed: String, expected: String) throws {
        let home = try ToolHome(condarc: "channels: [own]\ncustom_channels: {mine: https://h.example}\n")
        let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let outcome = home.run(["__complete", "fish", "condarc-tool"] + words)
        let offered = outcome.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(offered.joined(separator: " ") == expected)
        #expect(outcome.errors == "")
    }

    @Test func `where the file has no lists, clear offers all`() throws {
        let outcome = try ToolHome(condarc: "offline: true\n").run([
            "__complete", "fish", "condarc-tool", "clear", "de",
        ])
        #expect(outcome.output.contains("\ndefault_channels\t"))
    }
}
