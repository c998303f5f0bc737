/// Why a text that was given for a token can be none: what people paste along with one, or in its place.
///
/// Every form that servers give out passes: `ab-` and a UUID, hexadecimal, base64, JSON web tokens.
package enum TokenMistake: Hashable, Sendable {
    case empty
    /// In front of it, as editors and PowerShell put one.
    case byteOrderMark
    /// `${TOKEN}`, `<TOKEN>`, `YOUR_TOKEN_HERE`, `xx-xxxxxxxx`, and what a redacted token looks like.
    case placeholder
    /// `null`, `None` and the like, which programs write where they found nothing.
    case nothing
    case json
    /// `{\rtf1…`, as TextEdit and WordPad save a text.
    case richText
    /// Base64 of a token, as Kubernetes keeps it.
    case encoded
    /// Base64 of a JSON object, as an entry of the keyring is.
    case encodedJSON
    /// `arn:aws:…`, `vault:secret/…`, `op://…`: the name of a secret in a store of another program.
    case reference
    /// By whom, such as ansible-vault.
    case encrypted(by: String)
    /// A certificate or a key in PEM.
    case keyFile
    case netrc
    /// What a program said in place of a token, such as `404: Not Found`.
    case report
    /// A page that a proxy or a server sent in its place.
    case markup
    case lines
    /// `Bearer TOKEN`, `token: TOKEN`; what stands in front, of a few fixed words.
    case header(String)
    /// `NAME=TOKEN`, `export NAME=TOKEN`
    case assignment
    /// `USER:TOKEN`
    case user
    case quotes
    /// Behind it, as items of a list have one.
    case comma
    case url
    /// `/home/alice/token.txt`, and what `PATH` holds.
    case path
    case mailAddress
    case blank
    case control
    /// A sign or a word, at a token of a known form.
    case beside
    /// As where it was pasted two times.
    case twice
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
        if let vault = encryption(of: bytes) { return .encrypted(by: vault) }
        if Placeholder.isIn(bytes) || Placeholder.isWords(bytes) { return .placeholder }
        if bytes.starts(with: "{\\rtf".utf8) { return .richText }
        if bytes[0] == UInt8(ascii: "{") || bytes[0] == UInt8(ascii: "[") {
            // `[default]` begins a file of settings.
            return bytes.count > 1 && bytes[1].isLetter && bytes.contains(0x0A) ? .lines : .json
        }
        if starts(bytes, with: "-----begin") { return .keyFile }
        if starts(bytes, with: "machine "), holds("password", bytes) { return .netrc }
        if bytes[0] == UInt8(ascii: "<"), bytes.contains(UInt8(ascii: ">")) { return .markup }
        if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return .lines }
        if isPath(bytes) { return .path }
        if isTwice(bytes) { return .twice }
        // Nearly every token is of these characters alone.
        if bytes.allSatisfy({ $0.isOfName || $0 == UInt8(ascii: ".") }) {
            return bytes.count >= least ? nil : isNothing(bytes) ? .nothing : .short
        }
        if isReference(bytes) { return .reference }
        if let label = label(of: bytes) { return label }
        if isQuote(bytes[...]) || isQuote(bytes.suffix(1)) || isQuote(bytes.suffix(3)) { return .quotes }
        if bytes.last == UInt8(ascii: ",") || bytes.last == UInt8(ascii: ";") { return .comma }
        if holds("://", bytes) { return .url }
        if isMailAddress(bytes) { return .mailAddress }
        if bytes.contains(where: isBlank) { return isReport(bytes) ? .report : .blank }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isToken(bytes[(colon + 1)...]) { return .user }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .control }
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        if let index = scalars.firstIndex(where: { !$0.isASCII }) {
            return .notASCII(scalars[index], column: index + 1)
        }
        if Placeholder.isInToken(bytes) { return .placeholder }
        if SecretScanner.secrets(in: bytes, as: .value).contains(where: {
            $0.kind == .bare && $0.range != 0..<bytes.count
        }) {
            return .beside
        }
        return bytes.count < least ? .short : nil
    }

    /// What is named in front of the token.
    private static func label(of bytes: [UInt8]) -> TokenMistake? {
        if isAssignment(bytes) { return .assignment }
        for word in ["Authorization", "Bearer", "Basic", "token"] where bytes.count > word.utf8.count {
            let behind = bytes[word.utf8.count]
            if starts(bytes, with: word.lowercased()), behind == UInt8(ascii: ":") || isBlank(behind) {
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

    private static func isNothing(_ bytes: [UInt8]) -> Bool {
        ["null", "none", "nil", "nan", "true", "false"].contains { lowercased(bytes[...]).elementsEqual($0.utf8) }
    }

    private static func encryption(of bytes: [UInt8]) -> String? {
        switch bytes[0] {
        case "$": bytes.starts(with: "$ANSIBLE_VAULT;".utf8) ? "ansible-vault" : nil
        case "E": bytes.starts(with: "ENC[AES256_GCM,".utf8) ? "sops" : nil
        default: nil
        }
    }

    /// The stores' own words for where a secret is.
    private static func isReference(_ bytes: [UInt8]) -> Bool {
        [
            "arn:", "vault:", "op://", "ref+", "awssm:", "awsssm:", "ssm:", "gcpsm:", "azkv:", "akv:", "sm://",
            "secret:", "secret://", "secret/data/", "secretsmanager:", "keyring:", "keychain:", "env:", "pass:",
            "doppler:", "infisical:", "bitwarden:",
        ].contains { starts(bytes, with: $0) } || starts(bytes, with: "projects/") && holds("/secrets/", bytes)
    }

    /// What programs and servers say begins or goes on with such words.
    private static func isReport(_ bytes: [UInt8]) -> Bool {
        let text = lowercased(bytes[...])
        return [
            "error", "fatal", "warning", "usage:", "not found", "denied", "unauthorized", "forbidden", "no such",
            "failed", "cannot", "could not", "invalid", "expired", "exception",
        ].contains { holds($0, text) }
    }

    private static func isTwice(_ bytes: [UInt8]) -> Bool {
        let half = bytes.count / 2
        return bytes.count % 2 == 0 && half >= 16 && bytes[0] == bytes[half] && bytes[..<half] == bytes[half...]
            && isToken(bytes[..<half])
    }

    /// Whether all of it is a token of a form that is known.
    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        SecretScanner.secrets(in: bytes, as: .value).contains { $0.kind == .bare && $0.range == 0..<bytes.count }
    }

    private static func starts(_ bytes: [UInt8], with word: String) -> Bool {
        bytes.count >= word.utf8.count && lowercased(bytes.prefix(word.utf8.count)).elementsEqual(word.utf8)
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
        else { return false }
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
        case .nothing: "it is the word that programs write where they found nothing"
        case .json: "it is JSON"
        case .richText: "it is a Rich Text document"
        case .encoded: "it is base64 of a token"
        case .encodedJSON: "it is base64 of JSON, as an entry of the keyring is"
        case .reference: "it names a secret of another store, and is not the secret"
        case .encrypted(let program): "it is encrypted by \(program)"
        case .keyFile: "it is a certificate or a key"
        case .netrc: "it is a netrc file"
        case .report: "it is what a program or a server said in its place"
        case .markup: "it is a web page (HTML or XML), such as a server answers with"
        case .lines: "it has several lines"
        case .header(let word): "the word \(word) stands in front of it"
        case .assignment: "a variable's name and '=' stand in front of it"
        case .user: "a user's name and ':' stand in front of it"
        case .quotes: "a quote stands beside it"
        case .comma: "a comma or semicolon stands behind it"
        case .url: "it is a URL"
        case .path: "it is the path of a file or directory"
        case .mailAddress: "it is a mail address"
        case .blank: "a blank is in it"
        case .control: "a control character is in it"
        case .beside: "something else stands beside it"
        case .twice: "it stands there twice"
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
        case .nothing, .report: "look at what the command before it was asked for, and whether it could"
        case .richText: "save it as plain text"
        case .encoded: "decode it: … | base64 -d | keyring-tool set …"
        case .encodedJSON: "in the keyring it stands behind its domain; the token is a part of what it holds"
        case .reference: "give what that program reads there, such as: vault read …, op read … | keyring-tool set …"
        case .encrypted("ansible-vault"): "decrypt it: ansible-vault view FILE | keyring-tool set …"
        case .encrypted: "decrypt it first"
        case .keyFile: "give the token, which is one line"
        case .netrc: "give only the word behind 'password'"
        case .user: "give only what stands behind the ':'"
        case .twice: "give it once"
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
        case .control, .notASCII: "copy the token once more, without that character"
        case .json, .lines, .blank, .beside: "give the token alone, on one line"
        }
    }
}
