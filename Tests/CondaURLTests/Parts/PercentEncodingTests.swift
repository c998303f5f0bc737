import CondaURL
import Testing

@Suite struct PercentEncodingTests {
    @Test(arguments: [
        ("%41%c3%A9", "Aé"), ("%+1", "%+1"), ("%-1", "%-1"), ("% 1", "% 1"), ("%4", "%4"), ("%", "%"),
        ("%zz%41", "%zzA"),
        ("%ff", "\u{FFFD}"), ("a+b", "a+b"), ("%%41", "%A"), ("%é1", "%é1"),
    ])
    func `a percent sign and two hex digits are undone as unquote does it`(_ text: String, _ decoded: String) {
        #expect(PercentEncoding.decode(text) == decoded)
    }

    @Test func `what is whole has no percent sign of its own`() {
        #expect(PercentEncoding.decoded(Array("%41%2f".utf8)) == (Array("A/".utf8), true))
        #expect(PercentEncoding.decoded(Array("%41%".utf8)) == (Array("A%".utf8), false))
    }

    @Test func `letters, digits and what is named stay`() {
        #expect(PercentEncoding.encode("aZ09-_ é%/".utf8, keeping: "-/") == "aZ09-%5F%20%C3%A9%25/")
    }
}
