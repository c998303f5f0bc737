import Foundation
import TestSupport
import Testing

/// A real GNOME keyring in a session bus of its own, with the real anaconda-auth on the other side.
@Suite(
    .enabled(if: PeerScript.canStartKeyring, "\(PeerScript.noKeyring)"),
    .enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"), .serialized)
struct SystemKeyringTests {
    private func run(_ script: String) throws -> PeerScript.Outcome {
        try PeerScript.run(
            script, with: PythonPeer.interpreter ?? "python3", in: ScratchHome(), withBus: true,
            environment: ["ANACONDA_AUTH_PREFERRED_TOKEN_STORAGE": "system"])
    }

    /// Asks anaconda-auth, each time in a process of its own.
    private let theirs = """
        def theirs(code):
            return subprocess.run([sys.executable, "-c", "from anaconda_auth.token import TokenInfo\\n" + code],
                                  check=True, capture_output=True, text=True, timeout=120).stdout.strip()
        def items():
            call = subprocess.run(["secret-tool", "search", "--all", "service", "Anaconda Cloud"],
                                  capture_output=True, text=True, timeout=60)
            lines = (call.stdout + call.stderr).splitlines()
            return [line for line in lines if line.startswith(("label", "attribute", "schema"))]

        """

    @Test func `in turn each finds and replaces what the other has stored, and there is one item`() throws {
        let outcome = try run(
            theirs + """
                start_keyring()
                first, second, third = token(1), token(2), token(3)
                tool("set", "--store", "system", "--org", "ünï-co", given=first)
                mine = sorted(items())
                assert theirs("print(TokenInfo.load('anaconda.com').get_repo_token('ünï-co'))") == first
                theirs(f"i = TokenInfo.load('anaconda.com'); i.set_repo_token('ünï-co', '{second}'); i.set_repo_token('b', '{third}'); i.save()")
                assert sorted(items()) == mine, (mine, items())
                assert sum(line.startswith("label") for line in mine) == 1
                assert "schema = org.freedesktop.Secret.Generic" in mine
                assert tool("get", "--store", "system", "--org", "ünï-co", shows=[second]).stdout == second + "\\n"
                tool("set", "--store", "system", "--org", "ünï-co", given=first)
                assert sorted(items()) == mine
                assert theirs("print([t.org_name for t in TokenInfo.load('anaconda.com').repo_tokens])") == "['ünï-co', 'b']"
                tool("remove", "--store", "system", "--org", "b")
                assert theirs("print([t.org_name for t in TokenInfo.load('anaconda.com').repo_tokens])") == "['ünï-co']"
                assert tool("remove", "--store", "system", "--org", "b", status=0).stderr
                """)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `tokens move to it and back in every direction`() throws {
        let outcome = try run(
            theirs + """
                start_keyring()
                first = token(1)
                tool("set", "--store", "conda-token", given=first)
                ways = [("conda-token", "system"), ("system", "keyring"), ("keyring", "conda-token"),
                        ("conda-token", "keyring"), ("keyring", "system"), ("system", "conda-token")]
                for source, destination in ways:
                    tool("migrate", "--from", source, "--to", destination, "--org", "acme", "--remove-source")
                    assert {t[0] for t in report()} == {destination}, (source, destination, report())
                    again = tool("migrate", "--from", source, "--to", destination, "--org", "acme", "--remove-source", "--json")
                    assert not json.loads(again.stdout)["changed"]
                assert tool("get", "--store", "conda-token", shows=[first]).stdout == first + "\\n"
                """)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `a payload that secret-tool would cut is refused before anything is stored`() throws {
        let outcome = try run(
            theirs + """
                start_keyring()
                first = token(1)
                tool("set", "--store", "system", "--org", "a", given=first)
                TOKENS.append("x" * 6200)
                call = tool("set", "--store", "system", "--org", "b", given="x" * 6200, status=3)
                assert "8192" in call.stderr, call.stderr
                assert tool("get", "--store", "system", "--org", "a", shows=[first]).stdout == first + "\\n"
                assert {t[1] for t in report()} == {"a"}
                """)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `no bus, no program and a locked keyring are told apart`() throws {
        let outcome = try run(
            theirs + """
                start_keyring()
                first = token(1)
                tool("set", "--store", "system", "--org", "a", given=first)
                subprocess.run(["gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path",
                                "/org/freedesktop/secrets", "--method", "org.freedesktop.Secret.Service.Lock",
                                "['/org/freedesktop/secrets/collection/login']"], check=True, capture_output=True, timeout=60)
                locked = tool("get", "--store", "system", "--org", "a", status=4)
                assert "is locked" in locked.stderr and "hint" in locked.stderr, locked.stderr
                failed = json.loads(tool("set", "--store", "system", "--org", "a", "--json", given=first, status=4).stdout)
                assert failed["error"]["code"] == "locked", failed
                path = os.environ["PATH"]
                os.environ["PATH"] = "/nowhere"
                absent = tool("get", "--store", "system", "--org", "a", status=4)
                assert "secret-tool is not installed" in absent.stderr, absent.stderr
                os.environ["PATH"] = path
                del os.environ["DBUS_SESSION_BUS_ADDRESS"]
                os.environ.pop("DISPLAY", None)
                os.environ["XDG_RUNTIME_DIR"] = "/nowhere"
                none = tool("get", "--store", "system", "--org", "a", status=4)
                assert "no session bus" in none.stderr and "hint" in none.stderr, none.stderr
                """)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `which asks the chain of keyrings as anaconda-auth does`() throws {
        let outcome = try run(
            theirs + """
                start_keyring()
                first, second = token(1), token(2)
                os.makedirs(HOME + "/.config", exist_ok=True)
                with open(HOME + "/.condarc", "w") as file:
                    file.write("channel_settings:\\n- {channel: 'https://repo.anaconda.cloud/*', auth: anaconda-auth}\\n")
                def both():
                    answer = json.loads(tool("which", "--json", "--auth-version", "0.15.3",
                                             "https://repo.anaconda.cloud/repo/acme/main",
                                             status=answers()).stdout)
                    try:
                        own = theirs("print(TokenInfo.load('anaconda.com').get_repo_token('acme'))")
                    except subprocess.CalledProcessError:
                        own = None
                    said = answer["credential"] and (answer["credential"]["store"], answer["credential"]["redacted"][-4:])
                    return said, own[-4:] if own and own != "None" else None, answer["rule"]
                expected = 0
                def answers():
                    return expected
                tool("set", "--store", "keyring", "--org", "acme", given=second)
                assert both() == (("keyring", second[-4:]), second[-4:], "keyring-organization"), both()
                tool("set", "--store", "system", "--org", "acme", given=first)
                assert both() == (("system", first[-4:]), first[-4:], "keyring-organization"), both()
                # The entry goes with its last token, and the file's counts again.
                tool("remove", "--store", "system", "--org", "acme")
                assert both() == (("keyring", second[-4:]), second[-4:], "keyring-organization"), both()
                # One that holds no token, as anaconda-auth leaves it, hides the file's.
                theirs("TokenInfo(domain='anaconda.com').save()")
                expected = 1
                assert both()[:2] == (None, None), both()
                expected = 0
                tool("set", "--store", "system", "--org", "acme", given=first)
                os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.SecretService.Keyring"
                assert both() == (("system", first[-4:]), first[-4:], "keyring-organization"), both()
                os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.chainer.ChainerBackend"
                assert both() == (("system", first[-4:]), first[-4:], "keyring-organization"), both()
                del os.environ["PYTHON_KEYRING_BACKEND"]
                subprocess.run(["gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path",
                                "/org/freedesktop/secrets", "--method", "org.freedesktop.Secret.Service.Lock",
                                "['/org/freedesktop/secrets/collection/login']"], check=True, capture_output=True, timeout=60)
                expected = 1
                locked = json.loads(tool("which", "--json", "--auth-version", "0.15.3",
                                         "https://repo.anaconda.cloud/repo/acme/main", status=1).stdout)
                assert locked["credential"] is None and locked["rule"] == "handler-failed", locked
                os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere/bus"
                expected = 0
                assert both()[:2] == (("keyring", second[-4:]), second[-4:]), both()
                """)
        #expect(outcome.status == 0, "\(outcome.text)")
    }
}
