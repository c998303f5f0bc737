import CondaCredentials
import Testing

@Suite struct KeyringRecoveryTests {
    private static let entries = [
        MadeKeyring.entry("anaconda.com", #"{"domain":"anaconda.com","api_key":"k","repo_tokens":[{"token":"t"}]}"#),
        MadeKeyring.entry("bücher.example", #"{"domain":"bücher.example","api_key":"k2"}"#),
        MadeKeyring.entry("c.example", #"{"domain":"c.example","repo_tokens":[{"token":"t3","org_name":"ö"}]}"#),
    ]
    private static let keyring = MadeKeyring.text(entries[0], entries[1], entries[2])

    @Test func `a keyring cut at any byte gives back every whole entry`() throws {
        let bytes = Self.keyring
        let ends = Self.entries.map { entry in
            let text = Array(entry.utf8)
            return (0...(bytes.count - text.count)).first { Array(bytes[$0..<($0 + text.count)]) == text }.map {
                $0 + text.count
            }
        }
        for end in 1..<bytes.count {
            let cut = Array(bytes[..<end])
            let recovery = try #require(KeyringRecovery(cut, path: "/k"), "cut at \(end)")
            let whole = ends.filter { ($0 ?? .max) <= end }.count
            #expect(recovery.entries.count == whole)
            // Whatever was begun and is not whole is said to be lost; a name that is whole by it.
            let begun = Self.entries.filter { entry in
                let name = Array(entry.utf8.prefix { $0 != UInt8(ascii: ":") })
                return cut.count >= name.count
                    && (0...(cut.count - name.count)).contains { Array(cut[$0..<($0 + name.count)]) == name }
            }.count
            #expect(
                recovery.lost.compactMap(\.name).filter { $0 != "Anaconda Cloud" }.count == begun - whole,
                "cut at \(end)")
            let file = try KeyringFile(recovery.bytes, path: "/k")
            #expect(
                file.entries.map(\.storedDomain)
                    == ["anaconda.com", "bücher.example", "c.example"].prefix(whole).map { $0 })
            #expect(file.contents().problems.isEmpty)
        }
    }

    @Test func `garbage over any byte loses no more than the entry it hits`() throws {
        for offset in Self.keyring.indices {
            var bytes = Self.keyring
            bytes[offset] = 0x01
            guard let recovery = KeyringRecovery(bytes, path: "/k") else { continue }
            #expect(recovery.entries.count >= 2, "damaged at \(offset)")
            #expect(recovery.entries.allSatisfy { $0.service == "Anaconda Cloud" })
            #expect(recovery.entries.count == 3 || !recovery.lost.isEmpty, "damaged at \(offset)")
        }
    }

    @Test func `a keyring written over a longer one keeps the newer entries and gains the old one's tail`() throws {
        let new = MadeKeyring.text(MadeKeyring.entry("a.example", #"{"api_key":"new"}"#))
        let tail = Array((MadeKeyring.entry("a.example", #"{"api_key":"old"}"#) + ", " + Self.entries[2] + "}}").utf8)
        let recovery = try #require(KeyringRecovery(new + tail, path: "/k"))
        let file = try KeyringFile(recovery.bytes, path: "/k")
        #expect(file.contents().tokens.map(\.summary) == ["a.example/key=new", "c.example/ö=t3"])
    }

    @Test func `other services come back with their text`() throws {
        let text = "{\"other\": {\"u\": \"p\\/w\"}, \"Anaconda Cloud\": {" + Self.entries[0]
        let recovery = try #require(KeyringRecovery(Array(text.utf8), path: "/k"))
        #expect(recovery.bytes == Array((text + "}}").utf8))
    }

    @Test(arguments: ["{}", "", "{\"Anaconda Cloud\": {}}"]) func `a sound keyring needs none`(text: String) {
        #expect(KeyringRecovery(Array(text.utf8), path: "/k") == nil)
    }

    @Test func `a hostile keyring is recovered in linear time`() throws {
        let many = (0..<20_000).map { "\"s\($0)\": {\"u\": \"p\"}" }.joined(separator: ", ")
        let recovery = try #require(KeyringRecovery(Array(("{" + many).utf8), path: "/k"))
        #expect(recovery.entries.count == 20_000)
        #expect(try KeyringFile(recovery.bytes, path: "/k").entries.isEmpty)
    }
}
