import Testing

@testable import CondaCredentials

@Suite struct DotEnvParserTests {
    /// `NAME=value` of each assignment, then the lines that are none.
    private func parsed(_ text: String) -> ([String], lines: [Int]) {
        var parser = DotEnvParser(text)
        let (assignments, lines) = parser.parse()
        return (assignments.map { $0.name + ($0.value.map { "=\($0)" } ?? "") }, lines)
    }

    @Test func `names, values, comments and quotes are read as python-dotenv reads them`() throws {
        let file = try DotEnvFile(
            Array(
                "# first\nexport A = 'x # y' # z\nB=two words # c\nC=#no\nD= # empty\nE\nF=\"a\\nb\nc\"\n=bad\nG=1".utf8
            ))
        #expect(file.assignments.map(\.name) == ["A", "B", "C", "D", "E", "F", "G"])
        #expect(file.assignments.map(\.value) == ["x # y", "two words", "#no", "", nil, "a\nb\nc", "1"])
        #expect(file.assignments.map(\.line) == [2, 3, 4, 5, 6, 7, 10])
        #expect(file.unreadableLines == [9])
    }

    @Test(arguments: [
        ("export A=1", ["A=1"]), ("export\tA = 1", ["A=1"]), ("exportA=1", ["exportA=1"]), ("export=1", ["export=1"]),
        ("'A B'=1", ["A B=1"]), ("A", ["A"]), ("A=", ["A="]), ("A=#x", ["A=#x"]), ("A= #x", ["A="]),
        ("A=x#y", ["A=x#y"]),
        ("A=x  # y", ["A=x"]), ("A='it\\'s'", ["A=it's"]), ("A='a\\nb'", ["A=a\\nb"]),
        ("A=\"a\\n\\t\\q\"", ["A=a\n\t\\q"]),
        ("A==1", ["A==1"]), ("\u{FEFF}A=1", ["A=1"]), ("A=1\r\nB=2\rC=3", ["A=1", "B=2", "C=3"]),
        ("A=\u{A0}x\u{A0}", ["A=x"]),
        ("# c\n  # d\n", []), ("A='x\ny'\nB=1", ["A=x\ny", "B=1"]), ("é=ü", ["é=ü"]), ("A=${B}", ["A=${B}"]),
    ])
    func `each form of a statement is one`(text: String, expected: [String]) {
        #expect(parsed(text).0 == expected)
        #expect(parsed(text).lines == [])
    }

    @Test(arguments: [
        ("=1\nB=2", ["B=2"], [1]), ("A b\nB=2", ["B=2"], [1]), ("A='x\nB=2", ["B=2"], [1]),
        ("\n\n''=1\nB=2", ["B=2"], [3]),
        ("A='x' y\nB=2", ["B=2"], [1]), ("A=\"x\\", [], [1]), ("B=2\n'A=1", ["B=2"], [2]),
    ])
    func `a statement that is none costs its line alone`(text: String, expected: [String], lines: [Int]) {
        #expect(parsed(text).0 == expected)
        #expect(parsed(text).lines == lines)
    }
}
