import LosslessJSON
import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct TOMLParserTests {
    @Test func `tables, dotted keys, strings and arrays are read in their order`() throws {
        let table = try TOMLParser.parse(
            Array(
                """
                default_site = "b" # the second one
                [sites.b]
                keyring_path = '~/b\\keyring'
                [sites."a.a"]
                domain.name = "x"
                flags = [true, false,
                  # with a comment
                  "\\u00e9\\n",]
                inline = {one = 1, two.three = 0xff_ff}
                """.utf8))
        #expect(table.entry("default_site")?.value == .string("b"))
        #expect(table.table(at: "sites")?.entries.map(\.key) == ["b", "a.a"])
        #expect(table.table(at: "sites", "b")?.entry("keyring_path")?.value == .string("~/b\\keyring"))
        #expect(table.table(at: "sites", "b")?.entry("keyring_path")?.line == 3)
        #expect(table.table(at: "sites", "a.a", "domain")?.entry("name")?.value == .string("x"))
        #expect(
            table.table(at: "sites", "a.a")?.entry("flags")?.value
                == .array([.boolean(true), .boolean(false), .string("é\n")]))
        #expect(table.table(at: "sites", "a.a", "inline", "two")?.entry("three")?.value == .number("0xff_ff"))
    }

    @Test(arguments: [
        ("a = ", 1, 5), ("a = 1\nb = nonsense", 2, 5), ("a = \"x", 1, 5), ("[a]\n[a]", 2, 1), ("a = 1\na = 2", 2, 1),
        ("\n\nx y", 3, 3), ("a = [1, 2", 1, 10), ("a = \"\\q\"", 1, 6), ("a = 1 b = 2", 1, 7), ("[a", 1, 3),
        ("a = {b = 1\n}", 1, 11), ("# \u{1}", 1, 3), ("a = 1\r", 1, 6), ("\u{FEFF}a = 1", 1, 1),
    ])
    func `what TOML does not have is refused with its place`(text: String, line: Int, column: Int) {
        #expect {
            try TOMLParser.parse(Array(text.utf8))
        } throws: { error in
            let error = error as? SettingFileError
            return error?.line == line && error?.column == column
        }
    }

    @Test func `bytes that are no text and values nested without end are refused`() {
        #expect(throws: SettingFileError.self) { try TOMLParser.parse([0x61, 0x3D, 0xFF]) }
        for open in ["[", "{a="] {
            let deep = "a=" + String(repeating: open, count: 100_000)
            #expect(throws: SettingFileError.self) { try TOMLParser.parse(Array(deep.utf8)) }
        }
        let dotted = "a" + String(repeating: ".a", count: 100_000) + "=1"
        #expect(throws: SettingFileError.self) { try TOMLParser.parse(Array(dotted.utf8)) }
    }

    @Test(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"))
    func `tomllib reads the same`() throws {
        let script = """
            import datetime, json, sys, tomllib
            def plain(x):
                if isinstance(x, dict): return {k: plain(v) for k, v in x.items()}
                if isinstance(x, list): return [plain(v) for v in x]
                if isinstance(x, (bool, str)): return x
                return "<date>" if isinstance(x, (datetime.date, datetime.time)) else "<number>"
            def read(text):
                try: return plain(tomllib.loads(text))
                except tomllib.TOMLDecodeError: return None
            print(json.dumps([read(t) for t in json.load(sys.stdin)]))
            """
        let answers = try PythonPeer.answers(script, to: Self.texts)
        for (text, answer) in zip(Self.texts, answers) {
            let ours = (try? TOMLParser.parse(Array(text.utf8))).map { Self.plain(.table($0)) }
            #expect((ours ?? .null) == answer, "\(text.debugDescription)")
        }
    }

    private static func plain(_ value: TOMLValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text)
        case .boolean(let value): .bool(value)
        case .number: "<number>"
        case .dateTime: "<date>"
        case .array(let items): .array(items.map(plain))
        case .table(let table): .object(table.entries.map { .init($0.key, plain($0.value)) })
        }
    }

    private static let texts: [String] =
        values.map { "a = \($0)" } + documents + pieces.flatMap { first in pieces.map { "\(first)\n\($0)" } }
        + pieces.flatMap { first in pieces.flatMap { second in pieces.map { "\(first)\n\(second)\n\($0)" } } }

    private static let values = [
        "1", "+1", "-0", "01", "1_000", "1__0", "_1", "1_", "0x1F", "0XF", "0x", "0o17", "0o8", "0b101", "0b2", "+0x1",
        "1.5", ".5", "5.", "1e5", "1E+5", "1e", "1.e1", "01.5", "1_0.0_1", "1._0", "inf", "-inf", "+nan", "Inf",
        "true", "True", "truex", "2026-08-01", "2026-02-29", "2024-02-29", "2026-13-01", "0000-01-01",
        "2026-08-01T10:20:30", "2026-08-01 10:20:30Z", "2026-08-01t10:20:30.123+05:30", "2026-08-01  10:20:30",
        "2026-08-01 # x", "10:20:30", "10:20", "25:00:00", "10:20:30.", "10:20:30Z", "10:60:00", "23:59:60",
        "\"\"", "''", "\"\"\"\"\"\"", "\"\"\"a\"\"\"\"", "\"\"\"a\"\"\"\"\"", "\"\"\"a\"\"\"\"\"\"", "'''a'b''c'''",
        "\"\"\"\\\n   \n  x\"\"\"", "\"\"\"\\ x\"\"\"", "\"\"\"\nfirst\r\nsecond\"\"\"", "'''\n\\n'''", "\"a\nb\"",
        "\"\\u00E9\\U0001F600\"", "\"\\uD800\"", "\"\\U00110000\"", "\"\\x41\"", "\"\\e\"", "\"\\\"", "'a\tb'",
        "'a\u{1}'",
        "[]", "[1,]", "[,]", "[1 2]", "[1,,2]", "[[1],[\"x\"]]", "[ # c\n1 # d\n, 2\n]", "{}", "{a=1,}", "{a=1,b=2}",
        "{a.b=1,a.c=2}", "{a=1,a.b=2}", "{a={b=1},a.c=1}", "{\n}", "[{a=1}, {a=2}]", "{a=1} # x", "{a=1} x", "",
    ]

    private static let pieces = [
        "[a]", "[a.b]", "[a.b.c]", "[[a]]", "[[a.b]]", "a.b.d = 1", "b.c = 1", "a = 1", "b = {c = 1}", "[b]", "a = []",
    ]

    private static let documents = [
        "", "\n", "# x", "a=1\r\nb=2\r\n", "\"a b\" = 1", "'a'.\"b\" = 1", " a . b = 1", "a.\"\" = 1", "= 1",
        "a..b = 1",
        "a.b. = 1", "é = 1", "1.2 = 3", "[ a . 'b' ]", "[]", "[a]]", "[[a]", "[ [a]]", "[a] # x", "[a] b=1",
        "a = 1 # é",
        "-_ = 1", "a = 1\u{0}", "[a]\n[ a.b ]\nc=1\n[a.b.d]\n[x]\n[a.c]",
    ]
}
