import CondaURL
import LosslessYAML

/// The secrets in a file's text: comments count, since a token in one is as readable.
package enum FileSecrets {
    /// Those that surely are some: a finding is more than text that is better hidden.
    static func certain(in document: YAMLDocument) -> [SecretSpan] {
        let text = document.bytes
        let inLines = SecretScanner.secrets(in: text).filter { isCertain($0, in: text) }
        // What is folded or escaped is no secret of any line.
        let beyond = scalarSecrets(in: document).filter { scalar in
            scalar.kind != .named && !scalar.isDoubtful && !inLines.contains { $0.range.overlaps(scalar.range) }
        }
        return beyond.isEmpty ? inLines : (inLines + beyond).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// What of a file is secret and no line by itself shows to be: byte offsets, ascending, apart from each other.
    ///
    /// Lines are redacted by what stands in them; this adds values that go over lines or are escaped, and those of keys
    /// that are named like a secret.
    package static func hidden(in text: [UInt8]) -> [Range<Int>] {
        if let token = token(aloneIn: text) { return [token] }
        var ranges = SecretScanner.secrets(in: text).filter { $0.kind == .privateKey }.map(\.range)
        if let document = try? YAMLDocument(configuration: text) {
            ranges += scalarSecrets(in: document).map(\.range)
            if let root = document.root { addNamed(root, isSecret: false, to: &ranges) }
        } else {
            ranges += BrokenText(text).hidden
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var end = 0
        return ranges.filter { range in
            defer { end = max(end, range.upperBound) }
            return range.lowerBound >= end
        }
    }

    /// All of a text but the blanks around it, where that is one word that looks like a token: such a file was given by
    /// mistake.
    package static func token(aloneIn text: [UInt8]) -> Range<Int>? {
        let limit = 4096
        guard text.count <= limit, let start = text.firstIndex(where: { $0.isOfName }),
            let last = text.lastIndex(where: { $0 > 0x20 }), last - start >= 19,
            // A byte order mark may stand before it.
            text[..<start].allSatisfy({ $0 <= 0x20 || $0 >= 0x80 }), text[start...last].contains(where: \.isDigit),
            text[start...last].allSatisfy({ $0.isOfName || $0 == UInt8(ascii: ".") })
        else { return nil }
        return start..<(last + 1)
    }

    /// The lines of a file without their secrets.
    package static func redacted(_ text: [UInt8]) -> String {
        let plain = text.replacing(hidden(in: text).map { ($0, "…") })
        let shown = plain.replacing(SecretScanner.secrets(in: plain).map { ($0.range, $0.shown(in: plain)) })
        return String(decoding: shown, as: UTF8.self)
    }

    private static func isCertain(_ secret: SecretSpan, in text: [UInt8]) -> Bool {
        if secret.isDoubtful { return false }
        return switch (secret.place, secret.kind) {
        case (.url, _), (_, .bare), (_, .token), (_, .privateKey): true
        case (.address(let start), .password): hasPort(behind: secret.range.upperBound, startingAt: start, in: text)
        default: false
        }
    }

    /// Scalars, keys among them, that hold a secret and are not written as they are read: all of each is the span.
    private static func scalarSecrets(in document: YAMLDocument) -> [SecretSpan] {
        let bytes = document.bytes
        var found: [SecretSpan] = []
        for node in document.nodes where node.kind == .scalar {
            let range = node.range.lowerBound..<node.range.upperBound
            let quotes = node.style == .singleQuoted || node.style == .doubleQuoted ? 1 : 0
            // Most are plain ASCII, and read as they are written.
            guard bytes[range].contains(where: { $0 < 0x20 || $0 >= 0x80 || "\\'".utf8.contains($0) }),
                let text = node.scalarText,
                !text.utf8.elementsEqual(bytes[range].dropFirst(quotes).dropLast(quotes)),
                case let secrets = SecretScanner.secrets(in: text.utf8, as: .value),
                let secret = secrets.first(where: { !$0.isDoubtful }) ?? secrets.first
            else { continue }
            found.append(
                SecretSpan(
                    kind: secret.kind, range: range, place: .url(start: range.lowerBound),
                    isDoubtful: secret.isDoubtful))
        }
        return found
    }

    /// The scalars below a key that is named like a secret.
    private static func addNamed(_ node: YAMLNode, isSecret: Bool, to ranges: inout [Range<Int>]) {
        switch node.kind {
        case .scalar:
            guard isSecret, let text = node.scalarText,
                SecretScanner.secrets(inValue: text.utf8, named: "secret").contains(where: { $0.kind == .named })
            else { return }
            ranges.append(node.range.lowerBound..<node.range.upperBound)
        case .sequence: for item in node.items { addNamed(item, isSecret: isSecret, to: &ranges) }
        case .mapping:
            for entry in node.entries {
                let isNamed = entry.key.resolved.scalarText.map(SecretScanner.isSecretName) == true
                addNamed(isNamed ? entry.value.resolved : entry.value, isSecret: isSecret || isNamed, to: &ranges)
            }
        case .alias: break
        }
    }

    /// `user:password@host:8080`; without a port it may be `contact:kim@example.org`.
    private static func hasPort(behind at: Int, startingAt start: Int, in text: [UInt8]) -> Bool {
        if text[start...].starts(with: "//".utf8) { return true }
        let isHostByte: (UInt8) -> Bool = {
            $0.isLetterOrDigit || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        let host = text[(at + 1)...].prefix(while: isHostByte)
        let rest = text[host.endIndex...]
        return !host.isEmpty && rest.first == UInt8(ascii: ":")
            && rest.dropFirst().first.map { $0.isDigit } == true
    }
}
