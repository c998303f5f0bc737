private import CLibYAML

/// What libyaml finds only later than where the mistake was made, in the words of who made it.
extension SyntaxProblem {
    /// Nil where the problem stands where libyaml says.
    var culprit: YAMLError? {
        switch problem {
        case "could not find expected ':'": withoutColon(at: start ?? location)
        case "mapping values are not allowed in this context": aboveValue
        case "did not find expected key": behindValue() ?? strayBracket ?? outOfColumn
        case "did not find expected '-' indicator": behindValue() ?? strayBracket ?? keyInList
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": behindValue(isInBrackets: true)
        case "did not find expected <document start>": behindValue() ?? behindDocument
        case "did not find expected node content": doubledComma
        case "did not find expected alphabetic or numeric character":
            start.map { start in
                let (message, hint) = unquoted(at: start)
                return YAMLError(.syntax, message, at: place(start), hint: hint)
            }
        default: nil
        }
    }

    /// The innermost bracket that is still open where libyaml stops: what closes it, and where it stands. libyaml, which
    /// wants a value there, does not say.
    func openBracket(before location: SourceLocation) -> (Character, SourceLocation)? {
        source.bytes.withUnsafeBufferPointer { all in
            // Behind it libyaml would stop again.
            let bytes = UnsafeBufferPointer(rebasing: all[..<source.offset(of: location)])
            var open: [(Character, SourceLocation)] = []
            guard var tokens = try? TokenStream(source: source, bytes: bytes) else { return nil }
            while tokens.type != YAML_STREAM_END_TOKEN {
                switch tokens.type {
                case YAML_FLOW_SEQUENCE_START_TOKEN: open.append(("]", tokens.location))
                case YAML_FLOW_MAPPING_START_TOKEN: open.append(("}", tokens.location))
                case YAML_FLOW_SEQUENCE_END_TOKEN, YAML_FLOW_MAPPING_END_TOKEN: _ = open.popLast()
                default: break
                }
                guard (try? tokens.advance()) != nil else { break }
            }
            return open.last
        }
    }

    private func withoutColon(at start: SourceLocation) -> YAMLError {
        source.mistake(inLine: start.line)
            ?? YAMLError(
                .syntax, "a key without a ':'", at: rest(ofLine: start),
                hint: "write `key: value`, or `- item` for an item of a list")
    }

    /// A line that cannot have a key, since the one above it is no whole one or stands less deep.
    private var aboveValue: YAMLError? {
        let line = source.line(location.line)
        let indentation = line.indentation
        let isFirstColon = !line.unicodeScalars.prefix(location.column - 1).contains(":")
        guard isFirstColon, let above = contentLine(before: location.line) else { return nil }
        // What stands above may go over several lines, down from one that has no ':'.
        var first: Int? = above
        while let number = first, location.line - number < 20 {
            if let mistake = source.mistake(inLine: number) { return mistake }
            first = source.line(number).contains(":") ? nil : contentLine(before: number)
        }
        let upper = source.line(above)
        let upperIndentation = upper.indentation
        guard indentation > upperIndentation else { return nil }
        let start = SourceLocation(line: location.line, column: indentation + 1)
        if upper.drop(while: { $0 == " " }).hasPrefix("-") {
            guard let key = key(ofItemIn: above, indentation: upperIndentation) else { return nil }
            return YAMLError(
                .syntax, "this key begins in column \(start.column), and the others in column \(key.column)",
                at: SourceSpan(start, to: location), related: .init("another key", place(key)),
                hint: "begin it in column \(key.column), like '\(word(at: key))'")
        }
        return YAMLError(
            .syntax, "this key is indented deeper than the one above it, which has a value already",
            at: SourceSpan(start, to: location),
            related: .init("the key above", place(SourceLocation(line: above, column: upperIndentation + 1))),
            hint: "begin it in column \(upperIndentation + 1)")
    }

    /// The key that the next one below an item stands beside: in the item, or else that of its list.
    private func key(ofItemIn line: Int, indentation: Int) -> SourceLocation? {
        let text = source.line(line)
        if text.prefix(400).part(before: ": ") != nil {
            return SourceLocation(line: line, column: text.prefix { $0 == " " || $0 == "-" }.count + 1)
        }
        var number = line
        while let above = contentLine(before: number), line - number <= 50 {
            let upper = source.line(above)
            if !upper.drop(while: { $0 == " " }).hasPrefix("-"), upper.indentation <= indentation {
                return upper.contains(":") ? SourceLocation(line: above, column: upper.indentation + 1) : nil
            }
            number = above
        }
        return nil
    }

    /// A line that begins with a bracket that closes none.
    private var strayBracket: YAMLError? {
        let sign = source.line(location.line).drop { $0 == " " }.prefix(1)
        guard sign == "}" || sign == "]" else { return nil }
        return YAMLError(.syntax, "a '\(sign)' too many", at: location.span(of: 1), hint: "remove it")
    }

    /// A key among the items of a list, which begins in the column of the list's own key.
    private var keyInList: YAMLError? {
        let body = source.line(location.line).drop { $0 == " " }
        let key = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard let start, !key.isEmpty, body[key.endIndex...].first == ":", let above = contentLine(before: start.line)
        else { return nil }
        let upper = source.line(above)
        let column = upper.indentation + 1
        guard LineMistake.withoutComment(Array(upper.unicodeScalars)[...]).last == ":", column != location.column,
            !upper.drop(while: { $0 == " " }).hasPrefix("-")
        else { return nil }
        return YAMLError(
            .syntax, "this key does not belong to the list around it", at: place(location),
            related: .init("the list's own key", place(SourceLocation(line: above, column: column))),
            hint: "begin it in column \(column), like '\(word(at: SourceLocation(line: above, column: column)))'")
    }

    private var outOfColumn: YAMLError? {
        let place = place(location)
        let line = source.line(location.line)
        guard line.drop(while: { $0 == " " }).hasPrefix("-") else {
            guard let start, start.column != location.column else { return nil }
            let outer = "\(start.column), like '\(word(at: start))'"
            guard let sibling = keyAbove, sibling.column > location.column else {
                return YAMLError(
                    .syntax, "this line does not belong to the mapping around it", at: place,
                    related: .init("starts here", self.place(start)), hint: "begin it in column " + outer)
            }
            return YAMLError(
                .syntax, "this key does not stand in the column of any key above it", at: place,
                related: .init("the key above", self.place(sibling)),
                hint:
                    "begin it in column \(sibling.column), like '\(word(at: sibling))', or in column "
                    + outer)
        }
        var number = location.line
        while let above = contentLine(before: number) {
            let upper = source.line(above)
            let column = upper.indentation + 1
            if upper.drop(while: { $0 == " " }).hasPrefix("-") {
                return YAMLError(
                    .syntax, "this item does not belong to the list above it: it stands in another column", at: place,
                    related: .init("the item above", self.place(SourceLocation(line: above, column: column))),
                    hint: "begin it in column \(column)")
            }
            number = above
            if location.line - number > 20 { break }
        }
        return YAMLError(
            .syntax, "this item does not belong to a list: the key above it has a value already", at: place,
            hint: "write the list's key on a line of its own, as `key:`")
    }

    /// `[a,, b]`
    private var doubledComma: YAMLError? {
        let line = Array(source.line(location.line).unicodeScalars)
        let place = location.column - 1
        guard line.indices.contains(place), line[place] == ",",
            let before = line[..<place].last(where: { $0 != " " }), before == "," || before == "[" || before == "{"
        else { return nil }
        return YAMLError(.syntax, "nothing stands before this ','", at: location.span(of: 1), hint: "take it away")
    }

    private var behindDocument: YAMLError {
        let place = place(location)
        let first = (1..<max(location.line, 2)).first { source.isContent(source.line($0)) } ?? 1
        let body = source.line(first).drop { $0 == " " }
        if body.hasPrefix("[") {
            return YAMLError(
                .syntax, "text after the end of the document, which is the list in brackets above", at: place,
                related: .init("that list", rest(ofLine: SourceLocation(line: first, column: 1))),
                hint: source.audience.hintForSection)
        }
        if body.hasPrefix("%") {
            return YAMLError(
                .syntax, "a directive, which begins with '%', has no '---' below it",
                at: rest(ofLine: SourceLocation(line: first, column: 1)), hint: "remove it")
        }
        if let end = (first..<max(location.line, first)).last(where: { source.line($0).hasPrefix("...") }) {
            return YAMLError(
                .syntax, "'...' ends the document, and \(source.audience.name) reads nothing behind it",
                at: rest(ofLine: SourceLocation(line: end, column: 1)), hint: "remove this line")
        }
        let column = source.line(first).indentation + 1
        return YAMLError(
            .syntax, "text after the end of the document: this line is not in the column of the first one", at: place,
            related: .init("the first line", self.place(SourceLocation(line: first, column: column))),
            hint: "begin both in the same column")
    }

    /// A value that starts with a character that means something else, such as `*` and `&` alone.
    func unquoted(at start: SourceLocation) -> (message: String, hint: String) {
        let line = Array(source.line(start.line).unicodeScalars)
        let lead = line.prefix(start.column - 1)
        var rest = LineMistake.withoutComment(line[lead.endIndex...])
        let sign = rest.first.map { String(Character($0)) } ?? ""
        let isInBrackets = openBracket(before: start) != nil
        var written = String.of(lead.drop { $0 == " " })
        // Those that follow in brackets are told with it.
        while let first = rest.first {
            let end = end(ofValueIn: rest, isInBrackets: isInBrackets)
            let value = String.of(rest[..<end])
            written += "*&%@`".unicodeScalars.contains(first) ? "'\(value)'" : value
            rest = rest[end...]
            let next = rest.firstIndex { !isInBrackets || !", ]}:".unicodeScalars.contains($0) } ?? rest.endIndex
            written += String.of(rest[..<next])
            if next == rest.startIndex { break }
            rest = rest[next...]
        }
        written += String.of(rest)
        let isShort = written.unicodeScalars.count <= 80 && !line[lead.endIndex...].contains("'")
        return (
            "a value without quotes cannot start with '\(sign)'",
            (sign == "*" ? "write a name in its place, or " : "") + "put the value in quotes"
                + (isShort && !sign.isEmpty ? ": `\(written)`" : "")
        )
    }

    private func end(ofValueIn rest: ArraySlice<Unicode.Scalar>, isInBrackets: Bool) -> Int {
        var depth = 0
        for (place, scalar) in zip(rest.indices, rest) {
            switch scalar {
            case ":" where place + 1 == rest.endIndex || rest[place + 1] == " ": return place
            case "{": depth += 1
            case "}" where depth > 0: depth -= 1
            case ",", "]", "}": if isInBrackets { return place }
            default: break
            }
        }
        return rest.endIndex
    }

    /// What to do about a value that starts with a character that means something else.
    ///
    /// - Parameter lead: what stands before it in its line, so that whoever hides secrets sees whose value it is.
    static func quoting(_ word: String, behind lead: some Sequence<Unicode.Scalar>) -> String {
        let lead = String.of(lead.drop { $0 == " " })
        return word.isEmpty || word.contains("'") || (lead + word).unicodeScalars.count > 80
            ? "put the value in quotes" : "put the value in quotes: `\(lead)'\(word)'`"
    }

    /// The text from a place to the next blank, comma or closing bracket.
    func word(at location: SourceLocation) -> String {
        var word = String.UnicodeScalarView()
        for scalar in source.line(location.line).unicodeScalars.dropFirst(location.column - 1) {
            if scalar == " " || scalar == "," || scalar == "]" || (scalar == "}" && !word.contains("{")) { break }
            word.append(scalar)
        }
        return String(word)
    }

    private func contentLine(before line: Int) -> Int? {
        // A file of comments must not make this long.
        (max(1, line - 50)..<max(1, line)).last { source.isContent(source.line($0)) }
    }

    /// The key in the line above, where it has one.
    private var keyAbove: SourceLocation? {
        guard let above = contentLine(before: location.line) else { return nil }
        let line = source.line(above)
        guard line.hasSuffix(":") || line.prefix(400).part(before: ": ") != nil else { return nil }
        return SourceLocation(line: above, column: line.prefix { $0 == " " || $0 == "-" }.count + 1)
    }

    func place(_ location: SourceLocation) -> SourceSpan {
        location.span(of: max(1, word(at: location).unicodeScalars.count))
    }

    func rest(ofLine location: SourceLocation) -> SourceSpan {
        location.span(of: max(0, source.line(location.line).unicodeScalars.count + 1 - location.column))
    }
}
