/// Functions on the text of URLs.
package enum URLText {
    /// The parts with single slashes between them; a slash before them if the first is empty or begins with one.
    ///
    /// Source: conda.common.url, `join`.
    package static func join(_ parts: String...) -> String {
        guard let first = parts.first else { return "" }
        let start = first.isEmpty || first.hasPrefix("/") ? "/" : ""
        let names = parts.map(stripped).filter { !$0.isEmpty }
        return names.dropFirst().reduce(into: start + (names.first ?? "")) { $0 += "/" + $1 }
    }

    /// Without slashes at either end.
    package static func stripped(_ text: String) -> String {
        rightStripped(String(decoding: text.utf8.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self))
    }

    /// Without slashes at the end.
    package static func rightStripped(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The URL without the token in it, and the token; nil without `/t/`.
    ///
    /// Source: conda.common.url, `split_anaconda_token`.
    package static func splitToken(_ url: String) -> (url: String, token: String?) {
        let bytes = Array(url.utf8)
        guard let start = position(of: "/t/", in: bytes) else { return (rightStripped(url), nil) }
        let token = bytes[(start + 3)...].prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        let cleaned = bytes[..<start] + bytes[token.endIndex...]
        return (rightStripped(String(decoding: cleaned, as: UTF8.self)), String(decoding: token, as: UTF8.self))
    }

    /// The URL without a platform in it, and the platform.
    ///
    /// Source: conda.common.url, `split_platform`.
    package static func splitPlatform(_ url: String, known: [String]) -> (url: String, platform: String?) {
        let bytes = Array(url.utf8)
        var start = 0
        while let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) {
            let name = bytes[(slash + 1)...].prefix { $0 != UInt8(ascii: "/") }
            let text = String(decoding: name, as: UTF8.self)
            if known.contains(text.lowercased()) {
                let cleaned = bytes[..<slash] + bytes[name.endIndex...]
                return (rightStripped(String(decoding: cleaned, as: UTF8.self)), text)
            }
            start = slash + 1
        }
        return (rightStripped(url), nil)
    }

    /// The text with its first occurrence of a part taken out.
    package static func removingFirst(_ part: String, from text: String) -> String {
        let bytes = Array(text.utf8)
        guard !part.isEmpty, let start = position(of: part, in: bytes) else { return text }
        return String(decoding: bytes[..<start] + bytes[(start + part.utf8.count)...], as: UTF8.self)
    }

    /// Whether one text begins with the other, compared piece by piece as far as both go.
    ///
    /// Source: conda.models.channel, `tokenized_startswith`.
    package static func startsByPieces(_ text: String, with start: String) -> Bool {
        zip(pieces(text), pieces(start)).allSatisfy { $0 == $1 }
    }

    package static func pieces(_ text: String) -> [String] {
        Array(text.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static func position(of part: String, in bytes: [UInt8]) -> Int? {
        let part = Array(part.utf8)
        guard bytes.count >= part.count else { return nil }
        return (0...(bytes.count - part.count)).first { bytes[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
