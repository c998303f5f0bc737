/// Paragraphs broken into lines.
package enum TextWrapping {
    /// The words of the text in lines of at most `width` columns; a longer word stands alone.
    package static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            // Backquotes mark code and are not shown.
            let wordWidth = DisplayWidth.of(String(word.filter { $0 != "`" }))
            if used > 0, used + 1 + wordWidth > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            if used > 0 {
                line += " "
                used += 1
            }
            line += word
            used += wordWidth
        }
        if used > 0 { lines.append(line) }
        return lines
    }
}
