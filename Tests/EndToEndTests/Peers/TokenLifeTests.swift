import Foundation
import TestSupport
import Testing

/// A token's life: installed, copied, replaced, moved to the system's keyring and back, and forgotten, with other people's
/// programs reading at each step.
@Suite(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"), .serialized)
struct TokenLifeTests {
    /// What the programs on the other side find.
    private let readers = """
        RATTLER = os.environ.get("RATTLER")
        def anaconda_auth():
            code = '''
        from anaconda_auth.token import TokenInfo, TokenNotFoundError
        try:
            print([t.token for t in TokenInfo.load("anaconda.com").repo_tokens])
        except TokenNotFoundError:
            print([])
        '''
            return eval(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120).stdout)
        def files():
            directory = os.path.join(HOME, ".config", "binstar")
            names = [n for n in (os.listdir(directory) if os.path.isdir(directory) else []) if n.endswith(".token")]
            return [open(os.path.join(directory, n)).read() for n in names]
        def rattler(url):
            "The path that py-rattler asks a local server for."
            if not RATTLER:
                return None
            code = '''
        import asyncio, http.server, os, sys, tempfile, threading, rattler
        seen = []
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append(self.path)
                self.send_response(404)
                self.end_headers()
            do_HEAD = do_GET
            def log_message(self, *arguments): pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        async def main():
            try:
                await rattler.fetch_repo_data(
                    channels=[rattler.Channel(f"http://127.0.0.1:{server.server_port}/repo/acme")],
                    platforms=[rattler.Platform("noarch")], cache_path=tempfile.mkdtemp(), callback=None,
                    client=rattler.networking.Client.authenticated_client())
            except Exception: pass
        asyncio.run(main())
        print(seen[0], flush=True)
        # Its threads now and then end in a fault while the interpreter is taken down.
        os._exit(0)
        '''
            return subprocess.run([RATTLER, "-c", code], check=True, capture_output=True, text=True, timeout=120).stdout.strip()

        """

    @Test func `a year in the life of a token`() throws {
        let home = try ScratchHome()
        let hasBus = PeerScript.canStartKeyring
        if !hasBus { print("without the operating system's keyring: \(PeerScript.noKeyring)") }
        if PeerScript.rattler == nil { print("without py-rattler: it cannot be installed from PyPI here") }
        let outcome = try PeerScript.run(
            readers + """
                HAS_BUS = os.environ["HAS_BUS"] == "1"
                if HAS_BUS: start_keyring()
                first, second = token(1), token(2)
                # January: it is issued, and installed for conda and anaconda-auth.
                tool("set", "--store", "keyring", "--org", "acme", given=first)
                tool("migrate", "--from", "keyring", "--to", "conda-token", "--org", "acme")
                assert anaconda_auth() == [first] and files() == [first]
                # What conda would send, by the keyring and by the file.
                def which(handler, status=0):
                    with open(HOME + "/.condarc", "w") as file:
                        file.write("channel_settings: [{channel: 'https://repo.anaconda.cloud/*', auth: %s}]\\n" % handler)
                    answer = json.loads(tool("which", "--json", "--auth-version", "0.15.3",
                                             "https://repo.anaconda.cloud/repo/acme/main", status=status).stdout)
                    return answer["credential"] and answer["credential"]["redacted"][-4:]
                assert which("anaconda-auth") == first[-4:] and which("none") == first[-4:]
                # February: other clients get a copy.
                tool("sync", "--to", "mamba,rattler,anaconda-client", "--store", "keyring", "--org", "acme")
                assert which("anaconda-auth") == first[-4:] and which("none") == first[-4:]
                tool("set", "--url", "http://127.0.0.1:1/repo/acme/", given=first)
                tool("sync", "--to", "rattler", "--url", "http://127.0.0.1:1/repo/acme/")
                assert rattler("") in (None, f"/t/{first}/repo/acme/noarch/repodata.json.zst")
                # June: it is replaced wherever it stands; once more, and nothing changes.
                told = json.loads(tool("rotate", "--org", "acme", "--json", given=second).stdout)
                stores = {place["store"] for place in told["replaced"]}
                assert stores == {"keyring", "conda-token", "anaconda-client", "mamba", "rattler"}, told
                assert told["failed"] == []
                assert not json.loads(tool("rotate", "--org", "acme", "--json", given=second).stdout)["changed"]
                assert anaconda_auth() == [second] and set(files()) == {second}
                assert which("anaconda-auth") == second[-4:] and which("none") == second[-4:]
                assert rattler("") in (None, f"/t/{second}/repo/acme/noarch/repodata.json.zst")
                def texts():
                    for directory, _, names in os.walk(HOME):
                        for path in (os.path.join(directory, name) for name in names):
                            if os.path.isfile(path): yield path, open(path, errors="replace").read()
                assert not [path for path, text in texts() if first in text]
                # September: an API key comes, and its end.
                part = lambda text: __import__("base64").urlsafe_b64encode(text.encode()).decode().rstrip("=")
                key = ".".join([part('{"alg":"none"}'), part('{"exp":1}'), part("made-up")])
                TOKENS.append(key)
                tool("set", "--store", "keyring", "--kind", "api-key", given=key)
                tool("report", "--expires-within", "30", status=1)
                assert which("anaconda-auth") == key[-4:] and which("none") == second[-4:]
                # October: to the operating system's keyring, and back.
                if HAS_BUS:
                    tool("migrate", "--from", "keyring", "--to", "system", "--remove-source")
                    assert {t[0] for t in report() if t[1] in ("acme", "anaconda.com")} == {"system"}
                    os.environ["ANACONDA_AUTH_PREFERRED_TOKEN_STORAGE"] = "system"
                    assert anaconda_auth() == [second]
                    assert which("anaconda-auth") in (second[-4:], key[-4:])
                    del os.environ["ANACONDA_AUTH_PREFERRED_TOKEN_STORAGE"]
                    assert which("none") == second[-4:]
                    tool("migrate", "--from", "system", "--to", "keyring", "--remove-source")
                    assert anaconda_auth() == [second]
                    assert which("anaconda-auth") in (second[-4:], key[-4:]) and which("none") == second[-4:]
                # December: one leaves. Nothing is left, and nothing says to copy anything back.
                tool("logout")
                assert report() == set()
                assert anaconda_auth() == [] and files() == []
                assert which("anaconda-auth", 1) is None and which("none", 1) is None
                assert rattler("") in (None, "/repo/acme/noarch/repodata.json.zst")
                assert not [path for path, text in texts() if any(t in text for t in (first, second, key))]
                doctor = tool("doctor", status=0)
                assert "sync --from" not in doctor.stdout and "copy" not in doctor.stdout, doctor.stdout
                assert json.loads(tool("logout", "--json").stdout)["changed"] is False
                """, with: PythonPeer.interpreter ?? "python3", in: home, withBus: hasBus,
            environment: ["HAS_BUS": hasBus ? "1" : "0", "RATTLER": PeerScript.rattler ?? ""])
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `a token is asked for at a terminal, not shown, and the terminal is as it was`() throws {
        let outcome = try PeerScript.run(
            """
            import pty, select, signal, termios
            def in_terminal(program, arguments, keys, is_done=lambda seen: False):
                child, master = pty.fork()
                if child == 0:
                    # Whoever runs this may ignore it, or hold it back.
                    signal.signal(signal.SIGINT, signal.SIG_DFL)
                    signal.pthread_sigmask(signal.SIG_SETMASK, [])
                    os.execv(program, [program, *arguments])
                seen, sent = b"", False
                while not is_done(seen):
                    ready, _, _ = select.select([master], [], [], 30)
                    assert ready, seen
                    try:
                        more = os.read(master, 4096)
                    except OSError:
                        break
                    if not more:
                        break
                    seen += more
                    if not sent and b"not shown" in seen:
                        while termios.tcgetattr(master)[3] & termios.ECHO:
                            pass
                        os.write(master, keys)
                        sent = True
                _, status = os.waitpid(child, 0)
                os.close(master)
                return os.waitstatus_to_exitcode(status), seen.decode()
            def typed(keys, arguments=("set", "--store", "keyring", "--org", "acme")):
                return in_terminal(TOOL, arguments, keys)
            first = token(1)
            for end in ("\\n", "\\r", "\\r\\nand the rest of a paste\\n"):
                status, seen = typed((first + end).encode())
                assert status == 0 and first not in seen, (status, seen)
                assert tool("get", "--org", "acme", shows=[first]).stdout == first + "\\n"
                tool("remove", "--org", "acme")
            status, seen = typed(b"wrong\\x15" + first.encode() + b"x\\x7f\\n")
            assert status == 0, seen
            assert tool("get", "--org", "acme", shows=[first]).stdout == first + "\\n"
            status, seen = typed(b"\\n")
            assert status == 3 and "no token" in seen, (status, seen)
            status, seen = typed(b"made-up\\x03")
            assert status == -signal.SIGINT, (status, seen)
            second = token(2)
            status, seen = typed((second + "\\n").encode(), ("rotate", "--org", "acme"))
            assert status == 0 and second not in seen, (status, seen)
            assert tool("get", "--org", "acme", shows=[second]).stdout == second + "\\n"
            # A shell that lives on has its terminal back after an interrupt.
            _, seen = in_terminal(
                "/bin/sh", ["-c", f"trap : INT; {TOOL} set --store keyring --org x; stty -a; echo done"], b"abc\\x03",
                lambda seen: b"done" in seen.split(b"stty")[-1] and b"echo" in seen)
            flags = seen.replace(";", " ").split()
            assert "echo" in flags and "-echo" not in flags and "icanon" in flags and "isig" in flags, seen
            """, with: PythonPeer.interpreter ?? "python3", in: ScratchHome())
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `metrics are what Prometheus' own checker takes`() throws {
        guard PeerScript.has("promtool") else { return print("skipped: promtool is not installed") }
        let outcome = try PeerScript.run(
            """
            part = lambda text: __import__("base64").urlsafe_b64encode(text.encode()).decode().rstrip("=")
            key = ".".join([part('{"alg":"none"}'), part('{"exp":1900000000}'), part("made-up")])
            TOKENS.append(key)
            tool("set", "--store", "keyring", "--org", "acme", given=token(1))
            tool("set", "--store", "keyring", "--kind", "api-key", given=key)
            # A name that our own program would not store, and that a label of a metric has to escape.
            from base64 import b64decode, b64encode
            with open(HOME + "/.anaconda/keyring") as file:
                keyring = json.load(file)
            entry = keyring["Anaconda Cloud"]["anaconda.com"]
            login = json.loads(b64decode(entry))
            login["repo_tokens"][0]["org_name"] = 'a "b" \\\\ c'
            keyring["Anaconda Cloud"]["anaconda.com"] = b64encode(json.dumps(login).encode()).decode()
            with open(HOME + "/.anaconda/keyring", "w") as file:
                json.dump(keyring, file)
            assert 'a "b" \\\\ c' in {name for _, name, _ in report()}
            tool("set", "--store", "conda-token", given=token(1))
            metrics = tool("report", "--format", "prometheus").stdout
            assert "1900000000" in metrics and "0001" not in metrics, metrics
            check = subprocess.run(["promtool", "check", "metrics"], input=metrics, capture_output=True, text=True, timeout=60)
            assert check.returncode == 0 and not check.stdout + check.stderr, (check, metrics)
            """, with: PythonPeer.interpreter ?? "python3", in: ScratchHome())
        #expect(outcome.status == 0, "\(outcome.text)")
    }
}
