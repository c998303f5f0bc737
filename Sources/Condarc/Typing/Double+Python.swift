extension Double {
    /// The shortest decimal text that reads back as this number, with Python's choice of exponents.
    ///
    /// Source: CPython, `float_repr_style` with format code `r`.
    package var pythonText: String {
        if isNaN { return "nan" }
        if isInfinite { return self < 0 ? "-inf" : "inf" }
        if self == 0 { return sign == .minus ? "-0.0" : "0.0" }
        var digits: [UInt8] = []
        var exponent = 0
        var wholeDigits: Int?
        var rest = magnitude.description.utf8[...]
        if let e = rest.firstIndex(of: UInt8(ascii: "e")) {
            exponent = Int(Substring(rest[rest.index(after: e)...])) ?? 0
            rest = rest[..<e]
        }
        for byte in rest {
            if byte == UInt8(ascii: ".") { wholeDigits = digits.count } else { digits.append(byte) }
        }
        var point = (wholeDigits ?? digits.count) + exponent
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(zeros)
        point -= zeros
        func text(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
        let minus = self < 0 ? "-" : ""
        switch point {
        case -3...0:
            return minus + "0." + String(repeating: "0", count: -point) + text(digits[...])
        case 1...16 where point >= digits.count:
            return minus + text(digits[...]) + String(repeating: "0", count: point - digits.count) + ".0"
        case 1...16:
            return minus + text(digits[..<point]) + "." + text(digits[point...])
        default:
            let scale = point - 1
            let size = String(scale.magnitude)
            return minus + text(digits[..<1]) + (digits.count > 1 ? "." + text(digits[1...]) : "")
                + (scale < 0 ? "e-" : "e+") + (size.count < 2 ? "0" : "") + size
        }
    }
}
