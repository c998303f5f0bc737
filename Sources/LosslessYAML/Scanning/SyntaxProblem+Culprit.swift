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
        let line = line(location.line)
        let isFirstColon = !line.text.unicodeScalars.prefix(location.column - 1).contains(":")
        guard isFirstColon, let upper = contentLine(before: location.line) else { return nil }
        // What stands above may go over several lines, down from one that has no ':'.
        var first: SourceLine? = upper
        while let above = first, location.line - above.number < 20 {
            if let mistake = source.mistake(inLine: above.number) { return mistake }
            first = above.text.contains(":") ? nil : contentLine(before: above.number)
        }
        guard line.start.column > upper.start.column else { return nil }
        let key = SourceSpan(line.start, to: location)
        if upper.isItem {
            guard let other = self.key(ofItemIn: upper) else { return nil }
            return YAMLError(
                .syntax, "this key begins in column \(line.start.column), and the others in column \(other.column)",
                at: key, related: .init("another key", place(other)),
                hint: "begin it in column \(other.column), like '\(word(at: other))'")
        }
        return YAMLError(
            .syntax, "this key is indented deeper than the one above it, which has a value already", at: key,
            related: .init("the key above", place(upper.start)), hint: "begin it in column \(upper.start.column)")
    }

    /// The key that the next one below an item stands beside: in the item, or else that of its list.
    private func key(ofItemIn line: SourceLine) -> SourceLocation? {
        if line.text.prefix(400).part(before: ": ") != nil { return line.innerStart }
        var number = line.number
        while let above = contentLine(before: number), line.number - number <= 50 {
            if !above.isItem, above.start.column <= line.start.column {
                return above.text.contains(":") ? above.start : nil
            }
            number = above.number
        }
        return nil
    }

    /// A line that begins with a bracket that closes none.
    private var strayBracket: YAMLError? {
        let sign = line(location.line).body.prefix(1)
        guard sign == "}" || sign == "]" else { return nil }
        return YAMLError(.syntax, "a '\(sign)' too many", at: location.span(of: 1), hint: "remove it")
    }

    /// A key among the items of a list, which begins in the column of the list's own key.
    private var keyInList: YAMLError? {
        let body = line(location.line).body
        let key = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard let start, !key.isEmpty, body[key.endIndex...].first == ":", let upper = contentLine(before: start.line)
        else { return nil }
        let (column, own) = (upper.start.column, upper.start)
        guard LineMistake.withoutComment(Array(upper.text.unicodeScalars)[...]).last == ":", column != location.column,
            !upper.isItem
        else { return nil }
        return YAMLError(
            .syntax, "this key does not belong to the list around it", at: place(location),
            related: .init("the list's own key", place(own)),
            hint: "begin it in column \(column), like '\(word(at: own))'")
    }

    private var outOfColumn: YAMLError? {
        let place = place(location)
        guard line(location.line).isItem else {
            guard let start, start.column != location.column else { return nil }
            let outer = "\(start.column), like '\(word(at: start))'"
            guard let sibling = keyAbove, sibling.column > location.column else {
                return YAMLError(
                    .syntax, "this line does not belong to the mapping around it", at: place,
                    related: .init("starts here", self.place(start)), hint: "begin it in column \(outer)")
            }
            return YAMLError(
                .syntax, "this key does not stand in the column of any key above it", at: place,
                related: .init("the key above", self.place(sibling)),
                hint: "begin it in column \(sibling.column), like '\(word(at: sibling))', or in column \(outer)")
        }
        var number = location.line
        while let above = contentLine(before: number) {
            if above.isItem {
                return YAMLError(
                    .syntax, "this item does not belong to the list above it: it stands in another column", at: place,
                    related: .init("the item above", self.place(above.start)),
                    hint: "begin it in column \(above.start.column)")
            }
            number = above.number
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
        let number = (1..<max(location.line, 2)).first { source.isContent(source.line($0)) } ?? 1
        let first = line(number)
        let whole = rest(ofLine: SourceLocation(line: number, column: 1))
        if first.body.hasPrefix("[") {
            return YAMLError(
                .syntax, "text after the end of the document, which is the list in brackets above", at: place,
                related: .init("that list", whole), hint: source.audience.hintForSection)
        }
        if first.body.hasPrefix("%") {
            return YAMLError(
                .syntax, "a directive, which begins with '%', has no '---' below it", at: whole, hint: "remove it")
        }
        if let end = (number..<max(location.line, number)).last(where: { source.line($0).hasPrefix("...") }) {
            return YAMLError(
                .syntax, "'...' ends the document, and \(source.audience.name) reads nothing behind it",
                at: rest(ofLine: SourceLocation(line: end, column: 1)), hint: "remove this line")
        }
        return YAMLError(
            .syntax, "text after the end of the document: this line is not in the column of the first one", at: place,
            related: .init("the first line", self.place(first.start)), hint: "begin both in the same column")
    }

    /// A value that starts with a character that means something else, such as `*` and `&` alone.
    func unquoted(at start: SourceLocation) -> (message: String, hint: Advice) {
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
        let instead = sign == "*" ? "write a name in its place, or " : ""
        return (
            "a value without quotes cannot start with '\(sign)'",
            isShort && !sign.isEmpty
                ? "\(instead)put the value in quotes: `\(line: written)`" : "\(instead)put the value in quotes"
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

    /// The text from a place to the next blank, comma or closing bracket.
    func word(at location: SourceLocation) -> String {
        var word = String.UnicodeScalarView()
        for scalar in source.line(location.line).unicodeScalars.dropFirst(location.column - 1) {
            if scalar == " " || scalar == "," || scalar == "]" || (scalar == "}" && !word.contains("{")) { break }
            word.append(scalar)
        }
        return String(word)
    }

    private func line(_ number: Int) -> SourceLine { SourceLine(number, of: source) }

    private func contentLine(before number: Int) -> SourceLine? {
        // A file of comments must not make this long.
        (max(1, number - 50)..<max(1, number)).last { source.isContent(source.line($0)) }.map(line)
    }

    /// The key in the line above, where it has one.
    private var keyAbove: SourceLocation? {
        guard let above = contentLine(before: location.line) else { return nil }
        return above.text.hasSuffix(":") || above.text.prefix(400).part(before: ": ") != nil ? above.innerStart : nil
    }

    func place(_ location: SourceLocation) -> SourceSpan {
        location.span(of: max(1, word(at: location).unicodeScalars.count))
    }

    func rest(ofLine location: SourceLocation) -> SourceSpan {
        location.span(of: max(0, source.line(location.line).unicodeScalars.count + 1 - location.column))
    }
}
