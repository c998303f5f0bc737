import HostPlatform
import LosslessJSON
import TestSupport
import Testing

@Suite struct WildcardTests {
    private static let patterns = [
        "", "*", "a", "a*", "*a", "*a*b*", "?", "a?c", "[abc]", "[!a]", "[a-c]x", "[", "[a", "[]a]", "[!]a]", "[c-a]",
        "a[", "**",
        "repo.anaconda.cloud/*", "*/main", "[a-]", "a.c",
    ]
    private static let texts = [
        "", "a", "b", "ab", "abc", "axc", "bx", "]", "[", "[a", "-", "a[", "repo.anaconda.cloud/repo/main",
        "repo.anaconda.cloud",
        "aab", "cax",
    ]

    @Test func `slashes are like any other character`() {
        #expect(Wildcard("h/*").matches("h/a/b"))
        #expect(!Wildcard("h/*").matches("h"))
    }

    @Test func `many stars take no longer than the square of the length`() {
        let pattern = Wildcard(String(repeating: "*a", count: 200) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5000)))
    }

    @Test(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"))
    func `Python's fnmatch decides the same`() throws {
        let script = """
            import fnmatch, json, sys
            pairs = [p.split("\\n") for p in json.load(sys.stdin)]
            print(json.dumps([fnmatch.fnmatchcase(t, p) for p, t in pairs]))
            """
        let pairs = Self.patterns.flatMap { pattern in Self.texts.map { (pattern, $0) } }
        let answers = try PythonPeer.answers(script, to: pairs.map { "\($0)\n\($1)" })
        for ((pattern, text), answer) in zip(pairs, answers) {
            #expect(.bool(Wildcard(pattern).matches(text)) == answer, "\(pattern) \(text)")
        }
    }
}
