import Foundation
import CondaCredentials

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
