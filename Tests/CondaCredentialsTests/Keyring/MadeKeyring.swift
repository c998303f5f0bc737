import CondaCredentials
import Foundation

/// Texts of keyrings.
enum MadeKeyring {
    static func entry(_ domain: String, _ payload: String) -> String {
        "\"\(domain)\": \"\(Base64.encode(Array(payload.utf8)))\""
    }

    static func text(_ entries: String...) -> [UInt8] {
        Array("{\"Anaconda Cloud\": {\(entries.joined(separator: ", "))}}".utf8)
    }

    /// The payload of a domain's entry, in the clear.
    static func payload(_ domain: String, in bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.range(of: "\"\(domain)\": \"")?.upperBound else { return nil }
        let encoded = text[start...].prefix { $0 != "\"" }
        return (try? Base64.decode(String(encoded))).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// One edit after another; nil where nothing changes.
extension KeyringFile {
    func setting(_ secret: Secret, at address: TokenAddress) throws(CredentialError) -> KeyringFile? {
        try applying([TokenEdit(address, .set(secret, replacing: .any))]).file
    }

    /// An entry whose last repo token goes stays, as with anaconda-auth; one whose API key goes and that holds nothing else goes too.
    func removing(_ address: TokenAddress) throws(CredentialError) -> KeyringFile? {
        try applying([TokenEdit(address, .remove(ifMatching: nil))]).file
    }

    /// The file without the repo tokens at several addresses, in one pass over it.
    func removing(all addresses: [TokenAddress]) throws(CredentialError) -> KeyringFile {
        try applying(addresses.map { TokenEdit($0, .remove(ifMatching: nil)) }).file ?? self
    }
}
