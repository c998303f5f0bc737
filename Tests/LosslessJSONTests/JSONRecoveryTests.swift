import LosslessJSON
import Testing

@Suite struct JSONRecoveryTests {
    private func found(_ text: String) -> [String] {
        JSONRecovery(Array(text.utf8)).members.map { "\($0.group ?? "?")/\($0.name)=\($0.text)" }
    }

    @Test(
        arguments: [
            (#"{"s": {"a": "1", "b": "2"}, "t": {"c": "3"}}"#, ["s/a=1", "s/b=2", "t/c=3"]),
            (#"{"s": {"a": "1", "b": "2"#, ["s/a=1"]), (#"{"s": {"a": "1", "b": "2""#, ["s/a=1", "s/b=2"]),
            (#"{"s": {"a": "1", @@@ "b": "2"}, "t": {"c": "3"}}"#, ["s/a=1", "s/b=2", "t/c=3"]),
            (#"{"s": {"a": "1", " @, "b": "2"}}"#, ["s/a=1", "s/b=2"]),
            (#""b": "2"}, "t": {"c": "3"}}"#, ["?/b=2", "t/c=3"]),
            (#"{"s": {"a": "1"}}"b": "2"}}"#, ["s/a=1", "?/b=2"]),
            (#"{"s": {"a": {"x": "y"}, "b": ["z", "u"], "c": "3"}, "d": "4"}"#, ["s/c=3"]), ("", []), ("{", []),
            (#"{"s": {"\"a\": \"1\"": "2", "\\": "3"#, [#"s/"a": "1"=2"#]),
        ] as [(String, [String])])
    func `whole members are found before and behind the fault`(text: String, expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test func `a cut at any byte keeps every member before it`() {
        let text = Array(#"{"other": {"u": "p\"\\"}, "s": {"a": "1", "b\u0041": "2", "ü": "3"}}"#.utf8)
        let whole = JSONRecovery(text).members
        #expect(whole.count == 4)
        for end in text.indices {
            let names = JSONRecovery(Array(text[..<end])).members.map(\.name)
            #expect(names == whole.filter { $0.textRange.upperBound <= end }.map(\.name))
        }
    }

    @Test(arguments: ["\"", "\\\"", "{\"a\":", "\"a\":\"", "\\", "[", "\"\u{1}"])
    func `hostile text is read in linear time`(piece: String) {
        let text = Array(String(repeating: piece, count: 300_000 / piece.utf8.count).utf8)
        #expect(JSONRecovery(text).fault != nil)
    }

    @Test func `bytes that are not UTF-8 hide nothing behind them`() {
        var text = Array(#"{"s": {"a": "1", "b": "x", "c": "3"}}"#.utf8)
        text[text.firstIndex(of: UInt8(ascii: "x")) ?? 0] = 0xFF
        #expect(JSONRecovery(text).members.map(\.name) == ["a", "c"])
        #expect(JSONRecovery(text).fault?.code == .encoding)
    }
}
