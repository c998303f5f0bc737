/// Variables in text. A variable that is not set stays as it was written.
extension Host {
    /// Text with the platform's variables replaced: `$NAME` and `${NAME}`; on Windows also `%NAME%`, where text in
    /// single quotes is kept and `$$` and `%%` stand for one sign.
    ///
    /// - Source: Python's `os.path.expandvars`
    package func expandingVariables(_ text: String) -> String {
        guard mayExpandVariables(text) else { return text }
        var expansion = VariableExpansion(text, environment: environment)
        return platform.isWindows ? expansion.windows() : expansion.replacing { $0.posixVariable }
    }

    /// Whether there is a sign in the text that a variable begins with.
    package func mayExpandVariables(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.contains { $0 == dollar || (platform.isWindows && $0 == percent) }
        }
    }

    /// Text with `$NAME`, `${NAME}` and `%NAME%` replaced, the same on every platform.
    ///
    /// - Source: conda's `common.configuration.custom_expandvars`, used for its search path
    package func expandingVariablesAnyStyle(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == dollar || $0 == percent }) else { return text }
        var expansion = VariableExpansion(text, environment: environment)
        return expansion.replacing { $0.variableOfAnyStyle }
    }
}

private let dollar = UInt8(ascii: "$")
private let percent = UInt8(ascii: "%")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
private let quote = UInt8(ascii: "'")

/// One walk over a text that replaces variables; what was put in is not looked at again.
private struct VariableExpansion {
    let input: [UInt8]
    let environment: Environment
    var position = 0
    var output: [UInt8] = []

    init(_ text: String, environment: Environment) {
        input = Array(text.utf8)
        self.environment = environment
    }

    /// - Parameter variable: the one that begins at the position.
    mutating func replacing(_ variable: (VariableExpansion) -> Variable?) -> String {
        while position < input.count {
            if let variable = variable(self) { replace(variable) } else { keepByte() }
        }
        return result
    }

    var posixVariable: Variable? { input[position] == dollar ? braced() ?? plain(isNameByte) : nil }

    var variableOfAnyStyle: Variable? {
        switch input[position] {
        case dollar: braced().flatMap(identifier) ?? plain(isNameByte).flatMap(identifier)
        case percent: between(1, percent).flatMap(identifier)
        default: nil
        }
    }

    mutating func windows() -> String {
        while position < input.count {
            switch input[position] {
            case quote:
                keep(upTo: index(of: quote, from: position + 1).map { $0 + 1 } ?? input.count)
            case percent where byte(at: position + 1) == percent, dollar where byte(at: position + 1) == dollar:
                output.append(input[position])
                position += 2
            case percent:
                guard let variable = between(1, percent) else { return keepRest() }
                replace(variable)
            case dollar where byte(at: position + 1) == openBrace:
                guard let variable = between(2, closeBrace) else { return keepRest() }
                replace(variable)
            case dollar:
                let variable = plain { isNameByte($0) || $0 == UInt8(ascii: "-") }
                if let variable { replace(variable) } else { keepByte() }
            default:
                keepByte()
            }
        }
        return result
    }

    /// The name of a variable and the position after the text that stands for it.
    struct Variable {
        let name: ArraySlice<UInt8>
        let end: Int
    }

    private func braced() -> Variable? {
        byte(at: position + 1) == openBrace ? between(2, closeBrace) : nil
    }

    /// The variable whose name begins some bytes after the position and ends before a sign.
    private func between(_ offset: Int, _ sign: UInt8) -> Variable? {
        index(of: sign, from: position + offset).map { Variable(name: input[position + offset..<$0], end: $0 + 1) }
    }

    private func plain(_ accepts: (UInt8) -> Bool) -> Variable? {
        var end = position + 1
        while end < input.count, accepts(input[end]) { end += 1 }
        return end > position + 1 ? Variable(name: input[position + 1..<end], end: end) : nil
    }

    private func identifier(_ variable: Variable) -> Variable? {
        guard let first = variable.name.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return nil
        }
        return variable.name.allSatisfy(isNameByte) ? variable : nil
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private func byte(at index: Int) -> UInt8? { index < input.count ? input[index] : nil }

    private func index(of sign: UInt8, from start: Int) -> Int? {
        start <= input.count ? input[start...].firstIndex(of: sign) : nil
    }

    private mutating func replace(_ variable: Variable) {
        if let value = environment[String(decoding: variable.name, as: UTF8.self)] {
            output += value.utf8
            position = variable.end
        } else {
            keep(upTo: variable.end)
        }
    }

    private mutating func keepByte() { keep(upTo: position + 1) }

    private mutating func keep(upTo end: Int) {
        output += input[position..<end]
        position = end
    }

    private mutating func keepRest() -> String {
        keep(upTo: input.count)
        return result
    }

    private var result: String { String(decoding: output, as: UTF8.self) }
}
