/// Why a text that was given for a token can be none: what people paste along with one, or in its place.
///
/// Every form that servers give out passes: `ab-` and a UUID, hexadecimal, base64, JSON web tokens.
package enum TokenMistake: Hashable, Sendable {
    case empty
    /// In front of it, as editors and PowerShell put one.
    case byteOrderMark
    /// `${TOKEN}`, `<TOKEN>`, `YOUR_TOKEN_HERE`, `xx-xxxxxxxx`, and what a redacted token looks like.
    case placeholder
    case json
    /// A page that a proxy or a server sent in its place.
    case markup
    case lines
    /// `Bearer TOKEN`, `token: TOKEN`; what stands in front, of a few fixed words.
    case header(String)
    /// `NAME=TOKEN`, `export NAME=TOKEN`
    case assignment
    case quotes
    /// Behind it, as items of a list have one.
    case comma
    case url
    /// `/home/alice/token.txt`, and what `PATH` holds.
    case path
    case mailAddress
    case blank
    case control
    /// The first such character, and its place, from 1.
    case notASCII(Unicode.Scalar, column: Int)
    case short

    /// Fewest characters of a token.
    private static let least = 8

    /// - Parameter text: without the line break that ends it.
    package init?(_ text: some Collection<UInt8>) {
        let bytes = Array(text)
        guard let found = Self.mistake(in: bytes) else { return nil }
        self = found
    }

    private static func mistake(in bytes: [UInt8]) -> TokenMistake? {
        if bytes.allSatisfy(isBlank) { return .empty }
        if [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains(where: { bytes.starts(with: $0) }) {
            return .byteOrderMark
        }
        if Placeholder.isIn(bytes) || isPlaceholderInWords(bytes) { return .placeholder }
        if bytes[0] == UInt8(ascii: "{") || bytes[0] == UInt8(ascii: "[") { return .json }
        if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return .lines }
        if isPath(bytes) { return .path }
        // Nearly every token is of these characters alone.
        if bytes.allSatisfy({ $0.isOfName || $0 == UInt8(ascii: ".") }) { return bytes.count < least ? .short : nil }
        if let label = label(of: bytes) { return label }
        if bytes[0] == UInt8(ascii: "<"), bytes.contains(UInt8(ascii: ">")) { return .markup }
        if isQuote(bytes[...]) || isQuote(bytes.suffix(1)) || isQuote(bytes.suffix(3)) { return .quotes }
        if bytes.last == UInt8(ascii: ",") || bytes.last == UInt8(ascii: ";") { return .comma }
        if holds("://", bytes) { return .url }
        if isMailAddress(bytes) { return .mailAddress }
        if bytes.contains(where: isBlank) { return .blank }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .control }
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        if let index = scalars.firstIndex(where: { !$0.isASCII }) {
            return .notASCII(scalars[index], column: index + 1)
        }
        return bytes.count < least ? .short : nil
    }

    /// What is named in front of the token.
    private static func label(of bytes: [UInt8]) -> TokenMistake? {
        if isAssignment(bytes) { return .assignment }
        for word in ["Authorization", "Bearer", "Basic", "token"] where bytes.count > word.utf8.count {
            let behind = bytes[word.utf8.count]
            if lowercased(bytes.prefix(word.utf8.count)).elementsEqual(lowercased(Array(word.utf8)[...])),
                behind == UInt8(ascii: ":") || isBlank(behind)
            {
                return .header(word)
            }
        }
        return nil
    }

    private static func isAssignment(_ bytes: [UInt8]) -> Bool {
        var name = bytes[...]
        for word in ["export ", "set ", "$env:"] where lowercased(name.prefix(word.utf8.count)).elementsEqual(word.utf8)
        {
            name = name.dropFirst(word.utf8.count)
        }
        guard let sign = name.firstIndex(of: UInt8(ascii: "=")) else { return false }
        var end = sign
        while end > name.startIndex, isBlank(bytes[end - 1]) { end -= 1 }
        // Base64 ends in such signs.
        return end > name.startIndex && bytes[sign...].contains { $0 != UInt8(ascii: "=") }
            && bytes[name.startIndex..<end].allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
    }

    /// `YOUR_TOKEN_HERE`, `changeme`, `xx-xxxxxxxx-xxxx`: letters and signs, and no digit but one and the same.
    private static func isPlaceholderInWords(_ bytes: [UInt8]) -> Bool {
        let word = lowercased(bytes[...]).filter(\.isLetterOrDigit)
        guard bytes.count <= 64, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return false }
        if word.allSatisfy({ $0 == word.first }) { return word.count >= 4 }
        guard word.allSatisfy(\.isLetter) else { return false }
        let text = String(decoding: word, as: UTF8.self)
        if ["changeme", "changeit", "replaceme", "placeholder", "password", "undefined", "apitoken"].contains(text) {
            return true
        }
        guard ["token", "apikey", "secret"].contains(where: { holds($0, word) }) else { return false }
        return text.hasSuffix("here")
            || ["your", "my", "insert", "enter", "paste", "put", "replace", "the", "some", "example", "dummy"]
                .contains { text.hasPrefix($0) }
    }

    /// A path by how it begins or ends: base64 may hold slashes, also as its first character.
    private static func isPath(_ bytes: [UInt8]) -> Bool {
        let slash = UInt8(ascii: "/")
        let isList =
            bytes[0] == slash && zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == slash }
        let top = bytes[0] == slash ? bytes.dropFirst().prefix { $0 != slash } : []
        return isList || topDirectories.contains { top.elementsEqual($0.utf8) }
            || ["~/", "~\\"].contains { bytes.starts(with: $0.utf8) }
            || bytes.count > 2 && bytes[0].isLetter && bytes[1] == UInt8(ascii: ":") && "/\\".utf8.contains(bytes[2])
            || [".txt", ".token", ".json", ".toml", ".yaml", ".yml", ".env", ".key", ".pem"].contains {
                lowercased(bytes.suffix($0.utf8.count)).elementsEqual($0.utf8)
            }
    }

    private static let topDirectories = [
        "bin", "data", "dev", "etc", "home", "media", "mnt", "opt", "private", "proc", "root", "run", "sbin", "srv",
        "tmp", "usr", "var", "Users", "Volumes",
    ]

    /// `NAME@HOST.TLD`
    private static func isMailAddress(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy({ $0.isOfName || ".+%".utf8.contains($0) })
        else {
            return false
        }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") } }
            && labels.last?.allSatisfy(\.isLetter) == true
    }

    private static func holds(_ part: String, _ text: [UInt8]) -> Bool { text.firstIndex(of: Array(part.utf8)) != nil }

    private static func isQuote(_ text: ArraySlice<UInt8>) -> Bool {
        ["\"", "'", "`", "“", "”", "‘", "’", "«", "»"].contains { text.starts(with: $0.utf8) }
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map(\.lowercased)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension TokenMistake {
    /// What is wrong, as a sentence about "it" goes on; never a part of the text.
    package var message: String {
        switch self {
        case .empty: "nothing is in it"
        case .byteOrderMark: "a byte order mark stands in front of it"
        case .placeholder: "it is a placeholder, or what is shown of a hidden token"
        case .json: "it is JSON"
        case .markup: "it is a web page (HTML or XML), such as a server answers with"
        case .lines: "it has several lines"
        case .header(let word): "the word \(word) stands in front of it"
        case .assignment: "a variable's name and '=' stand in front of it"
        case .quotes: "a quote stands beside it"
        case .comma: "a comma or semicolon stands behind it"
        case .url: "it is a URL"
        case .path: "it is the path of a file or directory"
        case .mailAddress: "it is a mail address"
        case .blank: "a blank is in it"
        case .control: "a control character is in it"
        case .notASCII(let scalar, let column):
            "a character outside ASCII is in it, U+"
                + String(scalar.value + 0x100000, radix: 16, uppercase: true).dropFirst(scalar.value < 0x10000 ? 2 : 1)
                + " at column \(column)"
                + ([.format, .spaceSeparator].contains(scalar.properties.generalCategory) ? " (invisible)" : "")
        case .short: "it has fewer than \(Self.least) characters"
        }
    }

    /// What to give in its place.
    package var remedy: String {
        switch self {
        case .empty: "is it the right file, or a variable of the shell that is not set?"
        case .byteOrderMark: "save it as plain ASCII, as PowerShell does with 'Out-File -Encoding ascii'"
        case .placeholder: "put the token itself in its place"
        case .header: "give only the token, the last word of the line"
        case .assignment: "give only what stands behind the '='"
        case .quotes: "leave the quotes out: they belong to a shell or to a file of settings"
        case .comma: "leave it out"
        case .url: "give the token alone: of https://HOST/t/<TOKEN>/CHANNEL what stands behind /t/"
        case .path:
            "--token-file FILE reads the token from a file; --token-env takes the name of a variable that holds it"
        case .mailAddress: "give the token: a user's name belongs to a login"
        case .short: "copy the token once more, all of it"
        case .markup: "fetch the token again, and look at it before it is stored"
        case .json, .lines, .blank, .control, .notASCII: "give the token alone, on one line"
        }
    }
}
