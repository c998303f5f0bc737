import CondaURL
package import LosslessYAML

/// Gives a single value the type of its parameter, as conda does.
///
/// Source: conda.auxlib.type_coercion, `typify`.
package enum Coercion {
    /// The value in the given type. Strings keep their blanks where the type is `string`, else they are stripped.
    ///
    /// - Throws: `badValue` with a message that does not name the parameter.
    package static func typed(_ value: YAMLValue, as type: PrimitiveType) throws(CondarcError) -> YAMLValue {
        switch value {
        case .sequence, .mapping:
            throw CondarcError(
                .badType, "it holds \(value.noun) where a single value is due",
                hint: "write one value, without '-', brackets and braces")
        default: break
        }
        let stripped: YAMLValue = if case .string(let text) = value { .string(text.strippedAsPython) } else { value }
        switch type {
        case .string:
            return .string(value.pythonText)
        case .stringOrNull:
            let text = stripped.pythonText
            return text.lowercased() == "none" ? .null : .string(text)
        case .bool:
            return .bool(try boolean(stripped))
        case .boolOrNull:
            return isNullWord(stripped) ? .null : .bool(try boolean(stripped))
        case .stringOrBool:
            if let bool = try? boolean(stripped) { return .bool(bool) }
            return stripped
        case .int:
            return .int(try integer(stripped))
        case .float:
            return .float(try float(stripped))
        case .boolOrInt:
            return try booleanOrInteger(stripped)
        case .choice(let choice):
            return try word(stripped, of: choice)
        }
    }

    /// Source: conda.auxlib.type_coercion, `boolify`.
    private static func boolean(_ value: YAMLValue) throws(CondarcError) -> Bool {
        switch value {
        case .bool(let bool): return bool
        case .int(let number): return number.digits != "0"
        case .float(let number): return number != 0
        case .null, .sequence, .mapping: return false
        case .string(let text):
            let word = text.boolishForm
            if word.isNumericAsPython, let number = PythonNumber.float(word) { return number != 0 }
            if ["true", "yes", "on", "y"].contains(word) { return true }
            if ["false", "off", "n", "no", "non", "none", ""].contains(word) { return false }
            if !word.isNumericAsPython, let isNonzero = PythonNumber.isNonzeroComplex(word) { return isNonzero }
            throw CondarcError(.badValue, "'\(text)' is no boolean", hint: "use true or false")
        }
    }

    /// Whether a text is a boolean to conda, false, and hardly what was meant: none, or nothing at all.
    package static func isNoFalse(_ text: String, as type: PrimitiveType) -> Bool {
        guard case let word = text.lowercased().filter({ $0.isLetter || $0.isNumber }),
            ["", "none", "non"].contains(word)
        else { return false }
        return (try? typed(.string(text), as: type)) == false
    }

    private static func isNullWord(_ value: YAMLValue) -> Bool {
        switch value {
        case .null: true
        case .string(let text): ["none", "~", "null", "\0"].contains(text.boolishForm)
        default: false
        }
    }

    private static func integer(_ value: YAMLValue) throws(CondarcError) -> YAMLInteger {
        switch value {
        case .bool(let bool): return YAMLInteger(bool ? 1 : 0)
        case .int(let number): return number
        case .float(let number) where number.isFinite:
            // Python cuts off what follows the point.
            return YAMLInteger(exactly: number.rounded(.towardZero))
        case .string(let text):
            if let number = PythonNumber.int(text) { return number }
        default: break
        }
        throw CondarcError(
            .badValue, "'\(value.pythonText)' is no integer",
            hint: "write a whole number, such as \(numeral(in: value) ?? "3")")
    }

    private static func float(_ value: YAMLValue) throws(CondarcError) -> Double {
        switch value {
        case .bool(let bool): return bool ? 1 : 0
        case .int(let number): if let float = Double(number.digits), float.isFinite { return float }
        case .float(let number): return number
        case .string(let text): if let number = PythonNumber.float(text) { return number }
        default: break
        }
        throw CondarcError(
            .badValue, "'\(value.pythonText)' is no number",
            hint: "write a number, such as \(numeral(in: value, hasFraction: true) ?? "9.15")")
    }

    /// The number that a text with a unit of time, with commas between its thousands or with one for a point means.
    private static func numeral(in value: YAMLValue, hasFraction: Bool = false) -> String? {
        guard let text = value.text?.strippedAsPython.lowercased() else { return nil }
        let groups = text.prefix { $0.isASCII && $0.isNumber || $0 == "," }.split(separator: ",")
        let hasThousands = groups.count > 1 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let plain = text.replacing(",", with: hasThousands ? "" : ".")
        let number = plain.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard number.first?.isNumber == true, number.last?.isNumber == true, number.utf8.count < 10,
            let amount = Double(number)
        else { return nil }
        let unit = plain[number.endIndex...].drop { $0 == " " }.prefix(while: \.isLetter)
        let seconds: Double =
            switch unit.prefix(2) {
            case "ms": amount / 1000
            case "m", "mi": amount * 60
            case "h", "hr", "ho": amount * 3600
            case "d", "da": amount * 86400
            default: amount
            }
        if let whole = Int(exactly: seconds) { return String(whole) }
        return hasFraction ? seconds.pythonText : String(Int(seconds))
    }

    /// Source: conda.auxlib.type_coercion, `typify_str_no_hint`; what is neither is refused here already.
    private static func booleanOrInteger(_ value: YAMLValue) throws(CondarcError) -> YAMLValue {
        if let bool = wordedBoolean(value) { return .bool(bool) }
        if case .int = value { return value }
        // Unlike the integer type, no underscores.
        if let text = value.text, !text.utf8.contains(UInt8(ascii: "_")), let number = PythonNumber.int(text) {
            return .int(number)
        }
        throw CondarcError(
            .badValue, "'\(value.pythonText)' is neither a boolean nor an integer",
            hint: "write true, false, or a number, such as \(numeral(in: value) ?? "3600")")
    }

    /// A boolean, or one of the few words that stand for one even where a text or number may be meant.
    private static func wordedBoolean(_ value: YAMLValue) -> Bool? {
        if case .bool(let bool) = value { return bool }
        return switch value.text?.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    private static func word(_ value: YAMLValue, of choice: Choice) throws(CondarcError) -> YAMLValue {
        if let text = value.text {
            if choice.values.contains(text) { return value }
            if let position = choice.names.firstIndex(of: text) { return .string(choice.values[position]) }
        }
        // It was a boolean once.
        if choice == .channelPriority, let bool = wordedBoolean(value) { return bool ? "flexible" : "disabled" }
        // A boolean as YAML has it.
        let written = if case .bool(let bool) = value { String(bool) } else { value.pythonText }
        let word = written.lowercased().filter(\.isLetter)
        let head = String(written.lowercased().prefix { $0 != " " })
        let isRemarked = choice.values.filter { written.lowercased().contains($0) } == [head]
        let all = choice.values.joined(separator: ", ")
        let isNothing = ["null", "none", "default", "unset"].contains(word)
        throw CondarcError(
            .badValue, "'\(written)' is none of the choices",
            hint: isRemarked
                ? "write \(word: head)"
                : choice.values.contains(word)
                    ? "write \(word: word)"
                    : isNothing
                        ? "choose from \(all); without the key conda takes its default" : "choose from \(all)")
    }
}

extension String {
    /// What conda compares with its words for true and false: one point goes, as in `1.0`.
    fileprivate var boolishForm: String {
        var text = strippedAsPython.lowercased()
        if let point = text.unicodeScalars.firstIndex(of: ".") { text.unicodeScalars.remove(at: point) }
        return text
    }

    /// Whether it is made of numerals of any script alone.
    ///
    /// Source: CPython, `str.isnumeric`.
    fileprivate var isNumericAsPython: Bool {
        !isEmpty && unicodeScalars.allSatisfy { $0.properties.numericType != nil }
    }
}

extension YAMLInteger {
    /// A whole number of any size that is finite.
    fileprivate init(exactly number: Double) {
        if let small = Int(exactly: number) {
            self.init(small)
            return
        }
        // 53 bits, then zeros: in base sixteen the zeros are digits.
        let shift = Int(number.exponent) - 52
        let lead = String((UInt64(1) << 52 | number.significandBitPattern) << UInt64(shift % 4), radix: 16)
        let text = (number < 0 ? "-0x" : "0x") + lead + String(repeating: "0", count: shift / 4)
        guard case .int(let integer) = Schema.version1_2.value(ofPlain: Array(text.utf8)) else {
            self.init(0)
            return
        }
        self = integer
    }
}
