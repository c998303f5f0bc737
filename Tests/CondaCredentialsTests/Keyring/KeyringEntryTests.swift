import LosslessJSON
import Testing

@testable import CondaCredentials

@Suite struct KeyringEntryTests {
    private func entry(_ value: String) throws -> KeyringEntry {
        let document = try JSONDocument(Array("{\"d\": \(value)}".utf8))
        return KeyringEntry(try #require(document.root.members?.first))
    }

    private func damage(_ entry: KeyringEntry) -> String? {
        if case .damaged(let why) = entry.content { why } else { nil }
    }

    @Test(
        arguments: [
            ("\"e30=\"", nil), ("\"e3\\n0=\"", nil), ("null", nil), ("5", "its payload is not a string"),
            ("\"e30\"", "its payload breaks at"), ("\"!\"", "its payload breaks at"),
            ("\"W10=\"", "its payload breaks at"),
            (#"{"api_key": "k", "repo_tokens": []}"#, "its payload is JSON, and the base64 of that is due"),
            (#"{"x": 1}"#, "its payload is not a string"),
        ] as [(String, String?)])
    func `an entry that cannot be decoded says where`(value: String, start: String?) throws {
        let found = damage(try entry(value))
        #expect(start.map { found?.hasPrefix($0) == true } ?? (found == nil), "\(found ?? "-")")
    }

    @Test func `what lacks its padding or its base64 can be saved whole`() throws {
        let whole = Base64.encode(Array(#"{"api_key":"k","repo_tokens":[]} "#.utf8))
        let bare = String(whole.prefix { $0 != "=" })
        let cut = try entry("\"\(bare)\"")
        #expect(
            bare == whole
                || damage(cut)?.contains("padding") == true && cut.plain != nil && cut.isRecoverable && !cut.isWhole)
        #expect(try entry(#"{"api_key": "k", "repo_tokens": []}"#).isRecoverable)
        #expect(try !entry("\"!\"").isRecoverable)
    }

    @Test func `a null counts as no entry, and characters that are skipped are told`() throws {
        #expect(try entry("null").isNull && !entry("null").isWhole)
        #expect(try entry("\"e3\\n0=\"").isLoose && !entry("\"e30=\"").isLoose)
        #expect(try entry("\"e30=\"").storedDomain == "d" && entry("\"e30=\"").offset == 1)
    }
}
