import CondaURL

/// What is written like a TOML number.
enum TOMLNumber {
    static func isInteger(_ word: [UInt8]) -> Bool {
        if word.count > 2, word[0] == UInt8(ascii: "0") {
            let digits = word[2...]
            switch word[1] {
            case UInt8(ascii: "x"): return isDigits(digits) { $0.isHexDigit }
            case UInt8(ascii: "o"): return isDigits(digits) { (0x30...0x37).contains($0) }
            case UInt8(ascii: "b"): return isDigits(digits) { (0x30...0x31).contains($0) }
            default: return false
            }
        }
        return isDecimal(unsigned(word[...]))
    }

    static func isFloat(_ word: [UInt8]) -> Bool {
        var rest = unsigned(word[...])
        if rest.elementsEqual("inf".utf8) || rest.elementsEqual("nan".utf8) { return true }
        var isFloat = false
        if let exponent = rest.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
            guard isDigits(unsigned(rest[(exponent + 1)...]), where: \.isDigit) else { return false }
            rest = rest[..<exponent]
            isFloat = true
        }
        if let point = rest.firstIndex(of: UInt8(ascii: ".")) {
            guard isDigits(rest[(point + 1)...], where: \.isDigit) else { return false }
            rest = rest[..<point]
            isFloat = true
        }
        return isFloat && isDecimal(rest)
    }

    private static func unsigned(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-") ? word.dropFirst() : word
    }

    private static func isDecimal(_ digits: ArraySlice<UInt8>) -> Bool {
        isDigits(digits, where: \.isDigit) && (digits.count == 1 || digits.first != UInt8(ascii: "0"))
    }

    /// Digits with single underscores between them.
    private static func isDigits(_ word: ArraySlice<UInt8>, where isDigit: (UInt8) -> Bool) -> Bool {
        var digitBefore = false
        for byte in word {
            if isDigit(byte) {
                digitBefore = true
            } else if byte == UInt8(ascii: "_"), digitBefore {
                digitBefore = false
            } else {
                return false
            }
        }
        return digitBefore
    }
}
