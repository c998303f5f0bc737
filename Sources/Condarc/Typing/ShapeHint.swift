import CondaURL
import LosslessYAML

/// What to write in place of a value of the wrong shape.
enum ShapeHint {
    /// `{{ name }}`, which YAML takes for a map in a map.
    static func isTemplate(_ value: TracedValue) -> Bool {
        guard let entries = value.entries, entries.count == 1, case .mapping = entries[0].key else { return false }
        return true
    }

    static func list(from value: TracedValue, for key: String, _ type: ParameterType) -> String {
        let general = "write each item on a line of its own, as `  - ITEM`"
        if let entries = value.entries, let first = entries.first {
            if case .sequence(of: .map, _) = type {
                return "put '- ' before its first line and two blanks before the others, or [ and ] around braces"
            }
            if first.key.text == nil, let item = first.value.value.text, isPlain(item[...]) {
                return "write each item as `- \(item)`, without a number and a ':'"
            }
            if holdsPackages(key), let name = first.key.text, isPlain(name[...]) {
                return "write each item as `- \(spec(name, first.value))`"
            }
            let names = entries.compactMap { $0.key.text }
            guard entries.allSatisfy(\.value.isNull), let name = first.key.text, isPlain(name[...]) else {
                return general
            }
            return "write each item as `- \(name)`, without a ':'"
                + (names.count > 1 && names.count <= 6 && names.allSatisfy { isPlain($0[...]) }
                    ? ", or `\(key): [\(names.joined(separator: ", "))]`" : "")
        }
        guard case .scalar(.string(let text)) = value.content else { return general }
        let lead = text.split(separator: " ", maxSplits: 2).prefix(2).joined(separator: " ")
        if let bullet = LineMistake(bullet: lead[...]) { return "\(bullet.message): \(bullet.hint)" }
        if text.hasPrefix("- "), text.contains("\n") { return "take away the '|' or '>' behind the ':'" }
        if text.hasPrefix("-"), let item = text.dropFirst().split(separator: " ").first, isPlain(item) {
            guard let dash = LineMistake(dash: Array("-\(item)".unicodeScalars)[...]), !text.hasPrefix("- ") else {
                return "write each item on a line of its own and without quotes, as `  - \(item)`"
            }
            return "\(dash.message): \(dash.hint)"
        }
        if text.hasPrefix("-"), let name = text.dropFirst().prefix(1).lookalike?.name {
            return "write an ordinary blank behind the '-' in place of what stands there, \(name)"
        }
        guard case .sequence(of: .primitive(.string), _) = type else { return general }
        let isURL = text.contains("://")
        let words = text.withoutLookalikes.split { $0 == "," || $0 == ";" || $0.isWhitespace || ($0 == ":" && !isURL) }
            .map(bare)
            .filter { !$0.isEmpty }
        guard !words.isEmpty, words.count <= 6, words.allSatisfy(isItem) else { return general }
        return "write `\(key): [\(words.joined(separator: ", "))]`, or each item on a line, as `  - ITEM`"
    }

    /// What stands in brackets without quotes, paths and URLs as well.
    private static func isItem(_ word: Substring) -> Bool {
        if isPlain(word) { return true }
        let rest = word.firstRange(of: "://").map { word[$0.upperBound...] } ?? word.drop { "~/".contains($0) }
        return rest.startIndex != word.startIndex && isPlain(rest)
    }

    static func map(from value: TracedValue, for key: String) -> String {
        let general = "write each entry on a line of its own, as `  NAME: VALUE`"
        if let items = value.items, !items.isEmpty, items.allSatisfy({ $0.entries != nil }) {
            return "take away the '- ' in front of each entry"
        }
        guard let text = value.value.text else { return general }
        let words = text.split(separator: " ", maxSplits: 1)
        if words.count == 2, isPlain(words[0]), !text.contains("\n"), !words[1].contains(" ") {
            return "put a ':' behind the name: `\(words[0]): …`"
        }
        return key == "proxy_servers" && text.contains(":")
            ? "write lines below it, `  http: …` and `  https: …`, with the URL behind each" : general
    }

    static func single(from value: TracedValue, for key: String, _ type: ParameterType) -> String {
        if case .sequence = type {
            guard let entries = value.entries else {
                return "one list is enough: take away the brackets or the '- ' around the inner one"
            }
            if entries.count == 1, entries[0].value.isNull, let name = entries[0].key.text, isPlain(name[...]) {
                return "take away the ':': `- \(name)`"
            }
            if holdsPackages(key), entries.first?.key == "pip" {
                return "packages of pip belong into an environment file, such as environment.yml"
            }
            if entries.count == 1, case .scalar(.bool) = entries[0].value.content, let name = entries[0].key.text,
                isPlain(name[...])
            {
                return "write the item alone: `- \(name)`"
            }
            if holdsPackages(key), let name = entries.first?.key.text, isPlain(name[...]) {
                return "write `- \(spec(name, entries[0].value))`"
            }
            let isNamed = entries.first?.key.text.map(["name", "channel", "url"].contains) == true
            if entries.count == 1 || isNamed, let name = entries[0].value.value.text, isItem(name[...]) {
                return "write the item alone: `- \(name)`"
            }
            return "put the item in quotes if the braces or the ':' belong to it"
        }
        if let item = value.items?.first?.value.text, value.items?.count == 1, isPlain(item[...]) {
            return "write it without '-' and brackets: `\(key): \(item)`"
        }
        return value.items == nil
            ? "write one value; put it in quotes if the braces or the ':' belong to it"
            : "write one value, without '-' and brackets"
    }

    private static func holdsPackages(_ key: String) -> Bool {
        ParameterTable.parameter(forKey: key).map(TextKind.init) == .package
    }

    /// A package and its version as one spec.
    private static func spec(_ name: String, _ version: TracedValue) -> String {
        if version.isNull { return name }
        // A number may have lost its last zero.
        return name + "=" + (version.value.text.map { $0.drop { "= ".contains($0) } } ?? "VERSION")
    }

    /// Where a single value ends with what is a comment in other languages.
    static func comment(in value: YAMLValue) -> String? {
        guard let text = value.text else { return nil }
        return [" //", " ;", " --"].first(where: text.contains).map {
            "a comment begins with ' #': write it in place of '\($0.dropFirst())'"
        }
    }

    private static func bare(_ word: Substring) -> Substring {
        var word = word
        while let first = word.first, isBracket(first) { word.removeFirst() }
        while let last = word.last, isBracket(last) { word.removeLast() }
        return word
    }

    private static func isBracket(_ character: Character) -> Bool { "()[]{}'\"“”‘’„‚«»`".contains(character) }

    /// Whether it stands in brackets without quotes.
    static func isPlain(_ word: Substring) -> Bool {
        word.utf8.count <= 60 && word.first?.isLetter == true
            && word.utf8.allSatisfy {
                $0.isLetterOrDigit || "._-/~".utf8.contains($0)
            }
    }
}
