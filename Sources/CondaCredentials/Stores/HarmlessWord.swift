import CondaURL

/// A word of a file of tokens or settings that may be shown: everything else in such a file may be a secret, and most of a
/// damaged one is where no reader expects it.
package enum HarmlessWord {
    /// Byte offsets of what is not to be shown of a text, ascending, apart from each other.
    package static func hidden(in text: [UInt8]) -> [Range<Int>] {
        var hidden: [Range<Int>] = []
        var place = 0
        while place < text.count {
            if isStructure(text[place]) {
                place += 1
                continue
            }
            var end = text[place...].firstIndex(where: isStructure) ?? text.count
            let isShown = isOne(text[place..<end])
            // Behind what is hidden, it may be the end of base64.
            while !isShown, end < text.count, text[end] == UInt8(ascii: "=") {
                end = text[end...].dropFirst().firstIndex(where: isStructure) ?? text.count
            }
            if !isShown {
                if let last = hidden.last, text[last.upperBound..<place].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                    hidden[hidden.count - 1] = last.lowerBound..<end
                } else {
                    hidden.append(place..<end)
                }
            }
            place = end
        }
        return hidden
    }

    private static func isStructure(_ byte: UInt8) -> Bool { byte <= 0x20 || "{}[]():,=\"'#".utf8.contains(byte) }

    private static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        // None is longer, and a long text is not made into a word to be looked up.
        guard bytes.count <= 64 else { return false }
        if let first = bytes.first, "<>|".utf8.contains(first) { return bytes.allSatisfy { $0 == first } }
        let word = String(decoding: bytes.starts(with: Array("//".utf8)) ? bytes.dropFirst(2) : bytes, as: UTF8.self)
        return isDomain(word) || known.contains(word) || SettingType.of(word) != nil || isVariable(word)
    }

    /// In small letters, which a token with dots in it, such as a JSON web token, is not.
    private static func isDomain(_ word: String) -> Bool {
        let labels = word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                (1...24).contains(label.count)
                    && label.allSatisfy {
                        $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0.isSmallLetter
                    }
            } && labels.last.map { $0.count <= 12 && $0.allSatisfy(\.isSmallLetter) } == true
    }

    private static func isVariable(_ word: String) -> Bool {
        for prefix in ["ANACONDA_AUTH_", "ANACONDA_CLOUD_"] where word.hasPrefix(prefix) {
            return SettingType.of(word.dropFirst(prefix.count).lowercased()) != nil
        }
        return false
    }

    private static let known: Set = [
        "Anaconda", "anaconda", "Cloud", "version", "repo_tokens", "token", "org_name", "organization", "username",
        "type", "password", "user", "CondaToken", "BearerToken", "BasicHTTP", "BasicHTTPAuthentication", "true",
        "false", "True", "False", "null", "None", "export", "plugin", "sites", "default_site", "auth", "cloud",
        "system", "anaconda-keyring", "http", "https",
    ]
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
}
