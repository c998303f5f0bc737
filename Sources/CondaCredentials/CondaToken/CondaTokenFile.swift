import CondaURL
import HostPlatform

/// One file of the conda-token directory: the URL in its name, the token in its content.
///
/// Source: `conda.gateways.anaconda_client`.
package enum CondaTokenFile {
    package static let suffix = ".token"

    /// The file name that conda, conda-token and anaconda-client give the URL.
    package static func name(for url: String) -> String { FormEncoding.encode(url) + suffix }

    /// Whether conda takes a file of that name for a token's.
    package static func isName(_ name: String) -> Bool {
        name.utf8.count >= suffix.utf8.count && name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// The name that a file was most likely to have that is called nearly like a token's; nil for any other.
    static func name(nearTo name: String) -> String? {
        guard !name.hasPrefix("."), !name.hasSuffix("~"), !isName(name) else { return nil }
        if let end = name.lowercased().firstRange(of: suffix) {
            let count = name.lowercased()[..<end.lowerBound].utf8.count
            return String(decoding: name.utf8.prefix(count), as: UTF8.self) + suffix
        }
        return name.hasPrefix("http") && name.contains("%3A%2F%2F") ? name + suffix : nil
    }

    /// The URL in a file name, or nil if it is no token file's name.
    package static func url(fromName name: String) -> String? {
        guard isName(name), name.utf8.count > suffix.utf8.count else { return nil }
        return FormEncoding.decode(String(decoding: name.utf8.dropLast(suffix.utf8.count), as: UTF8.self))
    }

    /// The URLs that a token stored for a URL serves, its own first.
    static func served(by url: String) -> [String] { [url] + (alsoServed(by: url).map { [$0] } ?? []) }

    /// The further URL that a token stored for a URL serves: its first label `api` read as `conda`; nil if it has none.
    package static func alsoServed(by url: String) -> String? {
        let bytes = Array(url.utf8)
        let label = Array("api".utf8)
        guard bytes.count > label.count else { return nil }
        for start in 1...(bytes.count - label.count) where bytes[start...].starts(with: label) {
            let end = start + label.count
            let before = bytes[start - 1]
            guard before == UInt8(ascii: "/") || before == UInt8(ascii: "."),
                end == bytes.count || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ".")
            else { continue }
            return String(decoding: bytes[..<start] + Array("conda".utf8) + bytes[end...], as: UTF8.self)
        }
        return nil
    }

    /// The token that a whole file is, be it conda's or not; nil where it rather holds something else.
    package static func plainToken(in bytes: [UInt8]) -> Secret? {
        let secret = token(in: bytes).secret
        return secret.isPlainToken && secret.mistake == nil ? secret : nil
    }

    /// The token in a file's bytes without the blanks around it, and whether there were any.
    static func token(in bytes: [UInt8]) -> (secret: Secret, hasStrayBlank: Bool) {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let start = bytes.firstIndex(where: { !isBlank($0) }), let end = bytes.lastIndex(where: { !isBlank($0) })
        else { return (Secret(bytes: []), !bytes.isEmpty) }
        return (Secret(bytes: bytes[start...end]), end - start + 1 < bytes.count)
    }
}
