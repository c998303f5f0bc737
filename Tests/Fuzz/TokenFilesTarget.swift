import CondaURL

@testable import CondaCredentials

extension FuzzTarget {
    /// Names of token files and the encodings of secrets: there and back; a name that is shown tells no secret.
    static let tokenFiles = FuzzTarget(name: "token-files", quickRuns: 6_000) { (bytes: [UInt8]) in
        let text = String(decoding: bytes, as: UTF8.self)
        let name = CondaTokenFile.name(for: text)
        promise(
            name.utf8.allSatisfy { $0 < 0x7F && $0 > 0x20 && $0 != UInt8(ascii: "/") }, "a name is plain: \(name)")
        promise(
            text.isEmpty || CondaTokenFile.url(fromName: name).map { Array($0.utf8) } == Array(text.utf8), "\(text)")
        if let url = CondaTokenFile.url(fromName: text + CondaTokenFile.suffix) {
            promise(CondaTokenFile.url(fromName: CondaTokenFile.name(for: url)) == url || url.isEmpty, "once is enough")
        }
        promise(CondaTokenFile.alsoServed(by: text) != text, "the URL that is served beside is another")
        promise((try? Base64.decode(Base64.encode(bytes))) == bytes, "base64 there and back")
        if let decoded = try? Base64.decode(text) {
            promise(Base64.encode(decoded) == text, "base64 has one form")
            promise((try? Base64.decodeAsPython(text)) == decoded, "Python reads it the same")
        }
        if !text.contains("%") { promise(PercentEncoding.decode(text) == text, "without a percent sign it stays") }
        let token = CondaTokenFile.token(in: bytes).secret
        promise(
            token.withRevealedBytes { ([$0.first, $0.last].allSatisfy { $0 != 0x20 && $0 != 0x0A }) },
            "no blank is left")
        promise(!"\(token)".contains(Self.word) || bytes.count < Self.word.utf8.count, "a token is not told")
        checkShown(text)
    }

    private static let word = "Zq7xVw93Kj5m"

    private static func checkShown(_ text: String) {
        let plain = String(text.unicodeScalars.filter { $0.properties.isAlphabetic && $0.isASCII }.prefix(20))
        for url in [
            "https://joe:\(plain)\(word)@host/c", "https://host/a\(plain)/t/\(word)\(plain)/c",
            "\(word)-0123456789-\(plain)",
        ] {
            for name in [CondaTokenFile.name(for: url), url.replacing("/", with: "%2f") + CondaTokenFile.suffix] {
                let shown = TokenPlaces.shown(path: "/home/kim/.config/binstar/\(name)")
                promise(!shown.contains(word), "a secret in a name is shown: \(shown)")
            }
        }
    }
}
