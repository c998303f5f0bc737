import CondaCredentials
import Foundation
import LosslessJSON
import TestSupport
import Testing

@Suite(.enabled(if: PythonPeer.isAvailable, "\(PythonPeer.absence)"), .serialized)
struct AnacondaAuthTests {
    private let domains = ["anaconda.com", "bücher.example", "on-prem.example:8443"]
    private let orgs = ["acme", "ünï-名", "😀 & \"co\""]

    /// Does what it is told to with the real anaconda-auth, then prints every domain's tokens as it reads them.
    private let script = """
        import json, sys
        from anaconda_auth.token import TokenInfo, TokenNotFoundError
        order = json.load(sys.stdin)
        for step in order["steps"]:
            info = TokenInfo.load(step["domain"], create=True)
            if step["do"] == "set":
                info.set_repo_token(step["org"], step["token"])
            elif step["do"] == "key":
                info.api_key = step["token"]
            elif step["do"] == "remove":
                info.delete_repo_token(step["org"])
            info.save()
        found = []
        for domain in order["domains"]:
            try:
                info = TokenInfo.load(domain)
            except TokenNotFoundError:
                continue
            assert info.domain == domain
            if info.api_key:
                found.append(f"{domain}/key={info.api_key}")
            for token in info.repo_tokens:
                if token.org_name is not None:
                    assert info.get_repo_token(token.org_name) == token.token
                found.append(f"{domain}/{token.org_name or '-'}={token.token}")
        print(json.dumps(found))
        """

    private func theirs(_ scratch: TokenScratch, _ steps: [JSONValue] = []) throws -> [String] {
        let answer = try PythonPeer.answer(
            script, to: ["steps": .array(steps), "domains": .array(domains.map { .string($0) })],
            environment: ["HOME": scratch.path, "ANACONDA_AUTH_KEYRING_PATH": scratch.keyring.path])
        guard case .array(let found) = answer else { return [] }
        return found.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    /// Our tokens in the order of the domains, as the script prints them.
    private func ours(_ scratch: TokenScratch) throws -> [String] {
        let tokens = try scratch.keyring.contents().tokens
        return domains.flatMap { domain in tokens.filter { $0.domain == domain }.map(\.summary) }
    }

    private func step(_ action: String, _ domain: String, _ org: String?, _ token: String = "") -> JSONValue {
        [
            "do": .string(action), "domain": .string(domain), "org": org.map { .string($0) } ?? .null,
            "token": .string(token),
        ]
    }

    @Test func `both write the same bytes`() throws {
        let (mine, peer) = (try TokenScratch(), try TokenScratch())
        var steps: [JSONValue] = []
        for domain in domains {
            for org in orgs {
                let token = "made-up-\(steps.count)"
                steps.append(step("set", domain, org, token))
                try mine.keyring.set(Secret(token), at: .org(org, domain: domain))
            }
            steps.append(step("remove", domain, orgs[1]))
            try mine.keyring.remove(.org(orgs[1], domain: domain))
        }
        _ = try theirs(peer, steps)
        #expect(mine.bytes(of: mine.keyring.path) == peer.bytes(of: peer.keyring.path))
    }

    @Test func `in turn each reads what the other has set, replaced and removed`() throws {
        let scratch = try TokenScratch()
        let store = scratch.keyring
        for (round, domain) in domains.enumerated() {
            for org in orgs {
                try store.set(Secret("made-up-\(round)-\(org.utf8.count)"), at: .org(org, domain: domain))
            }
            try store.set(Secret("made-up-site"), at: .org(nil, domain: domain))
            #expect(try theirs(scratch) == ours(scratch))

            let changed = try theirs(
                scratch,
                [
                    step("set", domain, orgs[0], "theirs-\(round)"), step("key", domain, nil, "made-up-key"),
                    step("remove", domain, orgs[1]), step("set", domain, "new", "theirs-new"),
                ])
            #expect(try ours(scratch) == changed)
            #expect(changed.contains("\(domain)/\(orgs[0])=theirs-\(round)"))
            #expect(!changed.contains { $0.hasPrefix("\(domain)/\(orgs[1])=") })

            #expect(try store.set(Secret("ours-again"), at: .org(orgs[0], domain: domain)).changed)
            #expect(try store.set(Secret("ours-key"), at: .apiKey(domain: domain)).changed)
            #expect(try store.remove(.org("new", domain: domain)).changed)
            let read = try theirs(scratch)
            #expect(try ours(scratch) == read)
            #expect(read.contains("\(domain)/key=ours-key"))
            #expect(read.contains("\(domain)/\(orgs[0])=ours-again"))
        }
        #expect(try ours(scratch).count == 12)
    }

    @Test(arguments: ["id.anaconda.cloud", "anaconda.cloud"])
    func `both move an entry of a former domain alike`(legacy: String) throws {
        let old = MadeKeyring.text(
            MadeKeyring.entry("x.example", "{}"),
            MadeKeyring.entry(legacy, #"{"domain":"\#(legacy)","api_key":"made-up","repo_tokens":[],"version":1}"#))
        let (mine, peer) = (try TokenScratch(), try TokenScratch())
        for scratch in [mine, peer] { try scratch.write(old, to: scratch.keyring.path) }
        #expect(try theirs(peer) == ["anaconda.com/key=made-up"])
        #expect(try ours(mine) == ["anaconda.com/key=made-up"])
        #expect(try mine.keyring.mend(.legacyDomain))
        #expect(mine.bytes(of: mine.keyring.path) == peer.bytes(of: peer.keyring.path))
    }

    @Test func `an empty file that anaconda-auth left is an empty keyring for both`() throws {
        let scratch = try TokenScratch()
        #expect(try theirs(scratch) == [])
        #expect(scratch.bytes(of: scratch.keyring.path) == [])
        try scratch.keyring.set(Secret("made-up-1"), at: .org("a"))
        #expect(try theirs(scratch) == ["anaconda.com/a=made-up-1"])
    }

    @Test func `anaconda-auth reads the loose base64 that we read`() throws {
        let script = """
            import base64, json, sys
            def decoded(text):
                try:
                    return list(base64.b64decode(text))
                except ValueError:
                    return None
            print(json.dumps([decoded(text) for text in json.load(sys.stdin)]))
            """
        var random = SeededGenerator(seed: 1)
        let texts = (0..<3000).map { _ in
            String(
                (0..<Int.random(in: 0...11, using: &random)).map { _ in
                    "AZaz09+/==-_ \n!".randomElement(using: &random) ?? "A"
                })
        }
        guard case .array(let answers) = try PythonPeer.answer(script, to: .array(texts.map { .string($0) })) else {
            Issue.record("no array")
            return
        }
        try #require(answers.count == texts.count)
        for (text, answer) in zip(texts, answers) {
            let ours: JSONValue =
                (try? Base64.decodeAsPython(text)).map { .array($0.map { .number(String($0)) }) } ?? .null
            #expect(ours == answer, "of \(text.debugDescription)")
        }
    }

    @Test func `what we take for damaged anaconda-auth takes for damaged too`() throws {
        let script = """
            import base64, json, sys
            def constant(name):
                raise ValueError(name)
            def is_sound(text):
                try:
                    json.loads(base64.b64decode(text).decode(), parse_constant=constant)
                    return True
                except ValueError:
                    return False
            print(json.dumps([is_sound(text) for text in json.load(sys.stdin)]))
            """
        var random = SeededGenerator(seed: 2)
        let sound = Array(#"{"a": {"b": "é\\ud83d", "c": [1.5e-3, -0, true, null, {}]}, "\"": ""}"#.utf8)
        let texts = (0..<4000).map { _ in
            var text = sound
            for _ in 0...Int.random(in: 0...1, using: &random) {
                let index = Int.random(in: text.indices, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: text[index] = UInt8.random(in: 0...255, using: &random)
                case 1: text.remove(at: index)
                default: text.insert("\"\\{}[],:0.-e ".utf8.randomElement(using: &random) ?? 0, at: index)
                }
            }
            return text
        }
        let answer = try PythonPeer.answer(script, to: .array(texts.map { .string(Base64.encode($0)) }))
        let ours = texts.map { JSONValue.bool((try? JSONDocument($0)) != nil) }
        guard case .array(let theirs) = answer else { return #expect(Bool(false), "no array") }
        for (text, (mine, other)) in zip(texts, zip(ours, theirs)) {
            #expect(mine == other, "of \(String(decoding: text, as: UTF8.self))")
        }
        #expect(ours.contains(true) && ours.contains(false) && ours.count == theirs.count)
    }
}
