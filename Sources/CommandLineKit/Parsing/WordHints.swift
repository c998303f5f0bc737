/// What to say to words that other programs have.
///
/// A row's words, a blank between two, mean the same; of several rows with a word the first counts.
package struct WordHints: Sendable, ExpressibleByDictionaryLiteral {
    package let rows: [(words: [Substring], hint: String)]

    package init(dictionaryLiteral rows: (String, String)...) {
        self.rows = rows.map { ($0.split(separator: " "), $1) }
    }

    package subscript(word: String) -> String? { rows.first { $0.words.contains { $0 == word } }?.hint }
}
