import Testing

@testable import Condarc

@Suite struct VersionPatternTests {
    @Test(arguments: [
        ("1.2", "1.2"), (" 1.2 ", "1.2"), (">=1.2", ">=1.2"), (">=1, <2", ">=1,<2"), ("1.2*", "1.2.*"),
        ("1.2.*", "1.2.*"), ("*", "*"), ("1.*.2", "1.*.2"), ("==1.*", "==1.*"), ("1|2", "1|2"), ("(1)", "1"),
        ("^1.[0-9]$", "^1.[0-9]$"), ("~=1.2", "~=1.2"), ("1@2", "1@2"), ("!=1.2|>3", "!=1.2|>3"),
        ("(>=1,<2)|3", ">=1,<2|3"),
    ])
    func `a pattern is written as conda writes it`(text: String, expected: String) throws {
        #expect(try VersionPattern(text).text == expected)
    }

    @Test(arguments: [
        "", " ", "^1", "1$", "^", "> 1", "=>1", ">", "~=1.*", "1,,2", ",", "(1", "1)", "1+2+3", "<=>1", ">=1,", "é",
    ])
    func `what conda refuses is an error`(text: String) {
        #expect(throws: InvalidPackageSpec.self) { try VersionPattern(text) }
    }
}
