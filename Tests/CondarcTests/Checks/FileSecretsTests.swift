import CondaURL
import LosslessYAML
import Testing

@testable import Condarc

@Suite struct FileSecretsTests {
    private func found(_ text: String) throws -> [String] {
        let document = try YAMLDocument(text)
        return FileSecrets.certain(in: document).map { String(decoding: document.bytes[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("channels: ['https://h/t/made-up/a']\n", ["made-up"]), ("# https://u:made-up@h/a\n", ["made-up"]),
        ("x: u:made-up@h:80\n", ["made-up"]),
        ("a: >\n  https://h/t/made-\n  up/a\n", ["made-"]),
        ("contact: kim:x@h.example\n", []), ("password: made-up\n", []), ("a: https://h/t/${TOKEN}/a\n", []),
        ("a: b\n", []),
        ("&a https://u:made-up@h: b\n", ["made-up"]),
    ])
    func `a finding is of what surely is a secret, wherever it stands`(text: String, secrets: [String]) throws {
        #expect(try found(text) == secrets)
    }

    @Test(arguments: [
        "password: made-up\n", "password:\n  - made-up\n  - {deep: made-up}\n", "api_key: |\n  made-up\n",
        "x: {client_secret: made-up}\n",
        "a: \"https://u:made\\u002dup@h/a\"\n", "a: https://u:made-up@h\nb: [\n", "token: made-up\nb: [\n",
        "-----BEGIN PRIVATE KEY-----\nmade-up\n-----END PRIVATE KEY-----\n", "a: https://u:made-up@h/a",
        "tk-made-up-0123456789abcdef",
        "\u{FEFF}\n made-up-0123456789abcdef \n", "*x: https://u:made-up@h\n",
    ])
    func `a redacted file has no secret left, also one that cannot be read`(text: String) {
        let shown = FileSecrets.redacted(Array(text.utf8))
        #expect(!shown.contains("made-up") && !shown.contains("made\\u002dup") && shown.contains("…"), "\(shown)")
    }

    @Test(arguments: [
        "channels:\n  - conda-forge # mine\n", "add_anaconda_token: false\ntoken_file: /a\n",
        "contact: kim@h.example\n", "", "defaults",
    ])
    func `the rest is shown as it is`(text: String) { #expect(FileSecrets.redacted(Array(text.utf8)) == text) }

    @Test func `what is hidden comes in order, and nothing twice`() {
        let text = Array("password: \"https://u:made\\u002dup@h/a\"\nsecret: [a-secret, a-secret]\n".utf8)
        let hidden = FileSecrets.hidden(in: text)
        #expect(zip(hidden, hidden.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound } && hidden.count == 3)
    }

    @Test(arguments: [
        ("made-up-0123456789ab\n", true), ("\r\n made-up-0123456789ab", true), ("made-up-0123456789ab b", false),
        ("short-1", false),
        ("made-up-without-any-digit", false), ("a: made-up-0123456789ab", false), ("", false),
    ])
    func `a file that is one token was given by mistake`(text: String, isToken: Bool) {
        #expect((FileSecrets.token(aloneIn: Array(text.utf8)) != nil) == isToken)
    }
}
