import CondaURL
import LosslessYAML

/// What a hint says letter by letter to write in place of what was found.
struct Remedy {
    /// What stands behind `write`.
    let text: String
    /// Whether it is a whole line, or what a parameter has in place of its value, and not a single word.
    private let isLine: Bool

    /// Nil for a hint that leaves something to whoever reads it.
    init?(_ hint: String) {
        if let line = Self.line(in: hint) {
            (text, isLine) = (line, true)
        } else if let word = Self.word(in: hint) {
            (text, isLine) = (word, false)
        } else {
            return nil
        }
    }

    private static let gaps: Set<Substring> = ["VALUE", "ITEM", "KEY", "NAME", "HOST", "PORT", "PATH", "URL"]

    private static func line(in hint: String) -> String? {
        let parts = hint.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count == 3, ["write ", "quotes: ", "around: "].contains(where: parts[0].hasSuffix),
            ["", " in its place", ", with ordinary characters"].contains(parts[2]), !parts[1].contains("…"),
            parts[1].split(whereSeparator: { !$0.isLetter }).allSatisfy({ !gaps.contains($0) })
        else { return nil }
        return String(parts[1])
    }

    private static func word(in hint: String) -> String? {
        if hint.hasPrefix("did you mean '"), hint.hasSuffix("'?") { return String(hint.dropFirst(14).dropLast(2)) }
        let leads = ["write a whole URL: ", "write a whole URL, such as ", "write a whole path, such as ", "write "]
        guard let lead = leads.first(where: hint.hasPrefix) else { return nil }
        var word = hint.dropFirst(lead.count).prefix { $0 != " " }
        let rest = hint[word.endIndex...]
        guard let sign = word.last else { return nil }
        // Behind a comma there may be others to choose from.
        let isOne = ";:".contains(sign) || sign == "," && [" and", " which"].contains(where: rest.hasPrefix)
        guard rest.isEmpty || isOne else { return nil }
        if !rest.isEmpty { word.removeLast() }
        return word.isEmpty || word.contains("…") || word.contains("`") ? nil : String(word)
    }

    /// The text in which the remedy of a finding is followed, and where it stands in it; nil where no place is sure.
    func followed(for finding: Finding, in bytes: [UInt8]) -> (bytes: [UInt8], range: Range<Int>)? {
        guard finding.hasLine, let source = try? SourceText(bytes) else { return nil }
        let start = source.offset(of: SourceLocation(line: finding.line, column: finding.column))
        let place =
            isLine && holdsKeyOrDash && isWholeLine(from: start, source)
            ? lines(at: start, finding, source) : word(from: start, finding, source)
        guard let place else { return nil }
        return (
            Array(bytes[..<place.lowerBound]) + text.utf8 + bytes[place.upperBound...],
            place.lowerBound..<(place.lowerBound + text.utf8.count)
        )
    }

    /// Whether an item that is proposed may begin where it is to stand: behind a key it may not.
    private func isWholeLine(from start: Int, _ source: SourceText) -> Bool {
        let line = source.lineRange(at: start)
        return !text.hasPrefix("- ")
            || source.bytes[line.lowerBound..<start].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    }

    private var holdsKeyOrDash: Bool {
        text.hasPrefix("- ") || text.hasPrefix(" ") || text.hasSuffix(":") || text.contains(": ")
    }

    /// The place of a finding, within its quotes.
    private func word(from start: Int, _ finding: Finding, _ source: SourceText) -> Range<Int>? {
        guard let end = finding.end.map({ source.offset(of: $0) }), end > start else { return nil }
        let (first, last) = (source.bytes[start], source.bytes[end - 1])
        let isQuoted = end - start > 1 && first == last && "'\"".utf8.contains(first) && text.utf8.first != first
        return isQuoted ? (start + 1)..<(end - 1) : start..<end
    }

    /// The line of a finding, or all of the parameter that it is about.
    private func lines(at start: Int, _ finding: Finding, _ source: SourceText) -> Range<Int>? {
        let line = source.lineRange(at: start)
        let text = source.bytes[line.offsets]
        let body = text.drop { $0 == 0x20 && self.text.utf8.first != 0x20 }
        let end = text.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? line.lowerBound
        let ofLine = body.startIndex..<max(body.startIndex, end)
        if finding.rule == SyntaxRule.name || self.text.hasPrefix("- ") { return ofLine }
        guard let root = (try? YAMLDocument(configuration: source.bytes))?.root, root.kind == .mapping else {
            return nil
        }
        return root.entries.lazy.map { $0.key.range.lowerBound..<$0.value.range.upperBound }.first {
            $0.contains(start)
        }
    }
}

extension Checker {
    /// The most bytes and findings that remedies are tried with: each of them reads the text again.
    private static let most = (bytes: 32 << 10, findings: 32)

    /// The findings, of which no remedy is one that the rules would find fault with: in its place stands what they would say
    /// of it.
    func withTriedRemedies(
        _ findings: [Finding], path: String, bytes: [UInt8], _ traits: FileTraits, _ memory: CheckMemory
    ) -> [Finding] {
        guard bytes.count <= Self.most.bytes else { return findings }
        return findings.enumerated().map { index, finding in
            guard index < Self.most.findings else { return finding }
            var (finding, text) = (finding, bytes)
            var last = finding
            // A remedy may lead to another one, but no long way.
            for _ in 0..<3 {
                guard let hint = last.hint, let remedy = Remedy(hint),
                    let followed = remedy.followed(for: last, in: text),
                    let fault = fault(in: followed.range, of: followed.bytes, besides: findings, path, traits, memory)
                else { break }
                guard fault.rule != DuplicateKeyRule.name else {
                    let line = fault.related?.span.start.line ?? fault.line
                    finding.hint =
                        "such a key stands in line \(line) already: "
                        + (finding.rule == SyntaxRule.name ? "write it there" : "keep one of the two")
                    break
                }
                finding.hint = fault.hint
                (last, text) = (fault, followed.bytes)
            }
            return finding
        }
    }

    /// What no other text in the same place would be spared.
    private static let ofTrust = Set(RuleCatalog.all.filter { $0.isOfTrust }.map { $0.name })

    /// What is found of a part of a text that was not found before.
    func fault(
        in range: Range<Int>, of bytes: [UInt8], besides known: [Finding], _ path: String, _ traits: FileTraits,
        _ memory: CheckMemory
    ) -> Finding? {
        guard let source = try? SourceText(bytes) else { return nil }
        let found = untriedFindings(
            path: path, .init(configuration: bytes), traits: traits, memory: memory, refusing: false)
        return found.first { finding in
            let start = source.offset(of: SourceLocation(line: finding.line, column: finding.column))
            let end = finding.end.map { source.offset(of: $0) } ?? start
            return finding.hasLine && finding.hint != nil && range.contains(start) && end <= range.upperBound
                && !Self.ofTrust.contains(finding.rule)
                // That the text is YAML is what was asked.
                && (finding.rule != UnknownParameterRule.name || known.first?.rule != SyntaxRule.name)
                && !known.contains { $0.rule == finding.rule && $0.message == finding.message }
        }
    }
}
