/// Functions on the text of URLs.
package enum URLText {
    /// The parts with single slashes between them; a slash before them if the first is empty or begins with one.
    ///
    /// Source: conda.common.url, `join`.
    package static func join(_ parts: String...) -> String {
        guard let first = parts.first else { return "" }
        var text = first.isEmpty || first.utf8.first == slash ? "/" : ""
        var isBehindName = false
        for name in parts.lazy.map(stripped) where !name.isEmpty {
            if isBehindName { text += "/" }
            text += name
            isBehindName = true
        }
        return text
    }

    /// Without slashes at either end.
    package static func stripped(_ text: String) -> String {
        guard text.utf8.first == slash || text.utf8.last == slash else { return text }
        return rightStripped(String(decoding: text.utf8.drop { $0 == slash }, as: UTF8.self))
    }

    /// Without slashes at the end.
    package static func rightStripped(_ text: String) -> String {
        guard text.utf8.last == slash else { return text }
        var bytes = text.utf8[...]
        while bytes.last == slash { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether two URLs differ in no more than a slash at the end.
    package static func isSameSite(_ one: String, _ other: String) -> Bool { site(one) == site(other) }

    /// The bytes of a URL without a slash at the end.
    package static func site(_ url: String) -> [UInt8] {
        Array(url.utf8.last == slash ? url.utf8.dropLast() : url.utf8[...])
    }

    private static let slash = UInt8(ascii: "/")

    /// Whether there is what every token in a path begins with.
    package static func mayHoldToken(_ url: String) -> Bool {
        var url = url
        return url.withUTF8 { bytes in
            bytes.indices.dropFirst().contains { bytes[$0] == UInt8(ascii: "t") && bytes[$0 - 1] == slash }
        }
    }

    /// The URL without the token in it, and the token; nil without `/t/`.
    ///
    /// Source: conda.common.url, `split_anaconda_token`.
    package static func splitToken(_ url: String) -> (url: String, token: String?) {
        let bytes = Array(url.utf8)
        guard mayHoldToken(url), let token = token(in: bytes) else { return (rightStripped(url), nil) }
        return (rightStripped(without(token, bytes)), String(decoding: bytes[token], as: UTF8.self))
    }

    /// What stands before every token in a path.
    private static let tokenMark = Array("/t/".utf8)

    /// The place of the token behind the first `/t/` at or after an offset, as conda cuts it: empty where what follows is
    /// no letter, digit or `-`. Nil without a `/t/`.
    static func token(in bytes: [UInt8], from offset: Int = 0) -> Range<Int>? {
        guard let mark = bytes.firstIndex(of: tokenMark, from: offset) else { return nil }
        let start = mark + tokenMark.count
        return start..<(bytes[start...].firstIndex { !$0.isLetterOrDigit && $0 != UInt8(ascii: "-") } ?? bytes.count)
    }

    /// A URL without a token that stands there, and without the `/t/` before it.
    static func without(_ token: Range<Int>, _ url: [UInt8]) -> String {
        String(decoding: url[..<(token.lowerBound - tokenMark.count)] + url[token.upperBound...], as: UTF8.self)
    }

    /// Whether the way to a token, `/t/`, is what a text begins with.
    package static func beginsWithTokenMark(_ text: some Sequence<UInt8>) -> Bool { text.starts(with: tokenMark) }

    /// What stands behind the first `/t/`, up to the next part of the URL; nil without one.
    package static func tokenSegment(of url: String) -> ArraySlice<UInt8>? {
        let bytes = Array(url.utf8)
        return bytes.firstIndex(of: tokenMark).map { mark in
            bytes[(mark + tokenMark.count)...].prefix { !"/?#:@=, ".utf8.contains($0) }
        }
    }

    /// Whether a part of a URL stands where its token does.
    package static func standsForToken(_ part: some StringProtocol, in url: String) -> Bool {
        Array(url.utf8).firstIndex(of: tokenMark + part.utf8) != nil
    }

    /// The text with `/t/<TOKEN>/` for each token in it that a slash follows, as conda shows it.
    ///
    /// Source: conda.common.url, `mask_anaconda_token`; of `/t/t/TOKEN`, conda takes the second `t` for the token, and would
    /// show what follows.
    package static func maskingTokens(_ text: String) -> String {
        guard mayHoldToken(text) else { return text }
        let bytes = Array(text.utf8)
        var masked: [(range: Range<Int>, text: String)] = []
        var position = 0
        while let token = token(in: bytes, from: position) {
            position = token.lowerBound - 2
            let isRepeated =
                beginsWithTokenMark(bytes[(token.lowerBound - 1)...])
                && bytes[(token.lowerBound + 2)...].prefix { $0 != slash }.count >= 8
            guard !isRepeated, !token.isEmpty, token.upperBound < bytes.count, bytes[token.upperBound] == slash else {
                continue
            }
            masked.append((token, "<TOKEN>"))
            position = token.upperBound
        }
        return masked.isEmpty ? text : String(decoding: bytes.replacing(masked), as: UTF8.self)
    }

    /// Whether a part of a token is left where conda cuts it out, with nothing beside it that tells: it ends a token at the
    /// first character that is no letter, digit or `-`, and takes the second `t` of `/t/t/` for one.
    package static func leavesTokenBehind(_ url: String) -> Bool {
        let cut = token(in: Array(url.utf8))
        return SecretScanner.secrets(in: url.utf8, as: .value).contains { $0.kind == .token && $0.range != cut }
    }

    /// The URL without a platform in it, and the platform.
    ///
    /// Source: conda.common.url, `split_platform`.
    package static func splitPlatform(_ url: String, known: [String]) -> (url: String, platform: String?) {
        let bytes = Array(url.utf8)
        var start = 0
        while let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) {
            let name = bytes[(slash + 1)...].prefix { $0 != UInt8(ascii: "/") }
            // Beyond ASCII, a letter and its small one may differ in length.
            let isASCII = name.allSatisfy { $0 < 0x80 }
            let isKnown = known.contains { platform in
                (!isASCII || platform.utf8.count == name.count)
                    && String(decoding: name, as: UTF8.self).lowercased() == platform
            }
            if isKnown {
                let cleaned = bytes[..<slash] + bytes[name.endIndex...]
                return (
                    rightStripped(String(decoding: cleaned, as: UTF8.self)), String(decoding: name, as: UTF8.self)
                )
            }
            start = slash + 1
        }
        return (rightStripped(url), nil)
    }

    /// The text with its first occurrence of a part taken out.
    package static func removingFirst(_ part: String, from text: String) -> String {
        if text.utf8.starts(with: part.utf8) {
            return String(decoding: text.utf8.dropFirst(part.utf8.count), as: UTF8.self)
        }
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(of: Array(part.utf8)) else { return text }
        return String(decoding: bytes[..<start] + bytes[(start + part.utf8.count)...], as: UTF8.self)
    }

    /// Whether one text begins with the other, compared piece by piece as far as both go.
    ///
    /// Source: conda.models.channel, `tokenized_startswith`.
    package static func startsByPieces(_ text: String, with start: String) -> Bool {
        var rest = text.utf8.makeIterator()
        for byte in start.utf8 {
            guard let other = rest.next() else { return byte == slash }
            if other != byte { return false }
        }
        return rest.next().map { $0 == slash } ?? true
    }

    package static func pieces(_ text: String) -> [String] {
        Array(text.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
