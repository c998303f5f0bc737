/// Text where a value has ended already: libyaml takes it for the next entry.
extension SyntaxProblem {
    /// Nil for the first text of a line.
    ///
    /// - Parameter isInBrackets: whether a comma or a closing bracket was due.
    func behindValue(isInBrackets: Bool = false) -> YAMLError? {
        let line = Array(source.line(location.line).unicodeScalars)
        let before = line.prefix(location.column - 1)
        guard location.column <= line.count, !before.allSatisfy({ $0 == " " || $0 == "-" || $0 == "\t" }),
            let last = before.last(where: { $0 != " " })
        else { return nil }
        let rest = String.of(line[(location.column - 1)...])
        let isItem = before.first { $0 != " " } == "-"
        let start = Self.start(ofValueIn: before)
        let lead = String.of(line[..<start].drop { $0 == " " })
        let value = LineMistake.withoutComment(line[start...])
        let problem: (message: String, hint: Advice)
        if let flag = ["!final", "!top", "!bottom"].first(where: { rest.lowercased().hasPrefix($0) }) {
            let value = String.of(LineMistake.withoutComment(before[start...]))
            return YAMLError(
                .syntax, "a flag behind the value, which stands in a comment", at: place(location),
                hint: (lead + value).utf8.count > 80
                    ? "write \(word: "#" + flag)" : "write `\(line: "\(lead)\(value)  #\(flag)")`")
        }
        if last == "]", value.first == "[", rest.hasPrefix("("), rest.hasSuffix(")"), !rest.contains(" "),
            rest.utf8.count <= 80
        {
            return YAMLError(
                .syntax, "a link of Markdown",
                at: SourceLocation(line: location.line, column: start + 1).span(of: value.count),
                hint: "write `\(line: lead + rest.dropFirst().dropLast())`")
        }
        if let texts = Self.quotedTexts(in: value), texts.count > 1, !isInBrackets {
            return YAMLError(
                .syntax, "several values in quotes without brackets", at: place(location),
                hint: isItem
                    ? "write an item for each: \(texts.map { "`- \($0)`" }.joined(separator: ", "))"
                    : "write `\(line: "\(lead)[\(texts.map { "'\($0)'" }.joined(separator: ", "))]")`")
        }
        switch last {
        case "'" where before.last == last && rest.first != ",", "\"" where before.last == last && rest.first != ",":
            problem = ("text right behind the closing quote", Self.inQuotes(String.of(value), behind: lead, last))
        case _ where isInBrackets: return nil
        case "'", "\"":
            problem = (
                "text behind the closing quote",
                "put the quotes around the whole value; an item stands on a line of its own"
            )
        case "]", "}":
            let closing = rest.prefix(1)
            if value.starts(with: ["{", "{"]) {
                problem = (
                    "a template that nothing has filled in",
                    "render the file first: \(source.audience.name) does not know {{ … }}"
                )
            } else if closing == "]" || closing == "}" {
                problem = ("a '\(closing)' too many", "remove it")
            } else {
                problem = (
                    "text behind the closing bracket",
                    rest.hasPrefix(",")
                        ? "put all items between one pair of brackets"
                        : rest.contains(":")
                            ? "begin it on a line of its own"
                            : "remove it, or put the whole value in quotes if it belongs to it"
                )
            }
        default: problem = ("text behind a whole value", "put the whole value in quotes if it belongs to it")
        }
        return YAMLError(.syntax, problem.message, at: place(location), hint: problem.hint)
    }

    /// `"a"; "b"`: texts of few signs that stand in quotes one behind the other; nil where there is more.
    private static func quotedTexts(in value: ArraySlice<Unicode.Scalar>) -> [String]? {
        var (texts, rest) = ([String](), value)
        while let quote = rest.first, texts.count < 8 {
            guard quote == "'" || quote == "\"" else { return nil }
            let text = rest.dropFirst().prefix { $0 != quote }
            guard text.endIndex < rest.endIndex, !text.isEmpty,
                text.allSatisfy({ $0.isASCII && $0 != "\\" && $0 != "'" && $0 != "\"" && $0.value > 0x20 })
            else { return nil }
            texts.append(String.of(text))
            rest = rest[(text.endIndex + 1)...].drop { ",;|&+ ".unicodeScalars.contains($0) }
            if rest.starts(with: "and ".unicodeScalars) { rest = rest.dropFirst(4) }
        }
        return rest.isEmpty ? texts : nil
    }

    /// Behind the first `: `, or behind the dashes of items.
    private static func start(ofValueIn before: ArraySlice<Unicode.Scalar>) -> Int {
        let colon = before.indices.dropLast().first { before[$0] == ":" && before[$0 + 1] == " " }
        let start = colon.map { $0 + 1 } ?? before.prefix { $0 == " " || $0 == "-" }.endIndex
        return start + before[start...].prefix { $0 == " " }.count
    }

    private static func inQuotes(_ value: String, behind lead: String, _ quote: Unicode.Scalar) -> Advice {
        let other: Character = quote == "'" ? "\"" : "'"
        let escaped: Advice =
            quote == "'"
            ? "write '' for a quote inside of single quotes" : #"write \" for a quote inside of double quotes"#
        let inner = value.dropFirst().dropLast()
        guard (lead + value).utf8.count <= 80, value.unicodeScalars.last == quote, !inner.contains(other),
            !inner.contains("\\")
        else {
            return escaped
        }
        return "\(escaped), or other quotes around: `\(line: "\(lead)\(other)\(inner)\(other)")`"
    }
}
