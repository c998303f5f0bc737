import CondaURL
import Testing

@Suite struct StringPythonTests {
    @Test func `blanks at the ends are those that Python strips`() {
        #expect("\u{1F} \u{A0}a b\u{2003}\n".strippedAsPython == "a b")
        #expect("\u{200B}".strippedAsPython == "\u{200B}")
    }
}
