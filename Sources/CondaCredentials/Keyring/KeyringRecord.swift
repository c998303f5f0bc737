import CondaURL
import LosslessJSON

/// An entry of the keyring as anaconda-auth takes it: with the types that it insists on.
///
/// Source: anaconda-auth's `TokenInfo`.
struct KeyringRecord: Sendable {
    struct RepoToken: Sendable {
        let token: Secret
        let org: String?
    }

    /// Why anaconda-auth cannot take the entry; lower case, without a secret.
    struct Refusal: Error {
        let reason: String
    }

    let apiKey: Secret?
    let repoTokens: [RepoToken]

}

extension KeyringRecord {
    /// - Parameter isRewritten: whether it is one of a former domain, whose `domain` and `version` are not looked at.
    init(entry: String, isRewritten: Bool = false) throws(Refusal) {
        let bytes: [UInt8]
        guard entry.utf8.allSatisfy({ $0 < 0x80 }) else { throw Refusal(reason: "the entry is no base64") }
        do { bytes = try Base64.decodeAsPython(entry) } catch { throw Refusal(reason: "the entry is no base64") }
        guard let document = try? JSONDocument(bytes) else { throw Refusal(reason: "the entry holds no JSON") }
        guard document.root.members != nil else { throw Refusal(reason: "the entry holds no JSON object") }
        let fields = KeyringFields(document.root)
        if !isRewritten {
            try fields.checkText("domain", isOptional: false)
            try fields.checkVersion()
        }
        try fields.checkText("username", isOptional: true)
        try fields.checkText("api_key", isOptional: true)
        apiKey = document.root["api_key"]?.string.map { Secret($0) }
        repoTokens = try fields.repoTokens()
    }
}

/// The fields of an entry, each in the type that is due.
private struct KeyringFields {
    let root: JSONNode

    init(_ root: JSONNode) { self.root = root }

    private func refusal(_ name: String, _ due: String) -> KeyringRecord.Refusal {
        KeyringRecord.Refusal(reason: "the entry's \(name) is no \(due)")
    }

    func checkText(_ name: String, isOptional: Bool) throws(KeyringRecord.Refusal) {
        guard let value = root[name] else { return }
        guard value.string != nil || (isOptional && value.isNull) else { throw refusal(name, "text") }
    }

    /// A whole number, also as text, or null.
    func checkVersion() throws(KeyringRecord.Refusal) {
        switch root["version"]?.content {
        case nil, .null?, .bool?: return
        case .number(let text)?: if let number = Double(text), number == number.rounded() { return }
        case .string(let text)?:
            let text = text.strippedAsPython
            let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
            let whole = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let isZero = whole.count < 2 || (!whole[1].isEmpty && whole[1].allSatisfy { $0 == "0" })
            if let first = whole.first, !first.isEmpty, isZero, first.utf8.allSatisfy(\.isDigit) {
                return
            }
        default: break
        }
        throw refusal("version", "whole number")
    }

    func repoTokens() throws(KeyringRecord.Refusal) -> [KeyringRecord.RepoToken] {
        guard let list = root["repo_tokens"] else { return [] }
        guard let elements = list.elements else { throw refusal("repo_tokens", "list") }
        var found: [KeyringRecord.RepoToken] = []
        for element in elements {
            guard element.members != nil, let token = element["token"]?.string else {
                throw KeyringRecord.Refusal(reason: "a repo token of the entry has no token")
            }
            if let org = element["org_name"], org.string == nil, !org.isNull {
                throw KeyringRecord.Refusal(reason: "the org_name of a repo token is no text")
            }
            found.append(.init(token: Secret(token), org: element["org_name"]?.string))
        }
        return found
    }
}
