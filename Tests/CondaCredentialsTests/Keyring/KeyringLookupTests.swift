import HostPlatform
import Testing

@testable import CondaCredentials

/// Which entry anaconda-auth takes, where it gives up, and where it goes on.
@Suite struct KeyringLookupTests {
    private func shown(_ lookup: KeyringLookup, _ domain: String = "anaconda.com") -> String {
        do throws(KeyringLookup.Failure) {
            guard let answer = try lookup.answer(for: domain) else { return "absent" }
            let record = answer.record
            return "\(answer.domain) \(record.apiKey?.withRevealed { $0 } ?? "-") \(record.repoTokens.count)"
                + (answer.place == "Secret Service" ? " Secret Service" : "")
        } catch { return "failed" }
    }

    private func lookup(_ layers: KeyringLookup.Layer...) -> KeyringLookup {
        KeyringLookup(place: "/k", content: .layers(layers))
    }

    private static func entry(_ domain: String, _ key: String) -> String {
        MadeKeyring.entry(domain, #"{"api_key": "\#(key)"}"#)
    }

    @Test(arguments: [
        ("", "absent"), ("{", "absent"), ("{} {}", "absent"), ("\u{FEFF}{}", "absent"), ("{}", "absent"),
        (#"{"Anaconda Cloud": {}}"#, "absent"), (#"{"Anaconda Cloud": {"anaconda.com": null}}"#, "absent"),
        ("[]", "failed"), ("null", "failed"), ("5", "failed"), (#"{"Anaconda Cloud": []}"#, "failed"),
        (#"{"Anaconda Cloud": {"anaconda.com": 5}}"#, "failed"),
        (#"{"Anaconda Cloud": {"anaconda.com": "e30"}}"#, "failed"),
        (#"{"Anaconda Cloud": {"anaconda.com": "W10="}}"#, "failed"),
        (#"{"Anaconda Cloud": {"anaconda.com": "e30="}}"#, "anaconda.com - 0"),
        (#"{"Anaconda Cloud": {"anaconda.com": "!e3\n0="}}"#, "anaconda.com - 0"),
    ])
    func `what is no JSON counts as empty, what is JSON of another shape as an error`(text: String, answer: String) {
        #expect(shown(lookup(.file(Array(text.utf8)))) == answer)
    }

    @Test(arguments: [
        (#"{"api_key": 5}"#, "failed"), (#"{"api_key": null}"#, "anaconda.com - 0"), (#"{"username": 5}"#, "failed"),
        (#"{"repo_tokens": null}"#, "failed"), (#"{"repo_tokens": [{"org_name": "a"}]}"#, "failed"),
        (#"{"repo_tokens": [{"token": "t", "org_name": 5}]}"#, "failed"),
        (#"{"repo_tokens": [{"token": "t"}]}"#, "anaconda.com - 1"), (#"{"version": "two"}"#, "failed"),
        (#"{"version": "2"}"#, "anaconda.com - 0"), (#"{"version": null, "later": 5}"#, "anaconda.com - 0"),
    ])
    func `a field of a wrong type is an error, an unknown one is none`(payload: String, answer: String) {
        #expect(shown(lookup(.file(MadeKeyring.text(MadeKeyring.entry("anaconda.com", payload))))) == answer)
    }

    @Test func `former names are asked after the main one, and for no other`() {
        let old = MadeKeyring.text(Self.entry("anaconda.cloud", "b"), Self.entry("id.anaconda.cloud", "a"))
        #expect(shown(lookup(.file(old))) == "id.anaconda.cloud a 0")
        let both = MadeKeyring.text(Self.entry("id.anaconda.cloud", "a"), Self.entry("anaconda.com", "c"))
        #expect(shown(lookup(.file(both))) == "anaconda.com c 0")
        #expect(shown(lookup(.file(old)), "own.example") == "absent")
        #expect(shown(lookup(.file(old)), "Anaconda.com") == "absent")
        // With a damaged first one the second is not tried.
        let damaged = MadeKeyring.text("\"id.anaconda.cloud\": \"!\"", Self.entry("anaconda.cloud", "b"))
        #expect(shown(lookup(.file(damaged))) == "failed")
        // Of a former entry neither domain nor version is looked at.
        let odd = MadeKeyring.text(MadeKeyring.entry("anaconda.cloud", #"{"version": "two", "domain": 5}"#))
        #expect(shown(lookup(.file(odd))) == "anaconda.cloud - 0")
    }

    @Test func `a keyring in a setting cannot be rewritten, so a former name in it is an error`() {
        let content = KeyringLookup.Content.setting(MadeKeyring.text(Self.entry("anaconda.cloud", "b")))
        #expect(shown(KeyringLookup(place: "x", content: content)) == "failed")
        let main = KeyringLookup.Content.setting(MadeKeyring.text(Self.entry("anaconda.com", "c")))
        #expect(shown(KeyringLookup(place: "x", content: main)) == "anaconda.com c 0")
    }

    @Test func `each name is asked of the system's keyring, then of the file`() {
        let payload = Secret(Base64.encode(Array(#"{"api_key": "s"}"#.utf8)))
        let system = KeyringLookup.Layer.system(
            [.init(domain: "anaconda.cloud", payload: payload)], name: "Secret Service")
        #expect(shown(lookup(system, .file(nil))) == "anaconda.cloud s 0 Secret Service")
        #expect(shown(lookup(system, .file(MadeKeyring.text(Self.entry("anaconda.com", "f"))))) == "anaconda.com f 0")
        #expect(shown(lookup(system, .file(Array("[]".utf8)))) == "failed")
    }

    @Test(arguments: [
        ("key", "anaconda.com", "anaconda.com key 0"), ("key", "own.example", "absent"),
        ("kéy", "anaconda.com", "failed"), ("key", "ö.example", "failed"),
    ])
    func `a setting for the API key stands for a keyring of one entry`(key: String, domain: String, answer: String) {
        #expect(shown(KeyringLookup(place: "x", content: .apiKey(Secret(key), domain: domain))) == answer)
    }
}
