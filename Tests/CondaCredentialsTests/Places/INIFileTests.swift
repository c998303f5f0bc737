import CondaURL
import LosslessJSON
import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct INIFileTests {
    static let texts = [
        "[backend]\ndefault-keyring=a.B", "[backend]\ndefault-keyring : a.B\n", "[backend]\nDefault-Keyring = a.B ; c",
        "[backend]\n# x\n; y\ndefault-keyring=a\n  b\n", "[DEFAULT]\ndefault-keyring=d\n[backend]\nx=1", "[backend]\n",
        "",
        "default-keyring=a", "[backend]\nnonsense", "[backend]\n[backend]", "[backend]\na=1\na=2",
        "[other]\ndefault-keyring=a",
        " [backend]\n default-keyring=a", "[backend]\n=x", "[backend]\ndefault-keyring=",
        "[back]end]\ndefault-keyring=a",
        "[backend]\r\ndefault-keyring=a\r\n", "[backend]\rdefault-keyring=a\r b\r",
        "[backend]\ndefault-keyring=a\u{2028}x=b", "[backend]\ndefault-keyring=a\u{0B}\u{0C}x = b\u{85}y=c\n",
        "[backend]\ndefault-keyring=a\n\u{A0}b\n\u{2028}\n \u{1F}c",
        "[backend]\ndefault-keyring=a\n\n  # x\n\n  b\n\n\n", "[backend]\ndefault-keyring=\n\n a",
    ]

    @Test(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"))
    func `Python's configparser reads the same`() throws {
        let script = """
            import configparser, json, sys, tempfile
            def read(text):
                config = configparser.RawConfigParser()
                with tempfile.NamedTemporaryFile("wb") as file:
                    file.write(text.encode()); file.flush()
                    try: config.read(file.name, encoding="utf-8")
                    except configparser.Error: return "damaged"
                if not config.has_section("backend"): return None
                try: return [config.get("backend", "default-keyring").strip()]
                except configparser.NoOptionError: return None
            print(json.dumps([read(t) for t in json.load(sys.stdin)]))
            """
        for (text, theirs) in zip(Self.texts, try PythonPeer.answers(script, to: Self.texts)) {
            #expect(Self.ours(text) == theirs, "\(text.debugDescription)")
        }
    }

    private static func ours(_ text: String) -> JSONValue {
        do throws(INIFile.Damage) {
            guard let value = try INIFile(text).value("default-keyring", in: "backend") else { return .null }
            return [.string(value.text.strippedAsPython)]
        } catch {
            return "damaged"
        }
    }
}
