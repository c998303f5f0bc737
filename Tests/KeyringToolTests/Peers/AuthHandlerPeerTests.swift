import LosslessJSON
import TestSupport
import Testing

/// anaconda-auth's own handler, asked over a local server, against what `which` says.
///
/// conda itself is not on PyPI: the few names of it that the handler uses are made up here.
@Suite(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"))
struct AuthHandlerPeerTests {
    struct Machine: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var url = "https://repo.anaconda.cloud/repo/acme/main"
        var files: [String: String] = [:]
        var environment: [String: String] = [:]
        /// Besides the channel's pattern and the handler.
        var extras = ""
        var refuses = ""
    }

    private static let key = "made-up-key-0123456789-cccc"
    private static let keyring = MadeUp.keyring([
        ("anaconda.com", MadeUp.payload(tokens: [("other", MadeUp.other), ("acme", MadeUp.token)], key: key))
    ])
    private static let tokensOnly = MadeUp.keyring([
        ("anaconda.com", MadeUp.payload(tokens: [("other", MadeUp.other), ("acme", MadeUp.token)]))
    ])
    private static let file = "made-up-file-0123456789-dddd"

    static let machines = [
        Machine(testDescription: "nothing"),
        Machine(testDescription: "key first", files: [".anaconda/keyring": keyring]),
        Machine(testDescription: "key refused", files: [".anaconda/keyring": keyring], refuses: "bearer"),
        Machine(testDescription: "organization", files: [".anaconda/keyring": tokensOnly]),
        Machine(
            testDescription: "first token", url: "https://repo.anaconda.cloud/repo/main",
            files: [".anaconda/keyring": tokensOnly]),
        Machine(
            testDescription: "repo token by setting", files: [".anaconda/keyring": keyring],
            extras: ", \"credential_type\": \"repo-token\""),
        Machine(
            testDescription: "domain by setting", url: "https://h.example/x", files: [".anaconda/keyring": keyring],
            extras: ", \"auth_domain\": \"anaconda.com\""),
        Machine(testDescription: "other host", url: "https://h.example/x", files: [".anaconda/keyring": keyring]),
        Machine(
            testDescription: "variable", files: [".anaconda/keyring": keyring],
            environment: ["ANACONDA_AUTH_API_KEY": key + "-v"], refuses: "bearer"),
        Machine(
            testDescription: "variable and file", files: [".config/binstar/\(ToolHome.premium)": file],
            environment: ["ANACONDA_AUTH_API_KEY": key + "-v"], refuses: "bearer"),
        Machine(testDescription: "small letters", environment: ["anaconda_auth_api_key": key]),
        Machine(testDescription: "file", files: [".config/binstar/\(ToolHome.premium)": file]),
        Machine(
            testDescription: "file beside a keyring that is no JSON",
            files: [".anaconda/keyring": "{", ".config/binstar/\(ToolHome.premium)": file]),
        Machine(
            testDescription: "keyring that is a list",
            files: [".anaconda/keyring": "[]", ".config/binstar/\(ToolHome.premium)": file]),
        Machine(
            testDescription: "entry of a wrong type",
            files: [
                ".anaconda/keyring": MadeUp.keyring([("anaconda.com", "{\"api_key\": 5}")]),
                ".config/binstar/\(ToolHome.premium)": file,
            ]),
        Machine(
            testDescription: "former domain",
            files: [
                ".anaconda/keyring": MadeUp.keyring([
                    ("anaconda.cloud", MadeUp.payload(domain: "anaconda.cloud", key: key))
                ])
            ]),
        Machine(
            testDescription: "broken settings",
            files: [".anaconda/keyring": keyring, ".anaconda/config.toml": "[sites"]),
        Machine(
            testDescription: "backend that holds nothing",
            files: [".anaconda/keyring": keyring, ".config/binstar/\(ToolHome.premium)": file],
            environment: ["PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"]),
        Machine(
            testDescription: "backend by file",
            files: [
                ".anaconda/keyring": keyring,
                ".config/python_keyring/keyringrc.cfg": "[backend]\ndefault-keyring = keyring.backends.fail.Keyring\n",
            ]),
        Machine(
            testDescription: "site of the host", url: "https://h.example/x",
            files: [
                ".anaconda/keyring": MadeUp.keyring([
                    ("h.example", MadeUp.payload(domain: "h.example", tokens: [("x", MadeUp.token)], key: key))
                ]),
                ".anaconda/config.toml": "[sites.a]\ndomain = 'h.example'\nuse_unified_repo_api_key = true\n",
            ]),
    ]

    private static let script = """
        import base64, json, os, sys, threading, types
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from urllib.parse import unquote_plus, urlsplit
        import requests, requests.adapters, requests.auth
        order = json.load(sys.stdin)
        os.chdir(order["home"])
        def module(name, **members):
            made = sys.modules[name] = types.ModuleType(name)
            made.__path__ = []
            for key, value in members.items(): setattr(made, key, value)
            return made
        class CondaError(Exception): pass
        class Context:
            channel_settings = tuple(order["settings"])
            proxy_servers, client_ssl_cert, client_ssl_cert_key, ssl_verify = {}, None, None, True
        class ChannelAuthBase(requests.auth.AuthBase):
            def __init__(self, channel_name, *a, **k): self.channel_name = channel_name
        module("conda", CondaError=CondaError)
        module("conda.base")
        module("conda.base.context", Context=Context)
        module("conda.plugins")
        module("conda.plugins.types", ChannelAuthBase=ChannelAuthBase)
        import anaconda_auth
        module("anaconda_auth._conda").__path__ = [os.path.join(os.path.dirname(anaconda_auth.__file__), "_conda")]
        def token_list():
            place = os.path.expanduser("~/.config/binstar")
            names = os.listdir(place) if os.path.isdir(place) else []
            return {unquote_plus(n)[:-6]: open(os.path.join(place, n)).read() for n in names}
        module("anaconda_auth._conda.repo_config", token_list=token_list)
        sys.modules["anaconda_auth._conda"].repo_config = sys.modules["anaconda_auth._conda.repo_config"]
        from anaconda_auth._conda.auth_handler import AnacondaAuthHandler
        seen = []
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self):
                header = self.headers.get("Authorization")
                seen.append(header)
                refused = (header or "none").split(" ")[0].lower() == order["refuses"]
                self.send_response(403 if refused else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()
            def log_message(self, *a): pass
        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        send = requests.adapters.HTTPAdapter.send
        def redirected(self, request, **options):
            inner = request.copy()
            inner.url = "http://127.0.0.1:%d/" % server.server_address[1]
            answer = send(self, inner, **{**options, "proxies": {}})
            answer.request, answer.url, answer.connection = request, request.url, self
            return answer
        requests.adapters.HTTPAdapter.send = redirected
        stopped = None
        try:
            session = requests.Session()
            session.auth = AnacondaAuthHandler(order["url"])
            session.get(order["url"] + "/noarch/repodata.json")
        except CondaError as error:
            stopped = str(error)
        print(json.dumps({"version": anaconda_auth.__version__, "seen": seen}))
        """

    @Test(arguments: machines)
    func `the handler sends what which says`(machine: Machine) throws {
        let home = try ToolHome()
        for (name, text) in machine.files { try home.write(text, to: name) }
        home.environment = machine.environment
        let host = String(machine.url.split(separator: "/")[1])
        let settings = "[{\"channel\": \"https://\(host)/*\", \"auth\": \"anaconda-auth\"\(machine.extras)}]"
        try home.write("{\"channel_settings\": \(settings)}\n", to: ".condarc")
        // First ours: theirs moves entries of former domains.
        let order = JSONValue.object([
            .init("home", .string(home.path)), .init("url", .string(machine.url)),
            .init("settings", try JSONDocument(Array(settings.utf8)).root.value),
            .init("refuses", .string(machine.refuses)),
        ])
        let newest = home.run("which", "--json", machine.url).json
        let answer = try PythonPeer.answer(
            Self.script, to: order, environment: ["HOME": home.path].merging(machine.environment) { $1 })
        guard case .string(let version)? = answer["version"], case .array(let seen)? = answer["seen"] else {
            Issue.record("no answer")
            return
        }
        #expect(newest["client"]?["anaconda_auth"] == .string(version))
        #expect(shown(newest["credential"]) == ending(seen.first))
        if seen.count > 1 {
            #expect(shown(newest["retry"]) == ending(seen[1]))
        } else if !machine.refuses.isEmpty {
            #expect(newest["retry"] == .null)
        }
    }

    private func shown(_ credential: JSONValue?) -> String? {
        guard case .string(let scheme)? = credential?["header"], case .string(let text)? = credential?["redacted"]
        else {
            return nil
        }
        return "\(scheme) \(text.suffix(4))"
    }

    private func ending(_ header: JSONValue?) -> String? {
        guard case .string(let text)? = header, let space = text.firstIndex(of: " ") else { return nil }
        return "\(text[..<space]) \(text.suffix(4))"
    }
}
