import LosslessYAML
import Testing

@testable import KeyringTool

@Suite struct CondarcSecretTests {
    @Test(arguments: [
        "channels:\n  - https://conda.example.org/t/ab-12345678-made-up/x\n",
        "channels: ['https://kim:made-up@h.example']\n",
        "a: tk-b\r\nproxy_servers: {http: HTTP://kim:pw@h}",
        "channels: [\"https:\\x2f\\x2fkim:made-up@h.example\"]\n",
    ])
    func `a file with a secret in a URL is looked at`(text: String) throws {
        #expect(try CondarcSecret.all(in: YAMLDocument(text), file: "f").count == 1)
        #expect(CondarcSecret.mayStand(in: Array(text.utf8)))
    }

    @Test(arguments: [
        "", "channels: [conda-forge, tk-1]\nx: a@b\n",
        "x: tk-1 # a=b\nproxy_servers:\n  http: http://proxy.example:3128\n",
    ])
    func `a file with none is not parsed for it`(text: String) {
        #expect(!CondarcSecret.mayStand(in: Array(text.utf8)))
    }
}
