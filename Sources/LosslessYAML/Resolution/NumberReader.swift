/// Reads the numbers of both YAML versions.
struct NumberReader {
    private let schema: Schema
    private let isNegative: Bool
    private let hasSign: Bool
    /// Without the sign; underscores still in it.
    private let body: [UInt8]

    init(_ text: some BidirectionalCollection<UInt8>, schema: Schema) {
        self.schema = schema
        isNegative = text.first == UInt8(ascii: "-")
        hasSign = isNegative || text.first == UInt8(ascii: "+")
        body = Array(hasSign ? text.dropFirst() : text[...])
    }

    /// Nil if the text is no number.
    var value: YAMLValue? { special ?? float ?? integer }

    /// Nil if the text is no whole number.
    var integer: YAMLValue? {
        if let radix = prefixRadix {
            return number(Array(body.dropFirst(2)), radix: radix)
        }
        if schema == .version1_1 {
            if body.first == UInt8(ascii: "0"), body.count > 1 {
                return isEach(body, below: 8) ? number(body, radix: 8) : nil
            }
            if body.contains(UInt8(ascii: ":")) { return sexagesimal }
        }
        return isEach(body, below: 10) ? number(body, radix: 10) : nil
    }

    /// Nil unless it has a fraction or an exponent.
    var float: YAMLValue? {
        var place = 0
        func run(_ accepts: (UInt8) -> Bool) -> Int {
            let start = place
            while place < body.count, accepts(body[place]) { place += 1 }
            return place - start
        }
        let isDigit: (UInt8) -> Bool = { 0x30...0x39 ~= $0 }
        let isDigitOrUnderscore: (UInt8) -> Bool = { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "_") }

        var hasPoint = false
        if body.first == UInt8(ascii: ".") {
            if hasSign, schema == .version1_1 { return nil }
            place = 1
            guard run(isDigitOrUnderscore) > 0, body[1...].contains(where: isDigit) else { return nil }
            hasPoint = true
        } else {
            guard body.first.map(isDigit) == true else { return nil }
            _ = run(isDigitOrUnderscore)
            if place < body.count, body[place] == UInt8(ascii: ".") {
                place += 1
                _ = run(isDigitOrUnderscore)
                hasPoint = true
            }
        }
        var hasExponent = false
        if place < body.count, body[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            hasExponent = true
            if place < body.count, body[place] == UInt8(ascii: "+") || body[place] == UInt8(ascii: "-") {
                place += 1
            } else if body.first == UInt8(ascii: ".") {
                return nil
            }
            guard run(isDigit) > 0 else { return nil }
        }
        guard place == body.count, hasPoint || hasExponent else { return nil }
        let digits = body.filter { $0 != UInt8(ascii: "_") }
        guard let magnitude = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
        return .float(isNegative ? -magnitude : magnitude)
    }

    private var special: YAMLValue? {
        guard body.count == 4, body[0] == UInt8(ascii: ".") else { return nil }
        switch String(decoding: body[1...], as: UTF8.self) {
        case "inf", "Inf", "INF": return .float(isNegative ? -Double.infinity : Double.infinity)
        case "nan", "NaN", "NAN": return hasSign ? nil : .float(.nan)
        default: return nil
        }
    }

    private var prefixRadix: Int? {
        guard body.count > 2, body[0] == UInt8(ascii: "0") else { return nil }
        let radix: Int
        switch body[1] {
        case UInt8(ascii: "b"): radix = 2
        case UInt8(ascii: "x"): radix = 16
        case UInt8(ascii: "o") where schema == .version1_2: radix = 8
        default: return nil
        }
        return isEach(Array(body.dropFirst(2)), below: radix) ? radix : nil
    }

    /// `1:30:00`, base sixty.
    private var sexagesimal: YAMLValue? {
        let parts = body.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let first = parts.first, first.first != UInt8(ascii: "0"), isEach(Array(first), below: 10) else {
            return nil
        }
        var total = 0
        for (place, part) in parts.enumerated() {
            let digits = part.filter { $0 != UInt8(ascii: "_") }
            guard let number = Int(String(decoding: digits, as: UTF8.self)), number >= 0,
                place == 0 || (number < 60 && 1...2 ~= part.count && digits.count == part.count)
            else { return nil }
            let (product, overflowed) = total.multipliedReportingOverflow(by: 60)
            let (sum, overflowedToo) = product.addingReportingOverflow(number)
            guard !overflowed, !overflowedToo else { return nil }
            total = sum
        }
        return .int(YAMLInteger(isNegative ? -total : total))
    }

    /// Whether there are digits of this radix and underscores only, at least one digit.
    private func isEach(_ digits: [UInt8], below radix: Int) -> Bool {
        var hasDigit = false
        for byte in digits where byte != UInt8(ascii: "_") {
            guard let digit = Self.digit(byte), digit < radix else { return false }
            hasDigit = true
        }
        return hasDigit
    }

    private func number(_ digits: [UInt8], radix: Int) -> YAMLValue? {
        let digits = digits.filter { $0 != UInt8(ascii: "_") }
        let sign = isNegative ? "-" : ""
        if radix == 10 {
            return YAMLInteger(decimal: sign + String(decoding: digits, as: UTF8.self)).map { .int($0) }
        }
        if let small = Int(sign + String(decoding: digits, as: UTF8.self), radix: radix) {
            return .int(YAMLInteger(small))
        }
        return YAMLInteger(decimal: sign + Self.decimal(of: digits, radix: radix)).map { .int($0) }
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x46: Int(byte) - 0x37
        case 0x61...0x66: Int(byte) - 0x57
        default: nil
        }
    }

    /// Long multiplication; what is longer than any number that means something becomes zero digits and so a string.
    private static func decimal(of digits: [UInt8], radix: Int) -> String {
        guard digits.count <= 4096 else { return "" }
        var limbs: [Int] = [0]  // base 10^9, lowest first
        for byte in digits {
            var carry = digit(byte) ?? 0
            for place in limbs.indices {
                let product = limbs[place] * radix + carry
                limbs[place] = product % 1_000_000_000
                carry = product / 1_000_000_000
            }
            if carry > 0 { limbs.append(carry) }
        }
        let rest = limbs.dropLast().reversed().map { limb in
            let text = String(limb)
            return String(repeating: "0", count: 9 - text.count) + text
        }
        return String(limbs[limbs.count - 1]) + rest.joined()
    }
}
