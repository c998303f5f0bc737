import LosslessYAML
import Testing

@testable import Condarc

@Suite struct SourceReaderTests {
    @Test(arguments: [
        "x-since: 2024-05-01\n", "x: !!str 3\n", "channels: [!a b]\n", "a: 1\na: 2\n", "- a\n", "word\n", "a:\tb\n",
    ])
    func `a file at which conda stops is a failure`(_ text: String) {
        #expect(Configuration.made(["/home/u/.condarc": text]).failures.count == 1)
    }

    @Test(arguments: [
        "2024-05-01: x\n", "env_prompt: !!binary aGk=\n", "proxy_servers: !!omap [a: b]\n", "~: x\n", "[]\n", "''\n",
        "env_prompt: \"a\tb\"\n", "channels: [a,\tb]\n", "# a\tcomment\n",
    ])
    func `what only looks wrong is read`(_ text: String) {
        #expect(Configuration.made(["/home/u/.condarc": text]).failures.isEmpty)
    }

    @Test func `binary text is text`() throws {
        let configuration = Configuration.made(["/home/u/.condarc": "env_prompt: !!binary aGk=\n"])
        #expect(try configuration.value("env_prompt") == "hi")
    }
}
