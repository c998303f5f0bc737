import Testing

@testable import Condarc

@Suite struct VersionExpressionTests {
    private func shown(_ expression: VersionExpression) -> String {
        switch expression {
        case .single(let text): text
        case .joined(let mark, let parts): "(" + parts.map(shown).joined(separator: mark) + ")"
        }
    }

    @Test(arguments: [
        ("1", "1"), ("1,2,3", "(1,2,3)"), ("1|2,3", "(1|(2,3))"), ("1,2|3", "((1,2)|3)"), ("(1|2),3", "((1|2),3)"),
        ("((1))", "1"), (" 1 , 2 ", "(1,2)"), ("^a|b$,1", "(^a|b$,1)"), ("^a", "^a"),
    ])
    func `a comma binds closer than a bar, and a pattern is one`(text: String, expected: String) throws {
        #expect(shown(try VersionExpression.parsed(text)) == expected)
    }

    @Test(arguments: ["", "()", "1,", "|1", "1||2", "(1", "1)", ","])
    func `what joins nothing is refused`(text: String) {
        #expect(throws: InvalidPackageSpec.self) { try VersionExpression.parsed(text) }
    }
}
