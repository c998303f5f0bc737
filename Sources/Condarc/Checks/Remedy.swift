import CondaURL
import LosslessYAML

/// What advice says letter by letter to write in place of what was found.
struct Remedy {
    let text: String
    /// Whether it is a whole line, or what a parameter has in place of its value, and not a single word.
    private let isLine: Bool

    /// Nil for advice that leaves something to whoever reads it.
    init?(_ advice: Advice) {
        guard let proposal = advice.proposal, !proposal.hasGap else { return nil }
        text = proposal.text
        isLine = if case .line = proposal { true } else { false }
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
        if RuleCatalog.refusing.contains(finding.rule) || self.text.hasPrefix("- ") { return ofLine }
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
                guard let remedy = last.advice.flatMap(Remedy.init),
                    let followed = remedy.followed(for: last, in: text),
                    let fault = fault(in: followed.range, of: followed.bytes, besides: findings, path, traits, memory)
                else { break }
                guard !Self.ofRepeatedKeys.contains(fault.rule) else {
                    let line = fault.related?.span.start.line ?? fault.line
                    let isNoKeyYet = RuleCatalog.refusing.contains(finding.rule)
                    finding.advice =
                        "such a key stands in line \(line) already: \(isNoKeyYet ? "write it there" : "keep one of the two")"
                    break
                }
                finding.advice = fault.advice
                (last, text) = (fault, followed.bytes)
            }
            return finding
        }
    }

    /// What no other text in the same place would be spared.
    private static let ofTrust = RuleCatalog.names { $0.isOfTrust }

    private static let ofRepeatedKeys = RuleCatalog.names { $0.isOfRepeatedKeys }

    private static let ofUnknownKeys = RuleCatalog.names { $0.isOfUnknownKeys }

    /// What is found of a part of a text that was not found before.
    func fault(
        in range: Range<Int>, of bytes: [UInt8], besides known: [Finding], _ path: String, _ traits: FileTraits,
        _ memory: CheckMemory
    ) -> Finding? {
        guard let source = try? SourceText(bytes) else { return nil }
        // Of what was no configuration only that it is one was asked.
        let wasRefused = known.first.map { RuleCatalog.refusing.contains($0.rule) } == true
        let found = untriedFindings(
            path: path, .init(configuration: bytes), traits: traits, memory: memory, refusing: false)
        return found.first { finding in
            let start = source.offset(of: SourceLocation(line: finding.line, column: finding.column))
            let end = finding.end.map { source.offset(of: $0) } ?? start
            return finding.hasLine && finding.advice != nil && range.contains(start) && end <= range.upperBound
                && !Self.ofTrust.contains(finding.rule)
                && !(wasRefused && Self.ofUnknownKeys.contains(finding.rule))
                && !known.contains { $0.rule == finding.rule && $0.message == finding.message }
        }
    }
}
