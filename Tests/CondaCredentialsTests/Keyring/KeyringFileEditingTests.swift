import Foundation
import Testing

@testable import CondaCredentials

@Suite struct KeyringFileEditingTests {
    private func keyring(_ bytes: [UInt8]) throws -> KeyringFile { try KeyringFile(bytes, path: "/k") }
    private let token = Secret("made-up-token-0001")

    @Test(arguments: ["", "\n", "{}"]) func `a new keyring looks as anaconda-auth writes it`(text: String) throws {
        let file = try #require(try keyring(Array(text.utf8)).setting(token, at: .org("ünï")))
        #expect(
            MadeKeyring.payload("anaconda.com", in: file.bytes)
                == #"{"domain":"anaconda.com","repo_tokens":[{"token":"made-up-token-0001","org_name":"ünï"}],"version":2}"#
        )
        #expect(String(decoding: file.bytes, as: UTF8.self).hasPrefix(#"{"Anaconda Cloud": {"anaconda.com": "ey"#))
        #expect(file.bytes.suffix(3) == Array(#""}}"#.utf8))
    }

    @Test func `a site token has no organization`() throws {
        let file = try #require(try keyring([]).setting(token, at: .org(nil)))
        #expect(
            MadeKeyring.payload("anaconda.com", in: file.bytes)
                == #"{"domain":"anaconda.com","repo_tokens":[{"token":"made-up-token-0001"}],"version":2}"#)
    }

    @Test func `everything that is not set keeps its bytes`() throws {
        let payload =
            #"{ "later": {"x": [1.50, "\ud800"]}, "domain":"anaconda.com", "repo_tokens": [ {"scope":1e2, "token":"old-1", "org_name":"a"},  {"token":"t2","org_name":"b"} ], "api_key":"k", "version": 2.0 }"#
        let before =
            "{\r\n  \"other\": {\"\\ud800\": 1.0e5, \"a\": \"b\\/c\"},\r\n  \"Anaconda Cloud\": {\"b.example\": \"not base64!\", "
            + MadeKeyring.entry("anaconda.com", payload) + "},\r\n  \"third\": null}\r\n"
        let file = try #require(try keyring(Array(before.utf8)).setting(token, at: .org("a")))
        let expected =
            #"{ "later": {"x": [1.50, "\ud800"]}, "domain":"anaconda.com", "repo_tokens": [ {"scope":1e2, "token":"made-up-token-0001", "org_name":"a"},  {"token":"t2","org_name":"b"} ], "api_key":"k", "version": 2.0 }"#
        let wanted = before.replacingOccurrences(
            of: Base64.encode(Array(payload.utf8)), with: Base64.encode(Array(expected.utf8)))
        #expect(String(decoding: file.bytes, as: UTF8.self) == wanted)
    }

    @Test func `the same token again changes nothing`() throws {
        let once = try #require(try keyring([]).setting(token, at: .org("a")))
        #expect(try once.setting(token, at: .org("a")) == nil)
        #expect(try once.removing(.org("b")) == nil)
        #expect(try once.removing(.apiKey(domain: "anaconda.com")) == nil)
        #expect(try once.removing(.org("a", domain: "else.example")) == nil)
    }

    @Test func `organizations that only look the same are different`() throws {
        let one = try #require(try keyring([]).setting(token, at: .org("e\u{301}")))
        let two = try #require(try one.setting(Secret("made-up-token-0002"), at: .org("\u{E9}")))
        #expect(two.contents().tokens.count == 2)
    }

    @Test func `the last repo token goes and its entry stays`() throws {
        let file = try keyring(
            MadeKeyring.text(
                MadeKeyring.entry(
                    "anaconda.com", #"{"api_key":"k","repo_tokens":[{"token":"t","org_name":"a"}],"new":1}"#)))
        let removed = try #require(try file.removing(.org("a")))
        #expect(
            MadeKeyring.payload("anaconda.com", in: removed.bytes) == #"{"api_key":"k","repo_tokens":[],"new":1}"#)
        let bare = try #require(try removed.removing(.apiKey(domain: "anaconda.com")))
        #expect(MadeKeyring.payload("anaconda.com", in: bare.bytes) == #"{"repo_tokens":[],"new":1}"#)
    }

    @Test func `an entry that holds nothing after its API key goes with it`() throws {
        let file = try keyring(
            MadeKeyring.text(
                MadeKeyring.entry(
                    "a.example", #"{"domain":"a.example","api_key":"k","username":"u","repo_tokens":[],"version":2}"#),
                MadeKeyring.entry("b.example", "{}")))
        let removed = try #require(try file.removing(.apiKey(domain: "a.example")))
        #expect(removed.bytes == MadeKeyring.text(MadeKeyring.entry("b.example", "{}")))
    }

    @Test func `an entry under a former domain counts and is moved by the first change`() throws {
        let old = #"{"domain":"id.anaconda.cloud","api_key":"k","new":[1]}"#
        let file = try keyring(
            MadeKeyring.text(
                MadeKeyring.entry("anaconda.cloud", #"{"api_key":"unread"}"#),
                MadeKeyring.entry("id.anaconda.cloud", old),
                MadeKeyring.entry("x.example", "{}")))
        #expect(file.contents().tokens.map(\.summary) == ["anaconda.cloud/key=unread", "anaconda.com/key=k"])
        #expect(file.contents().tokens.map(\.legacyDomain) == [nil, "id.anaconda.cloud"])
        let moved = try #require(try file.movingLegacyEntry())
        #expect(
            moved.bytes
                == MadeKeyring.text(
                    MadeKeyring.entry("anaconda.cloud", #"{"api_key":"unread"}"#), MadeKeyring.entry("x.example", "{}"),
                    MadeKeyring.entry("anaconda.com", #"{"domain":"anaconda.com","api_key":"k","new":[1],"version":2}"#)
                ))
        #expect(try moved.movingLegacyEntry() == nil)
        let set = try #require(try file.setting(token, at: .org("a")))
        #expect(set.entry(for: "anaconda.com")?.storedDomain == "anaconda.com")
        #expect(set.entry(for: "id.anaconda.cloud") == nil)
        #expect(set.entry(for: "anaconda.com")?.payload?.apiKey?.matches(Secret("k")) == true)
    }

    @Test(arguments: ["not base64", "e30", "W10=", "ezp9", "/w=="])
    func `a damaged entry is not written, but others are`(encoded: String) throws {
        let before = "{\"Anaconda Cloud\": {\"anaconda.com\": \"\(encoded)\"}}"
        let file = try keyring(Array(before.utf8))
        #expect(file.contents().problems.map(\.code) == [.damagedEntry])
        #expect(throws: CredentialError.self) { try file.setting(token, at: .org("a")) }
        #expect(throws: CredentialError.self) { try file.removing(.org("a")) }
        let other = try #require(try file.setting(token, at: .org("a", domain: "b.example")))
        #expect(
            String(decoding: other.bytes, as: UTF8.self).hasPrefix(String(before.dropLast(2)) + ", \"b.example\": \""))
    }

    @Test func `a repo token in a form nobody knows is not written over`() throws {
        for tokens in [#"[{"org_name":"a"}]"#, #"{"a":"t"}"#, #"[{"token":"t","org_name":1}]"#, #""t""#, "null", "[1]"]
        {
            let file = try keyring(MadeKeyring.text(MadeKeyring.entry("anaconda.com", #"{"repo_tokens":\#(tokens)}"#)))
            #expect(file.contents().problems.map(\.code) == [.invalidEntry])
            #expect(throws: CredentialError.self) { try file.setting(token, at: .org("b")) }
        }
    }

    @Test func `of duplicate entries the last one counts and a removed entry does not let the first one back`() throws {
        let file = try keyring(
            MadeKeyring.text(
                MadeKeyring.entry("a.example", #"{"api_key":"first"}"#),
                MadeKeyring.entry("a.example", #"{"api_key":"last"}"#)))
        #expect(file.contents().tokens.map(\.summary) == ["a.example/key=last"])
        #expect(file.contents().problems.map(\.code) == [.duplicateEntry])
        let removed = try #require(try file.removing(.apiKey(domain: "a.example")))
        #expect(removed.contents().tokens.isEmpty)
    }
}
