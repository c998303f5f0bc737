/// Finds secrets in text by their shape, in one pass.
struct SecretScanner {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Byte offsets of the secrets, ascending and disjoint.
    func secrets() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            if let secret = tokenInPath(at: position) ?? password(at: position) ?? jsonWebToken(at: position) {
                if !secret.isEmpty { found.append(secret) }
                position = max(secret.upperBound, position + 1)
            } else {
                position += 1
            }
        }
        return found
    }

    /// `/t/TOKEN`, up to the next `/` or the end of the URL.
    private func tokenInPath(at start: Int) -> Range<Int>? {
        guard has("/t/", at: start) else { return nil }
        let end = end(from: start + 3) { isURLCharacter($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        return end > start + 3 ? (start + 3)..<end : nil
    }

    /// `//user:password@`: the part between the colon and the last `@` of the authority.
    private func password(at start: Int) -> Range<Int>? {
        guard has("//", at: start) else { return nil }
        let authority = start + 2
        let end = end(from: authority) { isAuthorityCharacter($0) }
        guard let at = bytes[authority..<end].lastIndex(of: UInt8(ascii: "@")),
            let colon = bytes[authority..<at].firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        return (colon + 1)..<at
    }

    /// `eyJ….….…`: three pieces of base64url, as an API key is written.
    private func jsonWebToken(at start: Int) -> Range<Int>? {
        guard has("eyJ", at: start), start == 0 || !isBase64URL(bytes[start - 1]) else { return nil }
        var end = start
        for piece in 0..<3 {
            let stop = self.end(from: end) { isBase64URL($0) }
            guard stop > end else { return nil }
            end = stop
            if piece < 2 {
                guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return nil }
                end += 1
            }
        }
        return start..<end
    }

    private func has(_ text: StaticString, at start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }

    private func end(from start: Int, while isMember: (UInt8) -> Bool) -> Int {
        var end = start
        while end < bytes.count, isMember(bytes[end]) { end += 1 }
        return end
    }

    private func isURLCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"),
            UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), 0x7F:
            false
        default: true
        }
    }

    /// A password may hold almost anything, so only what surely ends a URL's authority ends it.
    private func isAuthorityCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"):
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
