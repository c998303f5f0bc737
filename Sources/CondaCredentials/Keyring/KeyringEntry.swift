import LosslessJSON

/// One domain's entry in the keyring.
package struct KeyringEntry: Sendable {
    package enum Content: Sendable {
        case payload(KeyringPayload)
        /// What cannot be decoded is kept as it is; why.
        case damaged(String)
    }

    /// The domain as the file has it.
    package let storedDomain: String
    package let content: Content
    /// Whether the base64 reads only by skipping characters that do not belong there.
    package let isLoose: Bool
    /// Whether it is null, which anaconda-auth takes for no entry at all.
    let isNull: Bool
    /// The payload of a damaged entry that has it as it is, without base64, or without the padding of that.
    let plain: KeyringPayload?
    /// UTF-8 byte offset of the entry in the file.
    let offset: Int
    /// Its text in the file.
    let node: JSONNode

    init(_ member: JSONMember) {
        storedDomain = member.name
        offset = member.range.lowerBound
        node = member.value
        isNull = member.value.isNull
        guard let text = member.value.string else {
            isLoose = false
            let written = try? KeyringPayload(json: Array(member.value.value.text(style: .compact).utf8))
            plain = written?.looksLikeEntry == true ? written : nil
            let empty = isNull ? try? KeyringPayload(domain: storedDomain) : nil
            content =
                empty.map { .payload($0) }
                ?? .damaged(
                    plain == nil ? "its payload is not a string" : "its payload is JSON, and the base64 of that is due")
            return
        }
        isLoose = (try? Base64.decode(text)) == nil
        let found = KeyringEntry.content(of: text)
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        if case .damaged = found, !padding.isEmpty, !text.hasSuffix("="),
            let padded = KeyringEntry.payload(of: text + padding), padded.looksLikeEntry
        {
            plain = padded
            content = .damaged("the padding '\(padding)' is missing behind its payload")
        } else {
            plain = nil
            content = found
        }
    }

    private static func content(of text: String) -> Content {
        do {
            let json = try Base64.decodeAsPython(text)
            do { return .payload(try KeyringPayload(json: json)) } catch {
                return .damaged("its payload breaks at line \(error.line), column \(error.column): \(error.message)")
            }
        } catch { return .damaged("its payload breaks at character \(error.offset + 1): \(error.message)") }
    }

    /// What the base64 text of an entry holds, or nil if it is damaged.
    static func payload(of text: String) -> KeyringPayload? {
        if case .payload(let payload) = content(of: text) { payload } else { nil }
    }

    /// Whether all of it can be saved.
    var isRecoverable: Bool { isWhole || plain != nil }

    /// Whether it can be read and holds something.
    var isWhole: Bool { payload != nil && !isNull }

    package var payload: KeyringPayload? {
        if case .payload(let payload) = content { payload } else { nil }
    }
}
