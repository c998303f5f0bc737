/// A line of a text without its break, as messages about it see it.
struct SourceLine {
    /// From 1.
    let number: Int
    let text: String
    /// Behind the blanks that indent it.
    let body: Substring

    init(_ number: Int, of source: SourceText) {
        self.number = number
        text = source.line(number)
        body = text.drop { $0 == " " }
    }

    var isItem: Bool { body.hasPrefix("-") }
    /// Where its text begins.
    var start: SourceLocation { SourceLocation(line: number, column: text.indentation + 1) }
    /// Behind the dashes of items.
    var innerStart: SourceLocation {
        SourceLocation(line: number, column: text.prefix { $0 == " " || $0 == "-" }.count + 1)
    }
}
