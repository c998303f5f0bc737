import CondaURL
import LosslessYAML

/// Numbers in text as Python's `int`, `float` and `complex` read them: any decimal digits of Unicode, single underscores
/// between digits, blanks around.
enum PythonNumber {
    /// Python gives up on longer ones too.
    static let mostDigits = 4300

    /// The integer that the text is, or nil; an ASCII sign may precede the digits.
    ///
    /// Source: CPython, `PyLong_FromUnicodeObject`.
    static func int(_ text: String) -> YAMLInteger? {
        var reader = Reader(text)
        let isNegative = reader.readSign() == -1
        guard let digits = reader.readDigits(), reader.isAtEnd, digits.count <= mostDigits else { return nil }
        return YAMLInteger(decimal: (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self))
    }

    /// The floating-point number that the text is, or nil.
    ///
    /// Source: CPython, `PyFloat_FromString`.
    static func float(_ text: String) -> Double? {
        var reader = Reader(text)
        guard let number = reader.readFloat(), reader.isAtEnd else { return nil }
        return number
    }

    /// Whether the complex number that the text is differs from zero, or nil if it is none.
    ///
    /// Source: CPython, `complex_from_string_inner`.
    static func isNonzeroComplex(_ text: String) -> Bool? {
        var reader = Reader(text)
        let isParenthesized = reader.skip("(")
        if isParenthesized { reader.skipBlanks() }
        guard let first = reader.readPart() else { return nil }
        var isNonzero = first.value != 0
        if !first.isImaginary, let next = reader.peek, next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
            guard let second = reader.readPart(), second.isImaginary else { return nil }
            isNonzero = isNonzero || second.value != 0
        }
        if isParenthesized {
            reader.skipBlanks()
            guard reader.skip(")") else { return nil }
        }
        return reader.isAtEnd ? isNonzero : nil
    }
}

/// Reads a number's parts from ASCII bytes; other decimal digits became ASCII ones before.
private struct Reader {
    private let bytes: [UInt8]
    private var position = 0

    /// Bytes of text that is no number are kept unlike anything in one.
    init(_ text: String) {
        var bytes: [UInt8] = []
        for scalar in text.strippedAsPython.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let digit = scalar.decimalDigit {
                bytes.append(UInt8(ascii: "0") + digit)
            } else {
                bytes.append(scalar.properties.isWhitespace ? UInt8(ascii: " ") : 0xFF)
            }
        }
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let next = peek, UInt32(next) == character.value else { return false }
        position += 1
        return true
    }

    mutating func skipBlanks() {
        while let next = peek, next == 0x20 || (0x09...0x0D).contains(next) { position += 1 }
    }

    /// 1, or -1 after a minus; nil without a sign.
    mutating func readSign() -> Double? {
        if skip("-") { return -1 }
        return skip("+") ? 1 : nil
    }

    /// ASCII digits, with single underscores between them left out.
    mutating func readDigits() -> [UInt8]? {
        var digits: [UInt8] = []
        while let next = peek {
            if next.isDigit {
                digits.append(next)
            } else if next == UInt8(ascii: "_"), !digits.isEmpty, position + 1 < bytes.count,
                bytes[position + 1].isDigit
            {
                // An underscore only joins two digits.
            } else {
                break
            }
            position += 1
        }
        return digits.isEmpty ? nil : digits
    }

    mutating func readFloat() -> Double? {
        let start = position
        let sign = readSign() ?? 1
        for (word, value) in [("infinity", Double.infinity), ("inf", .infinity), ("nan", .nan)] where skip(word: word) {
            return sign * value
        }
        let whole = readDigits()
        var text = whole ?? []
        var fraction: [UInt8]?
        if skip(".") {
            fraction = readDigits()
            text += [UInt8(ascii: ".")] + (fraction ?? [UInt8(ascii: "0")])
        }
        guard whole != nil || fraction != nil else {
            position = start
            return nil
        }
        let beforeExponent = position
        if skip("e") || skip("E") {
            let isNegative = readSign() == -1
            if let exponent = readDigits() {
                text += Array("e\(isNegative ? "-" : "")".utf8) + exponent
            } else {
                position = beforeExponent
            }
        }
        if whole == nil { text.insert(UInt8(ascii: "0"), at: 0) }
        return Double(String(decoding: text, as: UTF8.self)).map { sign * $0 }
    }

    /// One summand of a complex number.
    mutating func readPart() -> (value: Double, isImaginary: Bool)? {
        if let value = readFloat() { return (value, skip("j") || skip("J")) }
        let sign = readSign() ?? 1
        return skip("j") || skip("J") ? (sign, true) : nil
    }

    private mutating func skip(word: String) -> Bool {
        let letters = Array(word.utf8)
        guard position + letters.count <= bytes.count,
            zip(letters, bytes[position...]).allSatisfy({ $0 == $1 | 0x20 })
        else { return false }
        position += letters.count
        return true
    }
}

extension Unicode.Scalar {
    /// 0 to 9 for a decimal digit of any script.
    var decimalDigit: UInt8? {
        if isASCII { return (0x30...0x39).contains(value) ? UInt8(value - 0x30) : nil }
        guard properties.numericType == .decimal, let number = properties.numericValue else { return nil }
        return UInt8(exactly: number)
    }
}
