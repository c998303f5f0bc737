/// Finds secrets in text by their shape, in one pass over its words.
struct SecretScanner {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Byte offsets of the secrets, ascending and disjoint.
    func secrets() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for end in 0...bytes.count where end == bytes.count || isBetweenWords(bytes[end]) {
            if end - start > 3 { addSecrets(ofWord: start..<end, to: &found) }
            start = end + 1
        }
        return found
    }

    /// What surely is no part of a URL. A password may hold almost anything else.
    private func isBetweenWords(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
        default: false
        }
    }

    private func addSecrets(ofWord word: Range<Int>, to found: inout [Range<Int>]) {
        var position = word.lowerBound
        if let password = passwordWithoutScheme(in: word) {
            found.append(password)
            position = password.upperBound
        }
        let isFilePath = isFilePath(word)
        while position < word.upperBound {
            // Every secret begins with one of these: a slash, or the `e` of `eyJ`.
            guard bytes[position] == UInt8(ascii: "/") || bytes[position] == UInt8(ascii: "e") else {
                position += 1
                continue
            }
            let secret =
                tokenInPath(at: position, in: word, isFilePath: isFilePath) ?? password(at: position, in: word)
                ?? jsonWebToken(at: position, in: word)
            if let secret, !secret.isEmpty { found.append(secret) }
            position = max(secret?.upperBound ?? 0, position + 1)
        }
    }

    /// `/home/t/project`, `~/t/x`: there, `/t/` is more often a directory than the way to a token.
    private func isFilePath(_ word: Range<Int>) -> Bool {
        switch bytes[word.lowerBound] {
        case UInt8(ascii: "/"): bytes[word.lowerBound + 1] != UInt8(ascii: "/")
        case UInt8(ascii: "~"), UInt8(ascii: "."): true
        default: false
        }
    }

    /// `/t/TOKEN`, up to the next `/` or the end of the URL; in a file's path only what is as long as a token.
    private func tokenInPath(at start: Int, in word: Range<Int>, isFilePath: Bool) -> Range<Int>? {
        guard has("/t/", at: start, in: word) else { return nil }
        let token = (start + 3)..<end(from: start + 3, in: word, while: isTokenCharacter)
        return token.isEmpty || (isFilePath && token.count < 16) ? nil : token
    }

    /// `//user:password@`: the part between the colon and the last `@` of the authority.
    private func password(at start: Int, in word: Range<Int>) -> Range<Int>? {
        guard has("//", at: start, in: word) else { return nil }
        let authority = (start + 2)..<end(from: start + 2, in: word) { $0 != UInt8(ascii: "/") }
        return password(inAuthority: authority)
    }

    /// `user:password@host`, as a proxy may be written.
    private func passwordWithoutScheme(in word: Range<Int>) -> Range<Int>? {
        guard bytes[word].contains(UInt8(ascii: "@")), !word.contains(where: { has("//", at: $0, in: word) }) else {
            return nil
        }
        return password(inAuthority: word)
    }

    private func password(inAuthority authority: Range<Int>) -> Range<Int>? {
        guard let at = bytes[authority].lastIndex(of: UInt8(ascii: "@")),
            let colon = bytes[authority.lowerBound..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
        else { return nil }
        return (colon + 1)..<at
    }

    /// `eyJ….….…`: three pieces of base64url, as an API key is written.
    private func jsonWebToken(at start: Int, in word: Range<Int>) -> Range<Int>? {
        guard has("eyJ", at: start, in: word), start == word.lowerBound || !isBase64URL(bytes[start - 1]) else {
            return nil
        }
        var end = start
        for piece in 0..<3 {
            let stop = self.end(from: end, in: word, while: isBase64URL)
            guard stop > end else { return nil }
            end = stop
            if piece < 2 {
                guard end < word.upperBound, bytes[end] == UInt8(ascii: ".") else { return nil }
                end += 1
            }
        }
        return start..<end
    }

    private func has(_ text: StaticString, at start: Int, in word: Range<Int>) -> Bool {
        guard start + text.utf8CodeUnitCount <= word.upperBound else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }

    private func end(from start: Int, in word: Range<Int>, while isMember: (UInt8) -> Bool) -> Int {
        var end = start
        while end < word.upperBound, isMember(bytes[end]) { end += 1 }
        return end
    }

    private func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "]"),
            UInt8(ascii: "}"), UInt8(ascii: "`"):
            false
        default: true
        }
    }

    private func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
