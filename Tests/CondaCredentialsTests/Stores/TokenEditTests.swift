import Testing

@testable import CondaCredentials

@Suite struct TokenEditTests {
    private func effect(_ action: TokenEdit.Action, on present: [String]) -> TokenEdit.Effect? {
        try? TokenEdit(.org("a"), action).effect(on: present.map { Secret($0) }, path: "/k")
    }

    /// Nil: a conflict.
    @Test(
        arguments: [
            ([], .any, .added), (["new"], .any, TokenEdit.Effect.none), (["old"], .any, .replaced),
            (["new", "new"], .any, .replaced), ([], .none, .added), (["new"], .none, TokenEdit.Effect.none),
            (["old"], .none, nil),
            (["new", "old"], .none, nil), ([], .only(Secret("old")), nil), (["old"], .only(Secret("old")), .replaced),
            (["new"], .only(Secret("old")), TokenEdit.Effect.none), (["other"], .only(Secret("old")), nil),
            (["old", "other"], .only(Secret("old")), nil), (["old", "new"], .only(Secret("old")), .replaced),
        ] as [([String], TokenEdit.Replacement, TokenEdit.Effect?)])
    func `another token is replaced only where that is meant`(
        present: [String], replacing: TokenEdit.Replacement, expected: TokenEdit.Effect?
    ) {
        #expect(effect(.set(Secret("new"), replacing: replacing), on: present) == expected)
    }

    @Test(
        arguments: [
            ([], nil, TokenEdit.Effect.none), (["a"], nil, .removed), (["a"], "a", .removed), (["b"], "a", nil),
            (["a", "b"], "a", nil),
            ([], "a", TokenEdit.Effect.none),
        ] as [([String], String?, TokenEdit.Effect?)])
    func `a token that is not the expected one stays`(present: [String], expected: String?, effect: TokenEdit.Effect?) {
        #expect(self.effect(.remove(ifMatching: expected.map { Secret($0) }), on: present) == effect)
    }
}
