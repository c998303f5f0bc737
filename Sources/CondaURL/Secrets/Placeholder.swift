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

    /// Whether a text in the place of a token is none, or holds what none does: no server makes a token of such words, and
    /// hardly one of a name in such signs, so that `$NAME` and `<NAME>` count beside others, too. It is better hidden, but
    /// nothing to be stored or taken out.
    package static func isInToken(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        var bytes = Array(text)
        // Some encode what they have encoded.
        for _ in 0..<2 where bytes.contains(UInt8(ascii: "%")) {
            bytes = Array(PercentEncoding.decode(String(decoding: bytes, as: UTF8.self)).utf8)
        }
        if stands(in: text) || stands(in: bytes) || isTokenWord(bytes) { return true }
        let parts = bytes.split { !$0.isOfName }
        let names = parts.map { isNameInSigns($0, of: bytes) }
        // What else is as long as a password may be one.
        return names.contains(true)
            && zip(parts, names).allSatisfy { part, isName in
                isName || part.split(separator: UInt8(ascii: "-")).allSatisfy { $0.count < 6 }
            }
    }

    /// `$NAME`, `${NAME`, `{{ name`, `$(name)`, `<NAME>`, `[NAME]` as a part of a text.
    private static func isNameInSigns(_ name: ArraySlice<UInt8>, of text: [UInt8]) -> Bool {
        guard name.startIndex > 0, !name[name.startIndex].isDigit, isWord(name) else { return false }
        let behind = name.endIndex < text.count ? text[name.endIndex] : nil
        switch text[text[..<name.startIndex].lastIndex { $0 != 0x20 } ?? 0] {
        case "$": return (behind == nil || behind == UInt8(ascii: "$")) && !name.contains { (0x61...0x7A).contains($0) }
        case "{": return text[name.endIndex...].contains(UInt8(ascii: "}"))
        case "<": return behind == UInt8(ascii: ">")
        case "[": return behind == UInt8(ascii: "]")
        case "(": return behind == UInt8(ascii: ")")
        default: return false
        }
    }

    /// `TOKEN`, `your-token`, `CHANGEME`, `REDACTED`, `xxxx-xxxx`, `tk-xxxxxxxx-xxxx`: words alone that say what is due.
    package static func isTokenWord(_ text: some Collection<UInt8>) -> Bool {
        let letters = text.filter(\.isLetterOrDigit).map(\.lowercased)
        guard text.count <= 64, text.allSatisfy({ $0.isOfName || $0 == 0x20 }) else { return false }
        if isOfOneCharacter(text) { return true }
        var word = String(decoding: letters, as: UTF8.self)[...]
        while let lead = (leads + kinds).first(where: word.hasPrefix) { word = word.dropFirst(lead.count) }
        for end in ["here", "string", "value"] where word.hasSuffix(end) { word = word.dropLast(end.count) }
        return ["token", "apikey", "key", "secret"].contains(word)
            || fixedWords.contains(String(decoding: letters, as: UTF8.self))
    }

    private static let leads = [
        "your", "my", "insert", "enter", "paste", "put", "replace", "the", "some", "example", "dummy",
    ]

    /// What says which token is due.
    private static let kinds = ["access", "auth", "anaconda", "conda", "repo", "channel", "private"]

    private static let fixedWords: Set<String> = [
        "changeme", "changeit", "replaceme", "placeholder", "undefined", "redacted", "masked", "sensitive",
        "sensitivevalue", "valuespecifiedinnologparameter",
    ]

    /// One character alone, but for what says whose token it is.
    private static func isOfOneCharacter(_ text: some Collection<UInt8>) -> Bool {
        let word = text.filter(\.isLetterOrDigit)
        if word.allSatisfy({ $0 == word.first }) { return word.count >= 4 }
        let rest = text.drop { $0 != UInt8(ascii: "-") }.filter(\.isLetterOrDigit)
        return rest.count >= 8 && rest.allSatisfy { $0 == rest[0] }
    }

    /// `YOUR_TOKEN_HERE`, `changeme`, `xxxx-xxxx`: what is more likely to be such words than a token that somebody gives. It
    /// takes more texts for some than `isTokenWord`: whoever gives one is told so, and nothing is passed over because of it.
    static func isWords(_ text: some Collection<UInt8>) -> Bool {
        guard text.count <= 64, text.allSatisfy({ (0x20...0x7E).contains($0) }) else { return false }
        if isOfOneCharacter(text) { return true }
        let word = text.filter(\.isLetterOrDigit).map(\.lowercased)
        guard word.allSatisfy(\.isLetter) else { return false }
        func holds(_ part: String) -> Bool { word.firstIndex(of: Array(part.utf8)) != nil }
        let text = String(decoding: word, as: UTF8.self)
        if fixedWords.contains(text) || ["token", "apikey", "apitoken", "secret", "password"].contains(text) {
            return true
        }
        return ["token", "apikey", "secret"].contains(where: holds)
            && (text.hasSuffix("here") || leads.contains(where: text.hasPrefix))
    }

    /// Where a placeholder that begins here ends, though it holds what would end a part of a URL; behind the beginning of
    /// what it may stand for it holds no such thing, since there a secret may have come before it.
    ///
    /// - Parameter secret: where the token or password begins.
    static func end(from start: Int, of secret: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        func end(_ closing: StaticString) -> Int? {
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
        func isBrace(_ place: Int) -> Bool { place < bytes.count && bytes[place] == UInt8(ascii: "{") }
        switch bytes[start] {
        case "<": return end(">")
        case "$" where isBrace(start + 1): return (isBrace(start + 2) ? end("}}") : nil) ?? end("}")
        case "{": return end(isBrace(start + 1) ? "}}" : "}")
        default: return nil
        }
    }

    /// Whether there are `${NAME}` and `{{ name }}`, and beside them signs alone, but for a short word before them as
    /// in `tk-${TOKEN}`.
    private static func isOfPlaceholders(_ text: [UInt8]) -> Bool {
        guard let start = text.indices.prefix(8).first(where: { end(ofVariableAt: $0, in: text) != nil }),
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

    /// Whether a person may have made it up for a name: letters in one case where there are digits, and those at the end of a
    /// part, or in a short one.
    private static func isWord(_ text: some Collection<UInt8>) -> Bool {
        guard text.contains(where: \.isDigit) else { return true }
        let hasBothCases =
            text.contains { (0x61...0x7A).contains($0) } && text.contains { (0x41...0x5A).contains($0) }
        return !hasBothCases
            && text.split { !$0.isLetterOrDigit }.allSatisfy { part in
                let digits = part.drop { !$0.isDigit }
                return part.count <= 4 || digits.count <= 3 && digits.allSatisfy(\.isDigit)
            }
    }
}
