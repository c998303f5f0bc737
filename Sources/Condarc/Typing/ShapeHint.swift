import CondaURL
import LosslessYAML

/// What to write in place of a value of the wrong shape.
package enum ShapeHint {
    /// `{{ name }}`, which YAML takes for a map in a map where it is not in quotes.
    static func isTemplate(_ value: TracedValue) -> Bool {
        if let text = value.value.text { return text.contains("{{") && text.contains("}}") }
        guard let entries = value.entries, entries.count == 1, case .mapping = entries[0].key else { return false }
        return true
    }

    /// - Parameter due: the shape that is due in the place of the value.
    /// - Parameter whole: the value of the parameter that it is, or stands in.
    /// - Parameter nothing: how the text says that no value is wanted.
    static func hint(
        for value: TracedValue, due: String, in whole: TracedValue, of key: String, _ type: ParameterType,
        _ nothing: NoValue
    ) -> Advice {
        let entries = (whole.entries ?? []) + (whole.items == nil ? [] : value.entries ?? [])
        if let other = entries.lazy.compactMap({ stray($0.key.text, in: key) }).first {
            return "begin `\(other): …` in the first column, without a '-': it is a parameter of its own"
        }
        if due == "list", let text = value.value.text, let lead = listMark(text) { return lead }
        let texts = ParameterTable.parameter(forKey: key)?.texts
        if let texts, texts.isChannel || texts == .package, due == "single value", let entries = value.entries,
            !entries.isEmpty,
            entries.allSatisfy({ Reshaping.isOff($0.value) })
        {
            return texts.isChannel ? ChannelName.leaveOut : "remove it: only what is listed counts"
        }
        if texts == .package, value.entries?.first?.key == "pip" {
            return "packages of pip belong into an environment file, such as environment.yml"
        }
        let isWhole = value.origin == whole.origin
        if isWhole, due != "single value", isNothing(value.value) {
            // Of directories and platforms there are always some.
            let isAlwaysSome = texts?.isPath == true || texts == .platform
            return isAlwaysSome
                ? nothing.advice : "write `\(key): \(due == "list" ? "[]" : "{}")` for none, or \(nothing.advice)"
        }
        if let line = Reshaping.line(whole, as: type, of: key) { return "write `\(line: line)`" }
        if texts == .package, let name = value.entries?.first?.key.text, isPlain(name[...]) {
            return "write the version behind a '=': \(name)=VERSION"
        }
        if key == "proxy_servers" {
            return
                "write lines below it such as `  https: http://HOST:PORT` or `  https: http://USER:${PASSWORD}@HOST:PORT`"
        }
        if isWhole, due == "list", value.value == .bool(true) {
            return "write its items, as in `\(key): [ITEM]`, or \(nothing.advice)"
        }
        return switch due {
        case "list": "write each item on a line of its own, as `  - ITEM`"
        case "map": "write each entry on a line of its own, as `  NAME: VALUE`"
        default:
            value.items == nil
                ? "write one value; put it in quotes if the braces or the ':' belong to it"
                : "write one value, without '-' and brackets"
        }
    }

    /// The name of a parameter that was written below another one.
    static func stray(_ name: String?, in key: String) -> String? {
        guard let name, name != key, name.contains("_") || name == "channels",
            ParameterTable.parameter(forKey: name)?.name == name
        else { return nil }
        return name
    }

    /// Texts in the place of a list that are one, but for how its items begin.
    private static func listMark(_ text: String) -> Advice? {
        let lead = text.split(separator: " ", maxSplits: 2).prefix(2).joined(separator: " ")
        if let bullet = LineMistake(bullet: lead[...]) { return "\(bullet.message): \(bullet.advice)" }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let number = digits.isEmpty && text.dropFirst().first == ")" ? text.prefix { $0.isLetter } : digits
        if let sign = text[number.endIndex...].first, ".)".contains(sign), !number.isEmpty || sign == ")",
            case let rest = text[number.endIndex...].dropFirst(), rest.first == " "
        {
            let item = rest.drop { $0 == " " }.prefix { $0 != " " }
            return
                "an item begins with '-', not with '\(number)\(sign)': write `\(line: "- " + (isPlain(item) ? item : "ITEM"))`"
        }
        if text.hasPrefix("-- "), case let item = text.dropFirst(3).prefix(while: { $0 != " " }), isPlain(item) {
            return "an item begins with one '-': write `\(line: "- " + item)`"
        }
        if text.hasPrefix("- "), text.contains("\n") { return "take away the '|' or '>' behind the ':'" }
        if text.hasPrefix("-"), let item = text.dropFirst().split(separator: " ").first,
            isPlain(item) || item.first.map({ "/~$".contains($0) }) == true
        {
            guard let dash = LineMistake(dash: Array("-\(item)".unicodeScalars)[...]), !text.hasPrefix("- ") else {
                return "write each item on a line of its own and without quotes, as `  - \(item)`"
            }
            return "\(dash.message): \(dash.advice)"
        }
        if text.hasPrefix("-"), let name = text.dropFirst().prefix(1).lookalike?.name {
            return "write an ordinary blank behind the '-' in place of what stands there, \(name)"
        }
        return nil
    }

    /// The items that a single text most likely stands for.
    static func words(of text: String) -> [String] {
        let isURL = text.contains("://")
        return text.withoutLookalikes.split {
            $0 == "," || $0 == ";" || $0 == "|" || $0.isWhitespace || ($0 == ":" && !isURL)
        }.map { String(bare($0)) }.filter { !$0.isEmpty }
    }

    /// Where a single value ends with what is a comment in other languages, or with a flag, which a command line has not.
    static func comment(in value: YAMLValue) -> Advice? {
        guard let text = value.text else { return nil }
        if let (word, flag) = flag(behind: text) {
            return "write \(word) alone; 'condarc-tool edit' opens the file to write #!\(flag) behind it"
        }
        return [" //", " ;", " --"].first(where: text.contains).map {
            "a comment begins with ' #': write it in place of '\($0.dropFirst())'"
        }
    }

    /// `strict !final` and `strict #!final`: the value, and the flag behind it.
    package static func flag(behind text: String) -> (value: Substring, flag: String)? {
        guard text.utf8.contains(UInt8(ascii: "!")) else { return nil }
        let small = text.lowercased()
        for flag in ["final", "top", "bottom"] {
            if text == "#!" + flag { return ("", flag) }
            for mark in [" !", " #!"] where small.hasSuffix(mark + flag) {
                let value = text.dropLast(mark.count + flag.count)
                let isShown = value.utf8.allSatisfy { $0.isLetterOrDigit || "._-/~:$".utf8.contains($0) }
                if isShown, !value.isEmpty, value.utf8.count <= 60 { return (value, flag) }
            }
        }
        return nil
    }

    /// Without brackets and quotes at its ends.
    static func bare(_ word: Substring) -> Substring {
        var word = word
        while let first = word.first, isBracket(first) { word.removeFirst() }
        while let last = word.last, isBracket(last) { word.removeLast() }
        return word
    }

    private static func isBracket(_ character: Character) -> Bool { "()[]{}'\"“”‘’„‚«»`".contains(character) }

    /// `none`, `false` and the like in the place of a list or map.
    static func isNothing(_ value: YAMLValue) -> Bool {
        switch value {
        case .string(let text):
            ["none", "null", "nil", "nothing", "empty", "no", "off", "false"].contains(text.lowercased())
        case .bool(let bool): !bool
        case .int(let number): number.digits == "0"
        default: false
        }
    }

    /// What to do about several in one item, written out where none of them needs quotes.
    static func apart(_ noun: String, _ words: [Substring]) -> Advice {
        let isPlain =
            (1...6).contains(words.count)
            && words.allSatisfy { word in
                word.first.map { "/~".contains($0) || $0.isLetter } == true
                    && word.utf8.allSatisfy { $0.isOfName || "./~=".utf8.contains($0) }
            }
        return isPlain
            ? "write each \(noun) as an item of its own, as in [\(words.joined(separator: ", "))]"
            : "write each \(noun) as an item of its own"
    }

    /// Whether it stands in brackets without quotes.
    static func isPlain(_ word: Substring) -> Bool {
        word.utf8.count <= 60 && word.first?.isLetter == true
            && word.utf8.allSatisfy {
                $0.isLetterOrDigit || "._-/~".utf8.contains($0)
            }
    }
}
