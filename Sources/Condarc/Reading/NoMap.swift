import CondaURL
import LosslessYAML

/// What stands in a file in the place of its map of parameters, and what was most likely meant.
struct NoMap {
    let message: Sentence
    /// The parameter that the message names.
    var key: String?
    /// What shows it.
    let range: SourceRange
    let hint: Advice?

    /// Nil where conda passes over it: what Python takes for false.
    static func found(_ root: YAMLNode, in document: YAMLDocument) -> NoMap? {
        if FileSecrets.token(aloneIn: document.bytes) != nil {
            return NoMap(
                message: "the file holds what looks like a token, and no map of parameters", range: root.range,
                hint: "is it the right file?")
        }
        guard root.value.isTrue else { return nil }
        if let foreign = document.foreignText {
            return NoMap(message: "\(foreign.message)", range: line(foreign.line, of: document), hint: foreign.hint)
        }
        if root.kind == .scalar, root.style == .plain, case let text = root.value.text ?? "",
            let mistake = words(text, root, document) ?? lineMistake(text, root, document) ?? missingColon(text, root)
        {
            return mistake
        }
        return NoMap(
            message: "the file holds \(root.value.noun), not a map of parameters", range: root.range, hint: hint(root))
    }

    private static func hint(_ root: YAMLNode) -> Advice {
        guard root.kind == .sequence else {
            return root.style != .plain && root.value.text?.contains(": ") == true
                ? "take away the quotes around it"
                : "write `KEY: VALUE` lines, such as `channels: [conda-forge]`, or name another file"
        }
        let keys = root.items.first?.resolved.entries.compactMap(\.key.resolved.scalarText) ?? []
        return keys.contains { ParameterTable.parameter(forKey: $0) != nil }
            ? "take away the '- ' in front of each key"
            : "write the list's key on a line above it, such as `channels:`"
    }

    /// The text of a line, from 1.
    private static func line(_ number: Int, of document: YAMLDocument) -> SourceRange {
        let start = document.source.offset(of: SourceLocation(line: number, column: 1))
        let end = document.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? document.bytes.count
        return SourceRange(start, end)
    }

    /// `numpy`, and `pandas` below it: a list without its key.
    private static func words(_ text: String, _ root: YAMLNode, _ document: YAMLDocument) -> NoMap? {
        let words = text.split(separator: " ")
        guard !words.isEmpty, words.count <= 6,
            words.allSatisfy({ ShapeHint.isPlain($0) || URLParts.hasScheme(String($0)) }),
            ParameterTable.parameter(forKey: String(words[0])) == nil,
            document.bytes[root.range.offsets].contains(0x0A)
                || words.count == 1
                    && (WellKnownChannels.names.contains(String(words[0])) || URLParts.hasScheme(String(words[0])))
        else { return nil }
        return NoMap(
            message: "the file holds words without a key, no map of parameters", range: root.range,
            hint: "write `channels: [\(words.joined(separator: ", "))]` if they are channels; packages are no settings")
    }

    /// A text in place of a map most often has one mistake in each line.
    private static func lineMistake(_ text: String, _ root: YAMLNode, _ document: YAMLDocument) -> NoMap? {
        let source = document.source
        guard let mistake = source.mistake(inLine: root.line), let start = mistake.location, let end = mistake.end
        else { return nil }
        let key = text.prefix { $0.isLetter || "-_".contains($0) }
        return NoMap(
            message: "\(mistake.message), so that the file holds no map of parameters",
            range: SourceRange(source.offset(of: start), source.offset(of: end)),
            hint: ForeignParameters.otherOwner(of: String(key)) ?? mistake.advice)
    }

    /// `channels conda-forge`
    private static func missingColon(_ text: String, _ root: YAMLNode) -> NoMap? {
        let words = text.split(separator: " ")
        guard words.count > 1, case let key = words[0].prefix(while: { !";,".contains($0) }),
            let parameter = ParameterTable.parameter(forKey: String(key))
        else { return nil }
        let isList = parameter.type.isSequence
        // `channels <- c("conda-forge", "bioconda")` is a program's.
        var values = words.dropFirst().drop { ["<-", "=", ":=", "->", "=>", "is"].contains($0) }[...]
        if let first = values.first, first.hasPrefix("c(") { values[values.startIndex] = first.dropFirst() }
        let plain = values.map { ShapeHint.bare($0.last == "," ? $0.dropLast() : $0) }
        let isSafe = root.range.count == text.utf8.count && plain.count <= 6 && plain.allSatisfy(ShapeHint.isPlain)
        let rest = isSafe ? plain.joined(separator: isList ? ", " : " ") : isList ? "ITEM" : "VALUE"
        return NoMap(
            message: "a ':' is missing behind \(.key), so that the file holds no map of parameters", key: String(key),
            range: SourceRange(root.range.lowerBound, root.range.lowerBound + key.utf8.count),
            hint: "write `\(line: "\(key): \(isList ? "[\(rest)]" : rest)")`")
    }
}
