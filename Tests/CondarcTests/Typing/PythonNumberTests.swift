import LosslessYAML
import Testing

@testable import Condarc

@Suite struct PythonNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("+3", 3), (" 5\n", 5), ("\u{A0}5\u{3000}", 5), ("1_000", 1000), ("٣٤", 34),
            ("1٣", 13), ("𝟙", 1), ("007", 7),
            ("", nil), ("_1", nil), ("1_", nil), ("1__0", nil), ("1 2", nil), ("--1", nil), ("+ 1", nil), ("1.0", nil),
            ("0x1", nil), ("²", nil),
            ("½", nil), ("一", nil), ("1\u{0}", nil), ("−1", nil),
        ] as [(String, Int?)])
    func `a whole number is one of Python's int`(text: String, value: Int?) {
        #expect(PythonNumber.int(text) == value.map { YAMLInteger($0) })
    }

    @Test func `as in Python no number has more than 4300 digits`() {
        #expect(PythonNumber.int(String(repeating: "9", count: 4300)) != nil)
        #expect(PythonNumber.int(String(repeating: "9", count: 4301)) == nil)
        #expect(PythonNumber.int("-" + String(repeating: "0", count: 4301)) == nil)
    }

    @Test(
        arguments: [
            ("1.5", 1.5), (".5", 0.5), ("5.", 5), ("1_0.0_1", 10.01), ("-2.5E+2", -250), (" 1e3 ", 1000), ("٣.٥", 3.5),
            ("inf", .infinity),
            ("-INFINITY", -.infinity), ("1e400", .infinity), (".", nil), ("e5", nil), ("1e", nil), ("1e+", nil),
            ("1_.5", nil), ("1._5", nil),
            ("1.5.2", nil), ("infin", nil), ("0x1p3", nil), ("1,5", nil), ("1 .5", nil), ("", nil),
        ] as [(String, Double?)])
    func `a number with a fraction is one of Python's float`(text: String, value: Double?) {
        #expect(PythonNumber.float(text) == value)
    }

    @Test(
        arguments: [
            ("1+2j", true), ("0+0j", false), ("j", true), ("-J", true), ("0j", false), ("(1)", true), ("( 0j )", false),
            ("1e3-0j", true),
            ("0+1j", true), ("0", false), ("nan", true), ("1+", nil), ("1j+2", nil), ("1j2", nil), ("(1", nil),
            ("1)", nil), ("((1))", nil),
            ("1 + 2j", nil), ("1+2", nil), ("", nil), ("()", nil), ("i", nil),
        ] as [(String, Bool?)])
    func `a complex number is true where it is not zero`(text: String, isNonzero: Bool?) {
        #expect(PythonNumber.isNonzeroComplex(text) == isNonzero)
    }

    @Test func `not a number is read`() {
        #expect(PythonNumber.float(" NaN")?.isNaN == true && PythonNumber.float("-nan")?.isNaN == true)
    }
}
