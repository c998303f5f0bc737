import Testing

@testable import Condarc

@Suite struct BrokenTextTests {
    private func hidden(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return BrokenText(bytes).hidden.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("a: >\n https://u:made-\n up@h\n", ["u:made-\n up"]), ("a: https://h/t/made-\n  up/c\n", ["h/t/made-\n  up"]),
        ("a: \"made\\x2dup\" [\n", ["made\\x2dup"]),
        ("a: \"made\\\n  up\"\n", ["made\\\n  up"]),
    ])
    func `what goes over lines or is escaped is hidden`(text: String, expected: [String]) {
        #expect(hidden(text) == expected)
    }

    @Test(arguments: [
        "a: https://u:p@h\n", "a: \"plain\"\n", "b: [\n", "", "//", "\"", "a: \"C:\\Users\\kim\"\n",
        "a: https://h\n# mail to\n# kim@h and others\n", "a: \"\\\n\n\n\n\n\"\n", "\"\\",
    ])
    func `what lines themselves show is left to them`(text: String) { #expect(hidden(text) == []) }

    @Test func `no text costs more than its length`() {
        let text = String(repeating: "//\"\\", count: 10_000)
        #expect(hidden(text).count <= 20_000)
    }
}
