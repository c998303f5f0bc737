/// A unified diff, as `diff -u` and `git diff` write it.
package enum UnifiedDiff {
    /// The difference, secrets redacted; empty where there is none.
    ///
    /// Carriage returns stay in the lines; a last line without a line feed is marked as `diff` marks it.
    ///
    /// - Parameters:
    ///   - oldName: such as a path, or `/dev/null` for a file that does not exist.
    ///   - context: unchanged lines around a change.
    ///   - hidden: what is secret in a text and no line shows to be: byte offsets, ascending.
    package static func text(
        from old: [UInt8], to new: [UInt8], oldName: String, newName: String, context: Int = 3,
        hidden: ([UInt8]) -> [Range<Int>] = { _ in [] }
    ) -> String {
        guard old != new else { return "" }
        let (old, new) = (Side(lines(old), hidden(old)), Side(lines(new), hidden(new)))
        var result = "--- \(shown(oldName))\n+++ \(shown(newName))\n"
        for hunk in hunks(LineDiff.changes(from: old.lines, to: new.lines), context: context) {
            append(hunk, old, new, context, to: &result)
        }
        return result
    }

    /// One of the two texts.
    private struct Side {
        let lines: [ArraySlice<UInt8>]
        private let hidden: [Range<Int>]

        init(_ lines: [ArraySlice<UInt8>], _ hidden: [Range<Int>]) { (self.lines, self.hidden) = (lines, hidden) }

        func text(_ line: ArraySlice<UInt8>, isChanged: Bool = false) -> String {
            Redactor.redact(line: line, hidden: hidden, isChanged: isChanged)
        }
    }

    private static func shown(_ name: String) -> String { ControlCharacters.escaped(Redactor.redact(path: name)) }

    /// Lines with their line feeds.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(bytes[start...position])
            start = position + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// Changes that are near enough to share their context, together.
    private static func hunks(_ changes: [LineChange], context: Int) -> [[LineChange]] {
        var hunks: [[LineChange]] = []
        for change in changes {
            if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                hunks[hunks.count - 1].append(change)
            } else {
                hunks.append([change])
            }
        }
        return hunks
    }

    private static func append(
        _ hunk: [LineChange], _ old: Side, _ new: Side, _ context: Int, to result: inout String
    ) {
        guard let first = hunk.first, let last = hunk.last else { return }
        let before = min(context, first.old.lowerBound)
        let after = min(context, old.lines.count - last.old.upperBound)
        let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
        let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
        result += "@@ -\(shown(oldRange)) +\(shown(newRange)) @@\n"
        var position = oldRange.lowerBound
        for change in hunk {
            for line in old.lines[position..<change.old.lowerBound] { append(" ", line, old.text(line), to: &result) }
            var shown: Set<String> = []
            for line in old.lines[change.old] {
                let text = old.text(line)
                shown.insert(text)
                append("-", line, text, to: &result)
            }
            for line in new.lines[change.new] {
                var text = new.text(line)
                // Two equal lines would say that nothing changed: it is the secret that did.
                if shown.contains(text) { text = new.text(line, isChanged: true) }
                append("+", line, text, to: &result)
            }
            position = change.old.upperBound
        }
        for line in old.lines[position..<oldRange.upperBound] { append(" ", line, old.text(line), to: &result) }
    }

    /// Line numbers from 1; an empty range names the line before it.
    private static func shown(_ range: Range<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + (range.isEmpty ? 0 : 1)),\(range.count)"
    }

    private static func append(_ mark: String, _ line: ArraySlice<UInt8>, _ text: String, to result: inout String) {
        result += mark
        result += text
        if line.last != UInt8(ascii: "\n") { result += "\n\\ No newline at end of file\n" }
    }
}
