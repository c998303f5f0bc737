import CondaURL
import LosslessJSON

@testable import CondaCredentials

/// The text of a `NoteStore`.
struct NoteText: StoreText {
    private(set) var lines: [(url: String, secret: Secret)] = []
    let path: String

    init(_ bytes: [UInt8], path: String) throws(CredentialError) {
        self.path = path
        let texts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, text) in texts.enumerated() where !text.isEmpty {
            let words = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            guard words.count == 2, let url = String(validating: words[0], as: UTF8.self) else {
                throw CredentialError(
                    .syntax, "the line is no URL and a token behind it", path: path, line: number + 1, column: 1)
            }
            lines.append((url, Secret(bytes: words[1])))
        }
    }

    var bytes: [UInt8] {
        lines.flatMap { url, secret in Array("\(url) ".utf8) + secret.withRevealedBytes { Array($0) } + [0x0A] }
    }

    var outline: String { lines.map { "\(ChannelURL.shown($0.url)) \($0.secret.redacted)\n" }.joined() }

    func applying(_ edits: [TokenEdit]) throws(CredentialError) -> (file: NoteText?, effects: [TokenEdit.Effect]) {
        var after = self
        var effects: [TokenEdit.Effect] = []
        for edit in edits {
            guard case .url(let url) = edit.address else {
                throw CredentialError(.usage, "it keeps tokens by URL", path: path)
            }
            let places = after.lines.indices.filter { after.lines[$0].url.isSameText(as: url) }
            let effect = try edit.effect(on: places.map { after.lines[$0].secret }, path: path)
            effects.append(effect)
            guard effect != .none else { continue }
            for place in places.reversed() { after.lines.remove(at: place) }
            if let token = edit.token { after.lines.insert((url, token), at: places.first ?? after.lines.count) }
        }
        return (effects.allSatisfy { $0 == .none } ? nil : after, effects)
    }
}
