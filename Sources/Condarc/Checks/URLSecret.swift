/// A place in a text where a URL holds a secret.
package struct URLSecret: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case token
        case password
    }

    package let kind: Kind
    /// Where the URL begins: a UTF-8 byte offset.
    package let offset: Int
}

extension URLSecret {
    /// The secrets in the URLs of a text, wherever they stand: comments count, since a token in one is as readable.
    ///
    /// A value that comes from a variable (`$NAME`, `${NAME}`, `%NAME%`), stars and `<…>` are no secrets.
    package static func secrets(in text: some Collection<UInt8>) -> [URLSecret] {
        text.withContiguousStorageIfAvailable { find(in: $0) } ?? Array(text).withUnsafeBufferPointer { find(in: $0) }
    }

    private static func find(in text: UnsafeBufferPointer<UInt8>) -> [URLSecret] {
        var found: [URLSecret] = []
        var position = 0
        // `://` begins the part that can hold one; what stands before it is the scheme.
        while position + 3 <= text.count {
            guard text[position] == UInt8(ascii: ":"), text[position + 1] == UInt8(ascii: "/"),
                text[position + 2] == UInt8(ascii: "/")
            else {
                position += 1
                continue
            }
            let start = schemeStart(before: position, in: text)
            let authority = position + 3
            let authorityEnd = end(from: authority, in: text) { isURLByte($0) && !"/?#".utf8.contains($0) }
            if hasPassword(text[authority..<authorityEnd]) { found.append(URLSecret(kind: .password, offset: start)) }
            let urlEnd = end(from: authorityEnd, in: text) { isURLByte($0) }
            if hasToken(text[authorityEnd..<urlEnd]) { found.append(URLSecret(kind: .token, offset: start)) }
            position = max(urlEnd, position + 3)
        }
        return found
    }

    private static func schemeStart(before colon: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var start = colon
        while start > 0, isNameByte(text[start - 1]) { start -= 1 }
        return start
    }

    private static func end(
        from start: Int, in text: UnsafeBufferPointer<UInt8>, while isMember: (UInt8) -> Bool
    ) -> Int {
        var end = start
        while end < text.count, isMember(text[end]) { end += 1 }
        return end
    }

    private static func hasPassword(_ authority: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
            let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
        else { return false }
        return isSecret(authority[(colon + 1)..<at])
    }

    private static func hasToken(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = path
        while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
            rest = rest[(slash + 1)...]
            guard rest.starts(with: "t/".utf8) else { continue }
            return isSecret(rest.dropFirst(2).prefix { !"/?".utf8.contains($0) })
        }
        return false
    }

    private static func isSecret(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        switch first {
        case UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "{"): return false
        case UInt8(ascii: "%") where last == UInt8(ascii: "%") && text.count > 2: return false
        default: return !text.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".") }
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }

    /// What surely ends a URL in a YAML text: blanks, quotes, and what stands between the items of a list in brackets.
    private static func isURLByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: "]"):
            false
        default: true
        }
    }
}
