import CondaURL

/// A line of a file as it may be shown: its secrets redacted, its control characters spelt out, and where each column of
/// the file stands in it.
package struct RedactedLine: Sendable {
    /// One line, without its break.
    package let text: String
    /// For each code point of the file's line, and for its end, the offset in `text` in code points.
    private let offsets: [Int]

    /// - Parameter line: without its line break, as it stands in the file; what is not UTF-8 is replaced.
    package init(_ line: String) {
        let secrets = SecretScanner.secrets(in: line.utf8)
        var shown = ""
        var count = 0
        var offsets: [Int] = []
        var byte = 0
        var next = secrets[...]
        var hidden: Range<Int>?
        func append(_ text: String) {
            shown += text
            count += text.unicodeScalars.count
        }
        for scalar in line.unicodeScalars {
            while let range = hidden, byte >= range.upperBound { hidden = nil }
            if hidden == nil, let secret = next.first, byte >= secret.range.lowerBound {
                next = next.dropFirst()
                hidden = secret.range
                offsets.append(count)
                append(ShownSecret.text(of: Array(line.utf8)[secret.range]))
            } else {
                // Every column within a secret is the place where it was.
                offsets.append(hidden == nil ? count : offsets.last ?? count)
                if hidden == nil { append(ControlCharacters.escaped(String(scalar))) }
            }
            byte += UTF8.width(scalar)
        }
        offsets.append(count)
        text = shown
        self.offsets = offsets
    }

    /// The column in `text` of a column in the file's line; both from 1, in code points. One behind the end is the end.
    package func column(of column: Int) -> Int {
        offsets[min(max(column - 1, 0), offsets.count - 1)] + 1
    }
}
