/// The secrets between `//` and the path of a URL.
struct Authority {
    /// `https://TOKEN@host`: a user's name that is as long as a token, or looks like one.
    private(set) var userToken: Range<Int>?
    private(set) var password: Range<Int>?
    /// Where the scan goes on: a UTF-8 byte offset.
    let end: Int

    /// As far as a password with a blank, a slash or a quote in it is looked for: a line may hold many URLs.
    private static func reach(_ extent: SecretScanner.Extent) -> Int { extent == .lines ? 256 : 4096 }

    init(from slashes: Int, in scanner: SecretScanner) {
        let bytes = scanner.bytes
        let start = Self.behindRepeatedScheme(slashes, in: scanner)
        guard let at = Self.lastAt(from: start, in: scanner) else {
            end = start
            return
        }
        end = at
        let colon = scanner.first(":", in: start..<at)
        let user = start..<(colon?.lowerBound ?? at)
        if let colon, colon.upperBound < at {
            password = colon.upperBound..<at
            if Self.looksRandom(bytes[user]) { userToken = user }
        } else if Self.isToken(bytes[user]) {
            userToken = user
        }
    }

    /// Whether a user's name is as long as a token, or looks like one.
    static func isToken(_ user: some Collection<UInt8>) -> Bool { user.count >= 16 || looksRandom(user) }

    /// `https://https:/user:password@host`: where the address begins.
    private static func behindRepeatedScheme(_ start: Int, in scanner: SecretScanner) -> Int {
        let text = start..<scanner.bytes.count
        let colon = scanner.end(from: start, in: text) { $0.isLetterOrDigit || $0 == UInt8(ascii: "+") }
        guard colon > start, scanner.has(":/", at: colon, in: text) else { return start }
        return scanner.end(from: colon + 1, in: text) { $0 == UInt8(ascii: "/") }
    }

    /// The `@` that ends user and password.
    private static func lastAt(from start: Int, in scanner: SecretScanner) -> Int? {
        let bytes = scanner.bytes
        let limit = bytes.count
        var position = start
        var lastAt: Int?
        // `%40` and the wide `@` end a user's name only where nothing else does.
        var encodedAt: Int?
        var colon: Int?
        while position < limit {
            let byte = bytes[position]
            // A placeholder may hold blanks and slashes.
            if let end = Placeholder.end(from: position, of: colon.map { $0 + 1 } ?? start, in: bytes) {
                position = end
                continue
            }
            if scanner.length(of: "@", at: position) > 0, byte == UInt8(ascii: "@") || encodedAt == nil {
                if byte == UInt8(ascii: "@") { lastAt = position } else { encodedAt = position }
            }
            if colon == nil {
                let length = scanner.length(of: ":", at: position)
                if length > 0 { colon = position + length - 1 }
            }
            if byte == 0x0A || byte == 0x0D { return lastAt ?? encodedAt }
            if byte <= 0x20 || "/?#".utf8.contains(byte) { break }
            if scanner.extent == .lines, scanner.isQuote(byte),
                lastAt ?? encodedAt != nil
                    || !isPassword(after: colon, upTo: position, in: bytes)
                        && !(colon == position - 1 && hasAtInWord(behind: position + 1, in: scanner))
            {
                return lastAt ?? encodedAt
            }
            position += 1
        }
        if let end = lastAt ?? encodedAt {
            // What should be encoded may stand behind an `@` of the password, too.
            guard let colon, colon + 1 < end, position < limit, "/?#".utf8.contains(bytes[position]) else { return end }
            return atInWord(behind: position, in: scanner) ?? end
        }
        // No user so far; but what stands behind the colon is no port: a password that holds what should be encoded.
        guard position < limit,
            isPassword(after: colon, upTo: position, in: bytes)
                || colon != nil && bytes[position] == 0x20
                    && (scanner.extent == .value
                        || colon == position - 1 && hasAtInWord(behind: position, in: scanner))
        else { return nil }
        return atBehind(position, in: scanner)
    }

    private static func isPassword(after colon: Int?, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let colon, colon + 1 < end else { return false }
        let text = bytes[(colon + 1)..<end]
        // No port has more than five digits.
        return text.count > 5 || !text.allSatisfy(\.isDigit)
    }

    /// `https://user: password@host`, `https://user:'password'@host`: whether the next word of a line has an `@` inside.
    private static func hasAtInWord(behind blank: Int, in scanner: SecretScanner) -> Bool {
        let text = blank..<max(blank, min(scanner.bytes.count, blank + 256))
        let start = scanner.end(from: blank, in: text) { $0 == 0x20 }
        let at = scanner.end(from: start, in: text) { $0 > 0x20 && $0 != UInt8(ascii: "@") }
        return at > start && at + 1 < text.upperBound && scanner.bytes[at] == UInt8(ascii: "@")
            && scanner.bytes[at + 1] > 0x20
    }

    /// The last `@` before a host, in the rest of a word that is no other URL.
    private static func atInWord(behind start: Int, in scanner: SecretScanner) -> Int? {
        let bytes = scanner.bytes
        var found: Int?
        var position = start + 1
        let limit = min(bytes.count, start + reach(scanner.extent)) - 1
        while position < limit, bytes[position] > 0x20 {
            switch bytes[position] {
            case "@":
                if bytes[position + 1].isLetterOrDigit || bytes[position + 1] == UInt8(ascii: "[") { found = position }
            case "/":
                if bytes[position - 1] == UInt8(ascii: "/"), bytes[position - 2] == UInt8(ascii: ":") { return found }
            case let byte: if scanner.extent == .lines, scanner.endsURLInLines(byte) { return found }
            }
            position += 1
        }
        return found
    }

    /// The last `@` on the line before another URL or a line's end.
    private static func atBehind(_ start: Int, in scanner: SecretScanner) -> Int? {
        let bytes = scanner.bytes
        var found: Int?
        var position = start
        let limit = min(bytes.count, start + reach(scanner.extent))
        while position < limit {
            switch bytes[position] {
            case 0x0A, 0x0D: return found
            case "@": found = position
            case ":":
                if position + 2 < limit, bytes[position + 1] == UInt8(ascii: "/"),
                    bytes[position + 2] == UInt8(ascii: "/")
                {
                    return found
                }
            case 0x20, 0x09: if scanner.extent == .lines, found != nil { return found }
            default: break
            }
            position += 1
        }
        return found
    }

    /// Letters and several digits mixed, with nothing else: no name that people have.
    private static func looksRandom(_ text: some Collection<UInt8>) -> Bool {
        guard text.count >= 10 else { return false }
        let digits = text.count(where: \.isDigit)
        return text.allSatisfy(\.isOfName) && digits >= 3 && (text.count - digits) >= 2
    }
}
