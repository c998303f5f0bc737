/// Text that stands where a secret will: `${TOKEN}`, `$TOKEN`, `%TOKEN%`, `<TOKEN>`, `{{ token }}`, `…`, `****`.
package enum Placeholder {
    /// Whether a text that stands in a secret's place is a placeholder, or several, and holds nothing that could be a secret:
    /// it may be shown.
    ///
    /// `$NAME`, `%NAME%` and `<NAME>` must be all of it, since passwords hold `$`, `%` and `<` as they do letters.
    package static func stands(in text: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        switch (first, last) {
        case ("<", ">"): return isName(text.dropFirst().dropLast(), allowing: " -_.")
        // As a page has it.
        case ("&", ";")
        where text.starts(with: "&lt;".utf8) && text.suffix(4).elementsEqual("&gt;".utf8):
            return isName(text.dropFirst(4).dropLast(4), allowing: " -_.")
        case ("{", "}") where isName(text.dropFirst().dropLast(), allowing: " -_."):
            return true
        case ("%", "%"): return isName(text.dropFirst().dropLast(), allowing: "_")
        case ("$", _) where isName(text.dropFirst(), allowing: "_"): return true
        // `…` in UTF-8: what was redacted before.
        case (0xE2, _) where text.starts(with: [0xE2, 0x80, 0xA6]): return text.count <= 3 + 4
        case ("%", _) where text.starts(with: "%E2%80%A6".utf8): return text.count <= 9 + 4
        default: break
        }
        return text.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".") } || isOfPlaceholders(Array(text))
    }

    /// Whether a text is a placeholder or holds one: then it is no token to be stored, moved or cut, whatever else it holds.
    ///
    /// Within a text only `${NAME}` and `{{ name }}` are looked for: the other ones are letters of many tokens.
    package static func isIn(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let bytes = Array(text)
        func holds(_ opening: String, _ closing: String) -> Bool {
            guard let start = bytes.firstIndex(of: Array(opening.utf8)),
                let end = bytes.firstIndex(of: Array(closing.utf8), from: start + 2)
            else { return false }
            // Beside it, a whole token may stand.
            return end > start + 2 && !SecretScanner.isLikeToken(bytes[..<start])
                && !SecretScanner.isLikeToken(bytes[(end + closing.utf8.count)...])
        }
        return stands(in: text) || holds("${", "}") || holds("{{", "}}")
    }

    package static func stands(in text: String) -> Bool { stands(in: Array(text.utf8)) }

    /// Whether a text in the place of a token is none, or holds what none does: no server makes a token of words, and
    /// hardly one with a name in such signs, so that `$NAME` and `<NAME>` count beside others, too. It is better hidden, but
    /// nothing to be stored or taken out.
    package static func isInToken(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let bytes = Array(text)
        if isIn(bytes) || isWords(bytes) { return true }
        if bytes.contains(UInt8(ascii: "%")),
            case let plain = PercentEncoding.decode(String(decoding: bytes, as: UTF8.self)),
            !plain.utf8.elementsEqual(bytes)
        {
            return isInToken(Array(plain.utf8))
        }
        let parts = bytes.split { !$0.isOfName }
        return !parts.contains { SecretScanner.isLikeToken($0) } && parts.contains { isNameInSigns($0, of: bytes) }
    }

    /// `$NAME`, `$(name)`, `<NAME>`, `[NAME]` as a part of a text.
    private static func isNameInSigns(_ name: ArraySlice<UInt8>, of text: [UInt8]) -> Bool {
        guard name.startIndex > 0, name.count > 2 || name.count == 1, !name[name.startIndex].isDigit, isWord(name)
        else { return false }
        let behind = name.endIndex < text.count ? text[name.endIndex] : nil
        switch text[name.startIndex - 1] {
        case "$": return (behind == nil || behind == UInt8(ascii: "$")) && !name.contains { (0x61...0x7A).contains($0) }
        case "<": return behind == UInt8(ascii: ">")
        case "[": return behind == UInt8(ascii: "]")
        case "(": return behind == UInt8(ascii: ")")
        default: return false
        }
    }

    /// `YOUR_TOKEN_HERE`, `changeme`, `xxxx-xxxx`, `tk-xxxxxxxx-xxxx`: letters and signs, and no digit but one and the same.
    package static func isWords(_ text: some Collection<UInt8>) -> Bool {
        let bytes = Array(text)
        let word = bytes.filter(\.isLetterOrDigit).map(\.lowercased)
        guard bytes.count <= 64, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return false }
        if word.allSatisfy({ $0 == word.first }) { return word.count >= 4 }
        // Behind what says whose token it is.
        let rest = bytes.drop { $0 != UInt8(ascii: "-") }.filter(\.isLetterOrDigit)
        if rest.count >= 8, rest.allSatisfy({ $0 == rest[0] }) { return true }
        guard word.allSatisfy(\.isLetter) else { return false }
        func holds(_ part: String) -> Bool { word.firstIndex(of: Array(part.utf8)) != nil }
        let words = [
            "token", "apikey", "secret", "changeme", "changeit", "replaceme", "placeholder", "password", "undefined",
            "apitoken", "redacted",
            "masked", "sensitive", "sensitivevalue", "valuespecifiedinnologparameter",
        ]
        if words.contains(where: { word.elementsEqual($0.utf8) }) { return true }
        return words[..<3].contains(where: holds)
            && (word.suffix(4).elementsEqual("here".utf8)
                || ["your", "my", "insert", "enter", "paste", "put", "replace", "the", "some", "example", "dummy"]
                    .contains { word.starts(with: $0.utf8) })
    }

    /// Where a placeholder that begins here ends, though it holds what would end a part of a URL; behind the beginning of
    /// what it may stand for it holds no such thing, since there a secret may have come before it.
    ///
    /// - Parameter secret: where the token or password begins.
    static func end(from start: Int, of secret: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let closing: StaticString
        let isNextBrace = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "{")
        switch bytes[start] {
        case "<": closing = ">"
        case "$" where isNextBrace:
            closing = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{") ? "}}" : "}"
        case "{": closing = isNextBrace ? "}}" : "}"
        default: return nil
        }
        let length = closing.bytes.count
        // No name is as long as that: without a bound, many openings would cost the square of the text.
        var position = start + 1
        while position + length <= min(bytes.count, start + 128), bytes[position] != 0x0A {
            if bytes[position...].starts(with: closing.bytes) { return position + length }
            if start > secret, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "/") { return nil }
            position += 1
        }
        return nil
    }

    /// Whether there are `${NAME}` and `{{ name }}`, and beside them signs alone, but for a word before them as in
    /// `tk-${TOKEN}`.
    private static func isOfPlaceholders(_ text: [UInt8]) -> Bool {
        guard let start = text.indices.prefix(17).first(where: { end(ofVariableAt: $0, in: text) != nil }),
            text[..<start].allSatisfy({ $0.isLetter || isSign($0) }), start == 0 || isSign(text[start - 1])
        else { return false }
        var position = start
        while position < text.count {
            if let end = end(ofVariableAt: position, in: text) {
                position = end
            } else if isSign(text[position]) {
                position += 1
            } else {
                return false
            }
        }
        return true
    }

    /// Where `${NAME}`, `{{ name }}` or `${{ name }}` ends that begins there.
    private static func end(ofVariableAt start: Int, in text: [UInt8]) -> Int? {
        let brace = text[start] == UInt8(ascii: "$") ? start + 1 : start
        guard brace + 1 < text.count, text[brace] == UInt8(ascii: "{") else { return nil }
        if text[brace + 1] == UInt8(ascii: "{") {
            guard let end = text.firstIndex(of: Array("}}".utf8), from: brace + 2),
                case let words = text[(brace + 2)..<end].split(whereSeparator: { !$0.isOfName }), !words.isEmpty,
                words.allSatisfy(isWord)
            else { return nil }
            return end + 2
        }
        // What else may stand in it is another text, to be taken where there is no such variable.
        guard brace > start, let end = text[brace...].firstIndex(of: UInt8(ascii: "}")),
            isName(text[(brace + 1)..<end], allowing: "_.")
        else { return nil }
        return end + 1
    }

    private static func isSign(_ byte: UInt8) -> Bool { " -_.:".utf8.contains(byte) }

    private static func isName(_ text: some Collection<UInt8>, allowing others: StaticString) -> Bool {
        guard let start = text.first(where: { $0 != 0x20 }), !start.isDigit else { return false }
        return text.allSatisfy { $0.isLetterOrDigit || others.bytes.contains($0) } && isWord(text)
    }

    /// Whether a person may have made it up for a name: letters in one case, or no digits among them.
    private static func isWord(_ text: some Collection<UInt8>) -> Bool {
        !text.contains(where: \.isDigit) || !text.contains { (0x61...0x7A).contains($0) }
            || !text.contains { (0x41...0x5A).contains($0) }
    }
}
