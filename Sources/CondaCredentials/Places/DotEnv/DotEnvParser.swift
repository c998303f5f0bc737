import CondaURL

/// Reads the statements of a `.env` file one after the other; a bad one costs its line.
struct DotEnvParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1

    init(_ text: String) {
        let scalars = PythonText.scalars(text)
        self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
    }

    /// A statement that cannot be read.
    private struct Unreadable: Error {}

    mutating func parse() -> (assignments: [DotEnvFile.Assignment], unreadableLines: [Int]) {
        var assignments: [DotEnvFile.Assignment] = []
        var unreadableLines: [Int] = []
        while true {
            skip { $0.isPythonBlank }
            guard position < scalars.count else { return (assignments, unreadableLines) }
            let start = line
            do throws(Unreadable) {
                if let (name, value) = try statement() {
                    assignments.append(DotEnvFile.Assignment(name: name, value: value, line: start))
                }
            } catch {
                unreadableLines.append(start)
                skip { $0 != "\n" }
                _ = take("\n")
            }
        }
    }

    private mutating func statement() throws(Unreadable) -> (String, String?)? {
        skipExport()
        let name = try name()
        skipBlanks()
        var value: String?
        if take("=") {
            let afterSign = position
            skipBlanks()
            // `NAME= # text` is a comment, `NAME=#text` is a value.
            value = position > afterSign && peek == "#" ? "" : try self.value()
        }
        skipBlanks()
        if peek == "#" { skip { $0 != "\n" } }
        guard position == scalars.count || take("\n") else { throw Unreadable() }
        return name.map { ($0, value) }
    }

    private mutating func skipExport() {
        let word = "export".unicodeScalars
        guard scalars[position...].starts(with: word) else { return }
        let end = position + word.count
        guard end < scalars.count, DotEnvParser.isBlank(scalars[end]) else { return }
        position = end
        skipBlanks()
    }

    /// Nil in front of a comment.
    private mutating func name() throws(Unreadable) -> String? {
        if peek == "#" { return nil }
        if peek == "'" {
            guard let end = scalars[(position + 1)...].firstIndex(of: "'"), end > position + 1 else {
                throw Unreadable()
            }
            position += 1
            let name = takeText { $0 != "'" }
            position += 1
            return name
        }
        let name = takeText { $0 != "=" && $0 != "#" && !$0.isPythonBlank }
        guard !name.isEmpty else { throw Unreadable() }
        return name
    }

    private mutating func value() throws(Unreadable) -> String {
        switch peek {
        case "'"?: return try quotedValue("'", escapes: ["\\": "\\", "'": "'"])
        case "\""?:
            return try quotedValue(
                "\"",
                escapes: [
                    "\\": "\\", "'": "'", "\"": "\"", "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n",
                    "r": "\r", "t": "\t", "v": "\u{0B}",
                ])
        default: return unquotedValue()
        }
    }

    private mutating func quotedValue(
        _ quote: Unicode.Scalar, escapes: [Unicode.Scalar: Unicode.Scalar]
    ) throws(Unreadable) -> String {
        guard let end = endOfQuoted(quote) else { throw Unreadable() }
        var value = String.UnicodeScalarView()
        position += 1
        while position < end {
            let scalar = scalars[position]
            if scalar == "\n" { line += 1 }
            if scalar == "\\", let escaped = escapes[scalars[position + 1]] {
                value.append(escaped)
                position += 2
            } else {
                value.append(scalar)
                position += 1
            }
        }
        position += 1
        return String(value)
    }

    /// Where the closing quote stands; nil if there is none, and nothing has been read then.
    private func endOfQuoted(_ quote: Unicode.Scalar) -> Int? {
        var index = position + 1
        while index < scalars.count, scalars[index] != quote {
            index += scalars[index] == "\\" ? 2 : 1
        }
        return index < scalars.count ? index : nil
    }

    /// Up to a comment or the end of the line, without the blanks before it.
    private mutating func unquotedValue() -> String {
        var value = String.UnicodeScalarView()
        var kept = value.startIndex
        while let scalar = peek, scalar != "\n" {
            let isSpace = scalar.isPythonBlank
            if isSpace, position + 1 < scalars.count, scalars[position + 1] == "#" { break }
            value.append(scalar)
            position += 1
            if !isSpace { kept = value.endIndex }
        }
        skip { $0 != "\n" }
        return String(value[..<kept])
    }
}

extension DotEnvParser {
    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        if scalar == "\n" { line += 1 }
        position += 1
        return true
    }

    private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
        while let scalar = peek, condition(scalar) {
            if scalar == "\n" { line += 1 }
            position += 1
        }
    }

    private mutating func skipBlanks() { skip { DotEnvParser.isBlank($0) } }

    private mutating func takeText(while condition: (Unicode.Scalar) -> Bool) -> String {
        let start = position
        skip(while: condition)
        return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar != "\n" && scalar.isPythonBlank }
}
