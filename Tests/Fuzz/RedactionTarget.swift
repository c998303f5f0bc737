import CondaURL
import LosslessJSON

@testable import CommandLineKit

extension FuzzTarget {
    /// Any text, and secrets planted in it where a reader would look for one: no output shows them.
    static let redaction = FuzzTarget(name: "redaction", quickRuns: 10_000) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        for extent in [SecretScanner.Extent.lines, .value] {
            let spans = SecretScanner.secrets(in: text.utf8, as: extent)
            var end = 0
            for span in spans {
                promise(
                    span.range.lowerBound >= end && !span.range.isEmpty && span.range.upperBound <= text.utf8.count,
                    "spans are ascending, disjoint and inside: \(spans)")
                end = span.range.upperBound
            }
        }
        // conda takes out the first token, and behind a second one all is another URL.
        if let url = ChannelURL(text), let bare = ChannelURL(url.withoutSecrets), bare.token == nil,
            let password = bare.password
        {
            promise(password.isEmpty || Placeholder.stands(in: password), "no password is left of \(text)")
        }
        for line in bytes.split(separator: 0x0A) {
            let shown = excerpt(of: line)
            promise(
                shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
                "no control character is left of \(Array(line).quoted)")
        }
        PlantedSecret.all(around: bytes.parts(3)).forEach { $0.check() }
    }
}

/// A line as an excerpt shows it.
private func excerpt(of line: ArraySlice<UInt8>) -> String {
    ExcerptLine(line, around: 1).view(around: Excerpt.Mark(line: 1, column: 1), room: 4000).text
}

/// A text with a secret in it at a place that makes it one.
private struct PlantedSecret {
    /// None of its parts is a word that stands in texts by itself.
    static let word = "Zq7xVw93Kj5m"

    let what: String
    let text: String
    /// Whether all of the text is one value of a file, a variable or an argument.
    var isValue = false

    static func all(around parts: [[UInt8]]) -> [PlantedSecret] {
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        let (before, inside, after) = (texts[0], texts[1], texts[2])
        let line = { (text: String) in String(text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }) }
        // Behind `/t/` the first word is the token, and no other one.
        let plain = "a" + String(inside.unicodeScalars.filter { $0.properties.isAlphabetic && $0.isASCII }.prefix(40))
        // What may begin a placeholder may hide a secret from us, as it should.
        let closed = { (text: String) in text.unicodeScalars.filter { !"{<$".unicodeScalars.contains($0) } }
        let name = String(closed(line(inside)).filter { !"/?#@:%".unicodeScalars.contains($0) }.prefix(40))
        var all = [
            PlantedSecret(what: "a token alone", text: "\(String(closed(before))) tk-\(word) \(after)"),
            PlantedSecret(what: "a token on a line", text: "\(before)\nhttps://host/\(plain)/t/\(word)/c\n\(after)"),
            PlantedSecret(what: "a password on a line", text: "\(before)\n- https://\(plain):\(word)@host\n\(after)"),
            PlantedSecret(what: "a named value", text: "\(before)\napi_token: \(word)\n\(after)"),
            PlantedSecret(what: "a query", text: "\(before)\nhttps://host/c?x=1&access_token=\(word)&y=2\n\(after)"),
        ]
        let token = word + name
        if !Placeholder.stands(in: token) {
            let url = "https://host/\(plain)/t/\(token)/c\(line(after))"
            all.append(PlantedSecret(what: "a token", text: url, isValue: true))
        }
        let password = name + word + plain
        if !Placeholder.stands(in: password) {
            all.append(PlantedSecret(what: "a password", text: "https://joe:\(password)@host/c", isValue: true))
        }
        return all
    }

    /// Whether no character of the text ends a URL among other words on a line.
    private var isOneWord: Bool {
        text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value < 0x7F && !"\"'`,]}>{<".unicodeScalars.contains($0)
        }
    }

    func check() {
        var shown: [String] = []
        if !isValue || isOneWord {
            shown += [
                Redactor.redact(text), Array(text.utf8).split { $0 == 0x0A || $0 == 0x0D }.map(excerpt).joined(),
                UnifiedDiff.text(from: Array(text.utf8), to: Array("\(text)\nx".utf8), oldName: "a", newName: "b"),
            ]
        }
        if isValue {
            shown += [Redactor.redact(value: text), ChannelURL.shown(text)]
            shown += ChannelURL(text).map { [$0.redacted, $0.withoutSecrets] } ?? []
            shown.append(Redactor.redact(.object([.init(text, .string(text))])).text(style: .compact))
        }
        for output in shown {
            promise(!output.contains(Self.word), "\(what) is shown: \(text.debugDescription) as \(output)")
        }
    }
}
