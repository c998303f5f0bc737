/// What people write where YAML wants `key: value` or `- item`: known by the line alone.
package struct LineMistake: Hashable, Sendable {
    /// From 1, in code points.
    package let column: Int
    /// In code points.
    package let width: Int
    package let message: String
    package let advice: Advice

    /// Most code points of a value that a hint repeats.
    private static let longest = 60

    /// Nil for a line in which nothing of the kind is found.
    ///
    /// - Parameter hasChildren: whether the lines below are items, or are indented deeper.
    /// - Parameter isBehindItem: whether the line above is an item of a list in the same column.
    init?(_ line: Substring, hasChildren: Bool, isBehindItem: Bool, for audience: any Audience.Type) {
        if let other = LineMistake(copied: line, for: audience) ?? LineMistake(lookalike: Array(line.unicodeScalars)) {
            self = other
            return
        }
        let scalars = Array(line.unicodeScalars)
        let indentation = scalars.prefix { $0 == " " }.count
        let body = LineMistake.withoutComment(scalars.dropFirst(indentation))
        guard let first = body.first else { return nil }
        if first == "-" {
            self.init(dash: body, indentation)
            return
        }
        let key = body.prefix(while: LineMistake.isOfKey)
        guard !key.isEmpty else { return nil }
        let rest = body[key.endIndex...]
        let value = rest.drop { $0 == " " }
        if rest.first == ":", let next = rest.dropFirst().first, next != " ", next != "/" {
            self.init(
                indentation + key.count, 1, "a blank is missing behind the ':'",
                LineMistake.write(String.of(key) + ": ", rest.dropFirst()) ?? "write `\(String.of(key)): VALUE`")
        } else if value.first == "=" {
            self.init(
                indentation + key.count + (rest.count - value.count), 1, "a '=' stands where a ':' is due",
                LineMistake.write(String.of(key) + ": ", value.dropFirst().drop { $0 == " " })
                    ?? "write `\(String.of(key)): VALUE`")
        } else if rest.isEmpty, isBehindItem, !hasChildren {
            self.init(indentation, key.count, "an item without its '-'", "write `\(line: "- " + String.of(key))`")
        } else if rest.isEmpty {
            self.init(
                indentation, key.count, "a key without a ':'",
                hasChildren
                    ? "write `\(line: String.of(key) + ":")`"
                    : "write `\(String.of(key)): VALUE`, or `- \(String.of(key))` for an item of a list")
        } else {
            return nil
        }
    }

    /// `-item`
    package init?(dash body: ArraySlice<Unicode.Scalar>, _ indentation: Int = 0) {
        guard body.first == "-", let second = body.dropFirst().first, second != "-", second != " ",
            !("0"..."9").contains(second)
        else { return nil }
        self.init(
            indentation, 1, "a blank is missing between the '-' and its item",
            LineMistake.write("- ", body.dropFirst()) ?? "write `- ITEM`")
    }

    /// A character that only looks like the blank, the dash or the colon that YAML wants: in front of the text, or up to
    /// the first ':'.
    private init?(lookalike line: [Unicode.Scalar]) {
        let text = LineMistake.withoutComment(line[...])
        let colon = text.firstIndex(of: ":") ?? text.count
        guard let place = text.prefix(colon + 2).firstIndex(where: { Lookalike($0) != nil }),
            let name = Lookalike(line[place])?.name, !text[..<place].contains(where: { $0 == "'" || $0 == "\"" })
        else { return nil }
        self.init(
            place, 1, "\(name) stands here",
            text.count > LineMistake.longest
                ? "put the character in its place that it looks like"
                : "write `\(line: LineMistake.mended(text, at: place))`, with ordinary characters")
    }

    /// The text with ordinary characters, and with the blank behind a colon at a place.
    private static func mended(_ text: ArraySlice<Unicode.Scalar>, at place: Int) -> String {
        let needsBlank = Lookalike(text[place])?.ascii == ":" && place + 1 < text.endIndex && text[place + 1] != " "
        return String.of(text[...place]).withoutLookalikes + (needsBlank ? " " : "")
            + String.of(text[(place + 1)...]).withoutLookalikes
    }

    /// `channels：`, which makes what follows wrong.
    init?(colonIn line: Substring) {
        let scalars = Array(line.unicodeScalars)
        let start = scalars.prefix { $0 == " " || $0 == "-" }.count
        let key = scalars[start...].prefix(while: LineMistake.isOfKey)
        guard !key.isEmpty, key.endIndex < scalars.count, Lookalike(scalars[key.endIndex])?.ascii == ":" else {
            return nil
        }
        self.init(lookalike: scalars)
    }

    init(_ offset: Int, _ width: Int, _ message: String, _ advice: Advice) {
        column = offset + 1
        self.width = width
        self.message = message
        self.advice = advice
    }

    /// - Parameter number: from 1.
    func error(inLine number: Int) -> YAMLError {
        YAMLError(
            .syntax, message, at: SourceLocation(line: number, column: column).span(of: width), hint: advice)
    }

    static func write(_ lead: String, _ value: ArraySlice<Unicode.Scalar>) -> Advice? {
        value.isEmpty || value.count > longest ? nil : "write `\(line: lead + String.of(value))`"
    }

    private static func isOfKey(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
            || scalar == "-" || scalar == "."
    }

    static func withoutComment(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let comment = line.indices.first { place in
            line[place] == "#" && (place == line.startIndex || line[place - 1] == " " || line[place - 1] == "\t")
        }
        var text = line[..<(comment ?? line.endIndex)]
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

extension String {
    static func of(_ scalars: some Sequence<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
}

extension SourceText {
    /// The mistake in a line and where it stands; nil where nothing is found by the line alone.
    package func mistake(inLine number: Int) -> YAMLError? {
        let text = line(number)
        let below = (number + 1..<number + 20).lazy.map(line).first(where: isContent) ?? ""
        let hasChildren = below.hasPrefix("- ") || below.indentation > text.indentation
        let above = (max(1, number - 20)..<max(1, number)).reversed().lazy.map(line).first(where: isContent) ?? ""
        // In the first column a list stands without indentation, and what follows it is a key.
        let isBehindItem =
            text.indentation > 0 && above.indentation == text.indentation
            && above.dropFirst(above.indentation).hasPrefix("- ")
        return LineMistake(text[...], hasChildren: hasChildren, isBehindItem: isBehindItem, for: audience).map {
            $0.error(inLine: number)
        }
    }

    /// The first line up to a problem that belongs to another text than a configuration.
    func copiedLine(at location: SourceLocation, from start: SourceLocation?) -> YAMLError? {
        let first = max(1, location.line - 50, min(start?.line ?? location.line, location.line) - 20)
        for number in first...max(first, location.line) {
            // A line may be as long as the text.
            let text = String(line(number).prefix(400))
            if let mistake = LineMistake(doubledDash: text, beside: [line(number - 1), line(number + 1)])
                ?? LineMistake(copied: text[...], for: audience) ?? LineMistake(colonIn: text[...])
                ?? LineMistake(numbered: text, beside: [line(number - 1), line(number + 1)])
            {
                return mistake.error(inLine: number)
            }
        }
        return nil
    }

    func isContent(_ line: String) -> Bool {
        let body = line.drop { $0 == " " || $0 == "\t" }
        return !body.isEmpty && !body.hasPrefix("#") && body != "---"
    }
}

extension String {
    /// The blanks before its text.
    var indentation: Int { prefix { $0 == " " }.count }
}
