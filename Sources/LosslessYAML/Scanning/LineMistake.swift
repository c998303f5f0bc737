/// What people write where YAML wants `key: value` or `- item`: known by the line alone.
package struct LineMistake: Hashable, Sendable {
    /// From 1, in code points.
    package let column: Int
    /// In code points.
    package let width: Int
    package let message: String
    package let hint: String

    /// Most code points of a value that a hint repeats.
    private static let longest = 60

    /// Nil for a line in which nothing of the kind is found.
    package init?(_ line: some StringProtocol) {
        let scalars = Array(line.unicodeScalars)
        let indentation = scalars.prefix { $0 == " " }.count
        let body = LineMistake.withoutComment(scalars.dropFirst(indentation))
        guard let first = body.first else { return nil }
        if first == "-" {
            guard let second = body.dropFirst().first, second != "-", second != " ", !("0"..."9").contains(second)
            else {
                return nil
            }
            self.init(
                indentation, 1, "a blank is missing between the '-' and its item",
                LineMistake.write("- ", body.dropFirst()) ?? "write `- ITEM`")
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
        } else if rest.isEmpty {
            self.init(
                indentation, key.count, "a key without a ':'",
                "write `\(String.of(key)): VALUE`, or `- \(String.of(key))` for an item of a list")
        } else {
            return nil
        }
    }

    private init(_ offset: Int, _ width: Int, _ message: String, _ hint: String) {
        column = offset + 1
        self.width = width
        self.message = message
        self.hint = hint
    }

    private static func write(_ lead: String, _ value: ArraySlice<Unicode.Scalar>) -> String? {
        value.isEmpty || value.count > longest ? nil : "write `\(lead)\(String.of(value))`"
    }

    private static func isOfKey(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
            || scalar == "-" || scalar == "."
    }

    private static func withoutComment(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let comment = line.indices.first { place in
            line[place] == "#" && (place == line.startIndex || line[place - 1] == " " || line[place - 1] == "\t")
        }
        var text = line[..<(comment ?? line.endIndex)]
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

extension String {
    fileprivate static func of(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

extension SourceText {
    /// The text of a line without its break; empty where there is none.
    ///
    /// - Parameter number: from 1.
    func line(_ number: Int) -> String {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        let start = Int(lineStarts[number - 1])
        return string(in: SourceRange(start, lineTextEnd(at: start)))
    }

    /// The mistake in a line and where it stands; nil where nothing is found by the line alone.
    package func mistake(inLine number: Int) -> (mistake: LineMistake, span: SourceSpan)? {
        LineMistake(line(number)).map { mistake in
            let start = SourceLocation(line: number, column: mistake.column)
            return (
                mistake, SourceSpan(start, to: SourceLocation(line: number, column: mistake.column + mistake.width))
            )
        }
    }
}
