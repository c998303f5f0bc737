/// The text of a netrc file, as Python reads it: it decides for conda.
///
/// Source: CPython's `netrc`.
struct Netrc {
    struct Entry {
        let login: String
        let account: String
        let password: Secret
        /// Line of the word `machine` or `default`, from 1.
        let line: Int
    }

    /// The text is not in the format; the line, from 1.
    struct Damage: Error {
        let line: Int
    }

    private var entries: [String: Entry] = [:]

    /// The entry of a host, else that of `default`.
    func entry(forHost host: String) -> Entry? { entries[host] ?? entries["default"] }

    init(_ text: String) throws(Damage) {
        var words = NetrcWords(text)
        while true {
            let before = words.line
            let word = words.next()
            if word.isEmpty { return }
            let line = words.wordLine
            if word.hasPrefix("#") {
                // Only a lone sign makes a comment of the rest of its line here.
                if words.line == before, word == "#" { words.skipLine() }
                continue
            }
            let name: String
            switch word {
            case "machine": name = words.next()
            case "default": name = "default"
            case "macdef":
                _ = words.next()
                guard words.skipMacro() else { throw Damage(line: words.line) }
                continue
            default: throw Damage(line: words.line)
            }
            guard !name.isEmpty else { throw Damage(line: words.line) }
            entries[name] = try Netrc.entry(&words, line: line)
        }
    }

    private static func entry(_ words: inout NetrcWords, line: Int) throws(Damage) -> Entry {
        var (login, account, password) = ("", "", "")
        while true {
            let before = words.line
            let word = words.next()
            if word.hasPrefix("#") {
                if words.line == before { words.skipLine() }
                continue
            }
            switch word {
            case "", "machine", "default", "macdef":
                words.putBack(word)
                return Entry(login: login, account: account, password: Secret(password), line: line)
            case "login", "user": login = words.next()
            case "account": account = words.next()
            case "password": password = words.next()
            default: throw Damage(line: words.line)
            }
        }
    }
}

/// The words of a netrc file: quotes hold blanks together, a backslash takes the next character as it is.
private struct NetrcWords {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private(set) var line = 1
    /// Line on which the last word begins.
    private(set) var wordLine = 1
    private var pending: String?

    init(_ text: String) {
        scalars = PythonText.scalars(text)
    }

    mutating func putBack(_ word: String) { pending = word }

    private mutating func character() -> Unicode.Scalar? {
        guard position < scalars.count else { return nil }
        position += 1
        if scalars[position - 1] == "\n" { line += 1 }
        return scalars[position - 1]
    }

    /// Empty at the end.
    mutating func next() -> String {
        if let word = pending {
            pending = nil
            return word
        }
        var word = String.UnicodeScalarView()
        while let first = character() {
            if "\n\t\r ".unicodeScalars.contains(first) { continue }
            wordLine = line
            let isQuoted = first == "\""
            if !isQuoted { append(first, to: &word) }
            while let scalar = character() {
                if isQuoted ? scalar == "\"" : "\n\t\r ".unicodeScalars.contains(scalar) { return String(word) }
                append(scalar, to: &word)
            }
            return String(word)
        }
        return ""
    }

    private mutating func append(_ scalar: Unicode.Scalar, to word: inout String.UnicodeScalarView) {
        if scalar != "\\" { word.append(scalar) } else if let next = character() { word.append(next) }
    }

    mutating func skipLine() {
        while position < scalars.count {
            position += 1
            if scalars[position - 1] == "\n" { return }
        }
    }

    /// To the empty line that ends a macro; false if there is none.
    mutating func skipMacro() -> Bool {
        while position < scalars.count {
            let isEmptyLine = scalars[position] == "\n"
            skipLine()
            if isEmptyLine { return true }
        }
        return false
    }
}
