extension SecretScanner {
    /// Whether a text in a secret's place is one: no placeholder, no word that switches something, and no scheme of an
    /// `Authorization` header alone.
    static func isNamedSecret(_ text: [UInt8]) -> Bool {
        guard !text.isEmpty, !Placeholder.stands(in: text) else { return false }
        let word = text.map(\.lowercased)
        return !["true", "false", "yes", "no", "on", "off", "null", "none", "~", "token", "bearer", "basic"].contains {
            word.elementsEqual($0.utf8)
        }
    }

    /// These, and what lines say to be a secret: `token: SECRET`, `password = "SECRET"`, `Authorization: Bearer SECRET`.
    func withNamedSecrets(_ found: [SecretSpan]) -> [SecretSpan] {
        var named: [SecretSpan] = []
        // Neighbours ascend as well, so that none is looked at twice.
        var next = found[...]
        func isFound(_ range: Range<Int>) -> Bool {
            while let first = next.first, first.range.upperBound <= range.lowerBound { next = next.dropFirst() }
            return next.first?.range.overlaps(range) == true
        }
        var lineStart = 0
        while let mark = nextMark(from: lineStart) {
            lineStart = mark + 1
            guard let range = namedSecret(behind: mark), !isFound(range) else { continue }
            named.append(SecretSpan(kind: .named, range: range, place: .text))
            lineStart = range.upperBound
        }
        if named.isEmpty { return found }
        return (found + named).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func nextMark(from start: Int) -> Int? {
        start < bytes.count ? bytes[start...].firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") } : nil
    }

    /// The last word of the line, or what is quoted, behind the `:` or `=` of a secret's name.
    private func namedSecret(behind mark: Int) -> Range<Int>? {
        var nameEnd = mark
        while nameEnd > 0, isBlank(bytes[nameEnd - 1]) || isQuote(bytes[nameEnd - 1]) { nameEnd -= 1 }
        var nameStart = nameEnd
        while nameStart > 0, nameEnd - nameStart <= 64, bytes[nameStart - 1].isOfName { nameStart -= 1 }
        guard SecretName.isKey(bytes[nameStart..<nameEnd]) else { return nil }
        let isQuery = nameStart > 0 && "?&".utf8.contains(bytes[nameStart - 1])
        var start = mark + 1
        func skipBlanks() { while start < bytes.count, isBlank(bytes[start]) { start += 1 } }
        skipBlanks()
        guard start < bytes.count else { return nil }
        let quote = isQuote(bytes[start]) ? bytes[start] : nil
        if quote != nil { start += 1 }
        for scheme: StaticString in ["Bearer ", "Basic ", "token ", "bearer ", "basic "]
        where has(scheme, at: start, in: 0..<bytes.count) {
            start += scheme.utf8CodeUnitCount
            skipBlanks()
            break
        }
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            if let behind = Placeholder.end(from: end, of: start, in: bytes) {
                end = behind
                continue
            }
            if let quote {
                if bytes[end] == quote {
                    // One that is doubled, or stands in the middle of a word, ends nothing.
                    guard end + 1 < bytes.count, bytes[end + 1] == quote || bytes[end + 1].isOfName else { break }
                    end += 1
                }
            } else if isBlank(bytes[end]) || ",]}".utf8.contains(bytes[end])
                || isQuery && isNextParameter(end)
            {
                break
            }
            end += 1
        }
        // That of an item around it all ends it, too.
        let isInQuotes = quote == nil && end > start && isQuote(bytes[end - 1])
        if isInQuotes { end -= 1 }
        // In a sentence, other words follow.
        var behind = end
        while behind < bytes.count, isBlank(bytes[behind]) { behind += 1 }
        let isLast =
            quote != nil || isInQuotes || isQuery || behind >= bytes.count || "\r\n,]}#".utf8.contains(bytes[behind])
        let range = start..<end
        guard isLast || Self.isLikeToken(bytes[range]), range.count >= 4,
            !range.contains(where: { has("//", at: $0, in: range) }),
            Self.isNamedSecret(Array(bytes[range]))
        else { return nil }
        return range
    }

    /// `&NAME=`
    private func isNextParameter(_ place: Int) -> Bool {
        guard bytes[place] == UInt8(ascii: "&") else { return false }
        let name = end(from: place + 1, in: 0..<min(bytes.count, place + 64), while: \.isOfName)
        return name > place + 1 && name < bytes.count && bytes[name] == UInt8(ascii: "=")
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
