import LosslessJSON
import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct DotEnvFileTests {
    @Test(arguments: [
        ("${HOME}/x", "/home/u/x"), ("$HOME", "$HOME"), ("${MISSING}", ""), ("${MISSING:-d}", "d"),
        ("${HOME:-d}", "/home/u"),
        ("${HOME", "${HOME"), ("${A:x}", "${A:x}"), ("${EMPTY:-d}", ""), ("a${}b", "ab"), ("${${HOME}}", "}"),
    ])
    func `variables in braces are replaced`(value: String, expected: String) throws {
        let file = try DotEnvFile(Array("X='\(value)'".utf8))
        let values = try file.values { ["HOME": "/home/u", "EMPTY": ""][$0] }
        #expect(values.first?.value == expected)
    }

    @Test func `a name of the file wins over the environment, and only what stands above counts`() throws {
        let file = try DotEnvFile(Array("X=${A}\nA=file\nY=${A}\nX=${X}${A}".utf8))
        let values = try file.values { $0 == "A" ? "environment" : nil }
        #expect(values.map(\.name) == ["X", "A", "Y"])
        #expect(values.map(\.value) == ["environmentfile", "file", "file"])
        #expect(values.map(\.line) == [4, 2, 3])
    }

    @Test func `names that only look the same are two`() throws {
        let values = try DotEnvFile(Array("\u{E9}=a\ne\u{301}=b\nX=${\u{E9}}".utf8)).values { _ in nil }
        #expect(values.map(\.value) == ["a", "b", "a"])
    }

    @Test func `hostile texts come to an end`() throws {
        for text in ["A=" + String(repeating: "${", count: 200_000), String(repeating: "'", count: 200_000)] {
            _ = try DotEnvFile(Array(text.utf8)).values { _ in nil }
        }
        #expect(throws: SettingFileError.self) { try DotEnvFile([0xFF]) }
    }

    @Test func `lines that double each other are an error with the line, not a full memory`() throws {
        let lines = (0..<64).map { "A\($0 + 1)=${A\($0)}${A\($0)}" }
        let file = try DotEnvFile(Array((["A0=0123456789"] + lines).joined(separator: "\n").utf8))
        let error = #expect(throws: SettingFileError.self) { try file.values { _ in nil } }
        #expect(error?.line == 17)
        #expect(error?.message.contains("A16") == true)
        let half = try DotEnvFile(Array((["A0=0123456789"] + lines.prefix(14)).joined(separator: "\n").utf8))
        #expect(try half.values { _ in nil }.last?.value?.count == 10 << 14)
    }

    @Test(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"))
    func `python-dotenv reads the same`() throws {
        let script = """
            import json, logging, os, sys
            from dotenv.main import DotEnv
            import tempfile
            logging.disable()
            os.environ.clear()
            os.environ.update(HOME="/home/u", EMPTY="")
            def read(text):
                with tempfile.NamedTemporaryFile("wb") as file:
                    file.write(text.encode()); file.flush()
                    return DotEnv(file.name, encoding="utf-8").dict()
            print(json.dumps([read(t) for t in json.load(sys.stdin)]))
            """
        let answers = try PythonPeer.answers(script, to: Self.texts)
        for (text, answer) in zip(Self.texts, answers) {
            let values = try DotEnvFile(Array(text.utf8)).values { ["HOME": "/home/u", "EMPTY": ""][$0] }
            let ours = JSONValue.object(values.map { .init($0.name, $0.value.map { .string($0) } ?? .null) })
            #expect(ours == answer, "\(text.debugDescription)")
        }
    }

    private static let texts: [String] =
        lines + lines.flatMap { first in lines.map { "\(first)\n\($0)" } } + [
            "\u{FEFF}A=1", "A=1\r\nB='x\r\ny'\rC=3", "A=1\n\n\n  B=2", "A='x\nB=2\n'", "A=\u{A0}x\u{A0}",
            "A=\u{2028}B=1",
        ]

    private static let lines = [
        "A=1", "A = 1", " export A=1", "export A", "exportA=1", "export", "export=1", "'A B'=1", "'A=1", "''=1", "A",
        "A b", "=1",
        "A=", "A= ", "A=#x", "A= #x", "A=x#y", "A=x #y", "A=x\t# y # z", "A='x'", "A='x'y", "A='x' # y", "A='x'#y",
        "A=\"x",
        "A='it\\'s'", "A='a\\\\'", "A='a\\nb'", "A=\"a\\n\\t\\q\\\"\"", "A=\"x'\"", "A=a'b", "A=$HOME", "A=${HOME}/k",
        "A='${HOME}'", "A=${A:-d}", "B=${A}${B}", "A=${EMPTY:-d}", "# c", "  # c", "A.b-c=1", "é=ü", "A==1", "A=\\",
        "A=\"\\", "\\",
    ]
}
