import LosslessYAML
import Testing

@testable import Condarc

@Suite struct ConfigurationTests {
    @Test func `every item knows its line`() throws {
        let items = try #require(
            Configuration.both("channels:\n  - a\n  - b\n", "# mine\nchannels: [c, a]\n").traced("channels").items)
        #expect(items.map(\.origin.description) == ["/home/u/.condarc:2", "/home/u/.condarc:2", "/base/.condarc:3"])
        #expect(items.map(\.origin.column) == [12, 15, 5])
    }

    @Test func `without any source a value is conda's own`() throws {
        let value = try Configuration.made([:]).traced("default_channels")
        #expect(value.origin == .builtIn)
        #expect(value.items?.count == 2)
    }

    @Test func `variables are expanded where conda expands them`() throws {
        let text = "channels: ['$A/x', '$NONE']\nenv_prompt: $A\n"
        let configuration = Configuration.made(["/home/u/.condarc": text], environment: ["A": "v"])
        #expect(try configuration.value("channels") == ["v/x", "$NONE"])
        #expect(try configuration.value("env_prompt") == "$A")
    }

    @Test func `a broken file is named and hides no other`() throws {
        let configuration = Configuration.made(
            ["/base/.condarc": "channels: [a\n", "/home/u/.condarc": "channels: [b]\n"],
            unreadable: ["/home/u/.conda/.condarc"])
        #expect(configuration.failures.map(\.path) == ["/base/.condarc", "/home/u/.conda/.condarc"])
        #expect(configuration.failures.map(\.code) == [.syntax, .unreadable])
        #expect(try configuration.value("channels") == ["b"])
    }

    @Test func `a directory of files that cannot be listed is passed over, and named`() throws {
        let configuration = Configuration.made(
            ["/home/u/.condarc": "offline: true\n", "/home/u/.conda/condarc.d/a.yml": "offline: false\n"],
            unreadable: ["/home/u/.conda/condarc.d"])
        #expect(configuration.failures.isEmpty)
        #expect(configuration.passedOver.map(\.path) == ["/home/u/.conda/condarc.d"])
        #expect(try configuration.value("offline") == true)
    }

    @Test(arguments: [
        ("channels: a\n", 11), ("channels:\n  x: y\n", 3), ("proxy_servers: [a]\n", 16), ("quiet: [true]\n", 8),
        ("channels:\n  - [a]\n", 5), ("custom_multichannels: {s: a}\n", 27), ("quiet: perhaps\n", 8),
        ("channel_settings: [a]\n", 20),
    ])
    func `a wrong value is named with its place`(_ text: String, _ column: Int) {
        let problems = Configuration.made(["/home/u/.condarc": text]).problems()
        #expect(problems.map(\.path) == ["/home/u/.condarc"])
        #expect(problems.map(\.column) == [column])
    }

    @Test(arguments: ["always_copy: true\nalways_softlink: true\n", "client_ssl_cert_key: k\n"])
    func `values that exclude each other are named`(_ text: String) {
        #expect(Configuration.made(["/home/u/.condarc": text]).problems().map(\.code) == [.contradiction])
    }

}
