/// Our words for what libyaml's scanner and grammar refuse.
struct SyntaxProblem {
    /// As libyaml says it.
    let problem: String
    let context: String
    let location: SourceLocation
    /// Where what it was reading begins.
    let start: SourceLocation?
    let source: SourceText

    var error: YAMLError {
        if let error = source.copiedLine(at: location, from: start) ?? culprit { return error }
        if problem == "did not find expected node content", source.offset(of: location) >= source.bytes.count,
            let (bracket, opens) = openBracket(before: location)
        {
            return SyntaxProblem(
                problem: "did not find expected ',' or '\(bracket)'", context: "while parsing a flow collection",
                location: location, start: opens, source: source
            ).error
        }
        let (message, hint) = words
        // Nothing is to be done where it was noticed.
        if context.hasWord("quoted"), problem == "found unexpected end of stream", let start {
            return YAMLError(.syntax, message, at: rest(ofLine: start), hint: hint)
        }
        if let escape, let sign = escape.text.last {
            return YAMLError(
                .syntax, "'\\\(sign)' begins the number of a character, and none follows",
                at: escape.place.span(of: 2), hint: hint)
        }
        var text = message
        if let start, start.line != location.line, !context.isEmpty, !isTab {
            text += " (it starts in line \(start.line))"
        }
        let isToken = problem == "found character that cannot start any token" && !isTab
        return YAMLError(
            .syntax, text, at: isToken ? place(location) : span(at: location), related: isTab ? nil : opening,
            hint: hint)
    }

    private var isTab: Bool { byte == UInt8(ascii: "\t") || problem.hasWord("tab") }

    /// The character at a place; nothing at the end of a line.
    private func span(at location: SourceLocation) -> SourceSpan {
        let offset = source.offset(of: location)
        let hasCharacter = offset < source.lineTextEnd(at: offset)
        return location.span(of: hasCharacter ? 1 : 0)
    }

    /// Where the bracket, the quote or the block opens that libyaml was reading.
    private var opening: YAMLError.Related? {
        guard let start, start != location, !context.isEmpty else { return nil }
        let opens = context.hasWord("flow") || context.hasWord("quoted")
        return YAMLError.Related(opens ? "opened here" : "starts here", span(at: start))
    }

    private var words: (message: String, hint: Advice?) {
        switch problem {
        case "found character that cannot start any token" where !isTab: wordsForSign
        case "found character that cannot start any token", "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            ("a tab is used for indentation", "use spaces: YAML does not allow tabs there")
        case "mapping values are not allowed in this context": wordsForColon
        case "mapping keys are not allowed in this context": ("a key is not allowed here", "check the indentation")
        case "block sequence entries are not allowed in this context":
            ("a '-' item is not allowed here", "start the list on a line of its own below its key")
        case "did not find expected key":
            ("this line does not belong to the mapping around it", "check the indentation")
        case "did not find expected '-' indicator":
            (
                "this line does not belong to the list around it",
                "begin an item with '- ' in the column of the others, a key in the column of the list's own key"
            )
        case "did not find expected ',' or ']'":
            ("a list in brackets misses a ',' or its ']'", "add the ',' or the ']'")
        case "did not find expected ',' or '}'":
            ("a mapping in braces misses a ',' or its '}'", "add the ',' or the '}'")
        case "did not find expected node content":
            ("a value is missing here", "write a value, or quotes around one that starts with a special character")
        case "did not find expected comment or line break":
            (
                "text behind the '|' or '>' of a text of several lines",
                "begin the text on the next line, indented; or put the whole value in quotes"
            )
        case "found unexpected end of stream" where context.hasWord("quoted"):
            ("a quoted value is never closed", "add the closing quote")
        case "found unexpected end of stream": ("the text ends too early", nil)
        case "found unexpected document indicator":
            ("a line of '---' or '...' stands inside a quoted value", "add the closing quote")
        case "found unknown escape character" where source.line(location.line).prefix(400).part(before: "://") != nil:
            ("a backslash in a URL", "write %5C in place of the '\\'")
        case "found unknown escape character":
            ("an unknown escape in a double-quoted value", #"write \\ for a backslash, or use single quotes"#)
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            ("an escape that is not a character", #"write \\ for a backslash, or use single quotes"#)
        case "found undefined tag handle": ("a tag with an unknown handle", "declare it with %TAG, or remove the tag")
        case "found incompatible YAML document": ("a %YAML version other than 1.1 and 1.2", "remove the directive")
        case "found unknown directive name":
            ("a line that starts with % and is no %YAML or %TAG", "remove the line")
        default: (problem.isEmpty ? "the text is not YAML" : problem, nil)
        }
    }

    /// Of a sign that no value starts with.
    private var wordsForSign: (message: String, hint: Advice?) {
        guard let byte, "@`%".utf8.contains(byte) else {
            return ("a value cannot start with this character", "put the value in quotes")
        }
        let word = word(at: location)
        let (sign, name) = (word.prefix(1), word.drop { $0 == word.first }.prefix { $0 != word.first })
        let behind = word.dropFirst(name.unicodeScalars.count + 2)
        if sign == "%", !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_()".contains($0) }),
            word.dropFirst(name.unicodeScalars.count + 1).first == "%", !behind.contains("%")
        {
            return ("a variable as Windows writes it", source.audience.hint(forVariable: name, before: behind))
        }
        if sign != "`", word.hasSuffix(sign) || word.contains("{") || word.contains("%") && sign != "@", !name.isEmpty {
            return ("a template that nothing has filled in", "render the file first, or write the value itself")
        }
        let (message, hint) = unquoted(at: location)
        let isNamed = !name.isEmpty && name.last != ":"
        return (message, isNamed ? "write \(word: name); if the '\(sign)' belongs to the value, \(hint)" : hint)
    }

    /// Of a ':' that begins no value.
    private var wordsForColon: (message: String, hint: Advice?) {
        let before = source.line(location.line).unicodeScalars.prefix(location.column - 1)
        let key = String.of(before).split(separator: " ").last ?? ""
        let isKey = key.allSatisfy { $0.isLetter || $0 == "_" } && key.contains("_")
        return (
            "a ':' is not allowed here",
            isKey
                ? "put the whole value in quotes if the ':' belongs to it; begin '\(key):' on a line of its own"
                : "put the whole value in quotes if the ':' belongs to it; a key stands on a line of its own"
        )
    }

    /// The escape whose number libyaml was reading when it stopped, and where it stands.
    private var escape: (text: String, place: SourceLocation)? {
        guard
            problem == "did not find expected hexdecimal number"
                || problem == "found invalid Unicode character escape code"
        else { return nil }
        let line = Array(source.line(location.line).unicodeScalars.prefix(location.column - 1))
        guard let backslash = line.lastIndex(of: "\\"), line.indices.contains(backslash + 1) else { return nil }
        return (
            String.of(line[backslash...(backslash + 1)]),
            SourceLocation(line: location.line, column: backslash + 1)
        )
    }

    private var byte: UInt8? {
        let place = source.offset(of: location)
        return place < source.bytes.count ? source.bytes[place] : nil
    }
}

extension SourceLocation {
    /// So many characters from here on.
    func span(of width: Int) -> SourceSpan { SourceSpan(self, to: SourceLocation(line: line, column: column + width)) }
}

extension String {
    fileprivate func hasWord(_ word: Substring) -> Bool { split(separator: " ").contains(word) }
}
