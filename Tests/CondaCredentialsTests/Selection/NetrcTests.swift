import LosslessJSON
import TestSupport
import Testing

@testable import CondaCredentials

@Suite struct NetrcTests {
    static let texts = [
        "machine h.example login joe password pw", "machine other login x password y\ndefault login d password e",
        "machine h.example\n  user joe\n  account a\n  password \"p w\"", "# c\nmachine h.example password only",
        "machine h.example login joe password p\\ w", "machine h.example login", "machine", "nonsense",
        "machine h.example login joe # rest\npassword pw", "#comment machine h.example login a password b",
        "macdef init\ncd /\n\nmachine h.example login m password n", "macdef init\ncd /", "",
        "machine h.example login joe password pw\nmachine h.example login two password second",
        "machine h.example bad joe", "machine h.example\r\nlogin joe\r\npassword pw\r\n",
        "machine \"h.example\" login q password r",
        "default", "machine h.example login joe password #hash", "#\nmachine h.example login a password b",
    ]

    @Test(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"))
    func `Python's netrc reads the same`() throws {
        let script = """
            import json, netrc, sys, tempfile
            def read(text):
                with tempfile.NamedTemporaryFile("wb") as file:
                    file.write(text.encode()); file.flush()
                    try: return netrc.netrc(file.name).authenticators("h.example")
                    except netrc.NetrcParseError: return "damaged"
            print(json.dumps([read(t) for t in json.load(sys.stdin)]))
            """
        for (text, theirs) in zip(Self.texts, try PythonPeer.answers(script, to: Self.texts)) {
            #expect(Self.ours(text) == theirs, "\(text.debugDescription)")
        }
    }

    private static func ours(_ text: String) -> JSONValue {
        do throws(Netrc.Damage) {
            guard let entry = try Netrc(text).entry(forHost: "h.example") else { return .null }
            return .array([.string(entry.login), .string(entry.account), entry.password.withRevealed { .string($0) }])
        } catch {
            return "damaged"
        }
    }

    @Test func `an entry knows its line, and damage too`() throws {
        #expect(try Netrc("\n\nmachine a login b password c").entry(forHost: "a")?.line == 3)
        let error = #expect(throws: Netrc.Damage.self) { try Netrc("machine a login b password c\nx") }
        #expect(error?.line == 2)
    }
}
