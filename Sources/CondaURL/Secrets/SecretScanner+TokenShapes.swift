extension SecretScanner {
    /// A token that stands for itself: a JSON web token, `tk-…`, or one with the prefix of a well-known service.
    func bareToken(at start: Int, in word: Range<Int>) -> Range<Int>? {
        switch bytes[start] {
        case "e": jsonWebToken(at: start, in: word)
        case "d", "g", "h", "n", "p", "s", "t", "x":
            prefixedToken(at: start, in: word) ?? anacondaToken(at: start, in: word)
        case "A":
            prefixedToken(at: start, in: word)
        case 0x61...0x7A: anacondaToken(at: start, in: word)
        default: nil
        }
    }

    /// `eyJ….….…`: three pieces of base64url, as an API key is written.
    private func jsonWebToken(at start: Int, in word: Range<Int>) -> Range<Int>? {
        guard has("eyJ", at: start, in: word), isStart(start, of: word) else {
            return anacondaToken(at: start, in: word)
        }
        var end = start
        for piece in 0..<3 {
            let stop = self.end(from: end, in: word, while: \.isOfName)
            guard stop > end else { return nil }
            end = stop
            if piece < 2 {
                guard end < word.upperBound, bytes[end] == UInt8(ascii: ".") else { return nil }
                end += 1
            }
        }
        return start..<end
    }

    /// Whether the `-` or `_` at a place may stand behind the prefix of a bare token.
    func mayEndPrefix(_ index: Int) -> Bool {
        // The first group of a UUID's digits is eight long.
        if index + 9 < bytes.count, bytes[index + 9] == UInt8(ascii: "-") { return true }
        guard index >= 2 else { return false }
        return switch (bytes[index - 2], bytes[index - 1]) {
        case ("t", "k"), ("h", "p"), ("h", "o"), ("h", "s"), ("h", "u"), ("h", "r"), ("a", "t"), ("p", "i"), ("p", "m"),
            ("h", "f"), ("x", "b"), ("x", "p"), ("s", "k"), ("s", "a"):
            true
        default: false
        }
    }

    /// Whether one of the prefixes begins there that end in a letter or dot.
    func mayBeginToken(_ index: Int) -> Bool {
        guard index + 3 < bytes.count else { return false }
        return switch (bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3]) {
        case ("A", "K", "I", "A"), ("A", "S", "I", "A"), ("A", "I", "z", "a"), ("d", "a", "p", "i"),
            ("h", "v", "s", "."):
            true
        default: false
        }
    }

    private func prefixedToken(at start: Int, in word: Range<Int>) -> Range<Int>? {
        guard isStart(start, of: word) else { return nil }
        func token(behind prefix: StaticString, _ fits: (UnsafeBufferPointer<UInt8>.SubSequence) -> Bool) -> Range<Int>?
        {
            guard has(prefix, at: start, in: word) else { return nil }
            let body = start + prefix.utf8CodeUnitCount
            let end = self.end(from: body, in: word, while: \.isOfName)
            return fits(bytes[body..<end]) ? start..<end : nil
        }
        // Anaconda's own, of its servers on premises.
        if let own = token(behind: "tk-", { $0.count >= 8 }) { return own }
        for shape in ForeignToken.shapes {
            if let foreign = token(behind: shape.prefix, shape.body.fits) { return foreign }
        }
        return nil
    }

    /// Two letters and a UUID, as anaconda.org makes its tokens: `ab-12345678-1234-1234-1234-123456789abc`; in examples and by
    /// other servers also with letters beyond `f`.
    private func anacondaToken(at start: Int, in word: Range<Int>) -> Range<Int>? {
        let groups = [8, 4, 4, 4, 12]
        let length = 2 + groups.reduce(0) { $0 + $1 + 1 }
        guard start + length <= word.upperBound, bytes[start + 2] == UInt8(ascii: "-"), isStart(start, of: word),
            (0x61...0x7A).contains(bytes[start + 1])
        else { return nil }
        var position = start + 2
        for group in groups {
            guard bytes[position] == UInt8(ascii: "-"),
                bytes[(position + 1)...(position + group)].allSatisfy(\.isLetterOrDigit)
            else { return nil }
            position += group + 1
        }
        // Words could be as long by chance.
        guard bytes[start..<position].contains(where: \.isDigit) else { return nil }
        return start..<self.end(from: position, in: word, while: \.isOfName)
    }

    /// What a private key in PEM holds: up to the line that ends it, or to the end of the text.
    func privateKey(at start: Int) -> Range<Int>? {
        let text = 0..<bytes.count
        guard has("-----BEGIN ", at: start, in: text) else { return nil }
        let head = (start + 11)..<min(bytes.count, start + 64)
        guard let mark = head.first(where: { has("PRIVATE KEY", at: $0, in: text) }) else { return nil }
        let body = end(from: mark + 11, in: text) { $0 == UInt8(ascii: "-") }
        let end = (body..<bytes.count).first { has("-----END", at: $0, in: text) } ?? bytes.count
        return body < end ? body..<end : nil
    }

    private func isStart(_ start: Int, of word: Range<Int>) -> Bool {
        start == word.lowerBound || !bytes[start - 1].isOfName
    }
}
