import CondaURL
import LosslessYAML

/// What to write in place of a value of the wrong shape.
enum ShapeHint {
    static func list(from value: TracedValue, for key: String, _ type: ParameterType) -> String {
        let general = "write each item on a line of its own, as `  - ITEM`"
        guard case .scalar(.string(let text)) = value.content else { return general }
        if text.hasPrefix("-"), let item = text.dropFirst().split(separator: " ").first, isPlain(item) {
            return "put a blank behind the '-' of each item: `- \(item)`"
        }
        guard case .sequence(of: .primitive(.string), _) = type else { return general }
        let words = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(bare).filter { !$0.isEmpty }
        guard !words.isEmpty, words.count <= 6, words.allSatisfy(isPlain) else { return general }
        return "write `\(key): [\(words.joined(separator: ", "))]`, or each item on a line, as `  - ITEM`"
    }

    static func single(from value: TracedValue, for key: String, _ type: ParameterType) -> String {
        if case .sequence = type { return "write each item on a line of its own, as `  - ITEM`" }
        if let item = value.items?.first?.value.text, value.items?.count == 1, isPlain(item[...]) {
            return "write it without '-' and brackets: `\(key): \(item)`"
        }
        return value.items == nil
            ? "write one value; put it in quotes if the braces or the ':' belong to it"
            : "write one value, without '-' and brackets"
    }

    private static func bare(_ word: Substring) -> Substring {
        var word = word
        while let first = word.first, isBracket(first) { word.removeFirst() }
        while let last = word.last, isBracket(last) { word.removeLast() }
        return word
    }

    private static func isBracket(_ character: Character) -> Bool { "()[]{}'\"“”‘’„‚«»`".contains(character) }

    /// Whether it stands in brackets without quotes.
    private static func isPlain(_ word: Substring) -> Bool {
        word.utf8.count <= 60 && word.first?.isLetter == true
            && word.utf8.allSatisfy {
                $0.isLetterOrDigit || "._-/~".utf8.contains($0)
            }
    }
}
