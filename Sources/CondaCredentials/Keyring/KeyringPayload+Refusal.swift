import CondaURL
import LosslessJSON

extension KeyringPayload {
    /// Why anaconda-auth refuses a field, and with it the whole entry.
    struct Refusal: Error {
        /// Nil for the entry as a whole.
        let field: String?
        /// Lower case, without a secret.
        let reason: String
    }

    /// What anaconda-auth refuses, in the order in which it looks.
    ///
    /// Source: anaconda-auth's `TokenInfo`.
    var refusals: [Refusal] {
        let reasons = [
            ("domain", textRefusal("domain", isOptional: false)), ("version", versionRefusal),
            ("username", textRefusal("username", isOptional: true)),
            ("api_key", textRefusal("api_key", isOptional: true)), ("repo_tokens", repoTokensRefusal),
        ]
        return reasons.compactMap { field, reason in reason.map { Refusal(field: field, reason: $0) } }
    }

    private func textRefusal(_ name: String, isOptional: Bool) -> String? {
        guard let value = document.root[name], value.string == nil, !(isOptional && value.isNull) else { return nil }
        return "the entry's \(name) is no text"
    }

    /// A whole number is due, also as text, or null.
    private var versionRefusal: String? {
        switch document.root["version"]?.content {
        case nil, .null?, .bool?: return nil
        case .number(let text)?: if let number = Double(text), number == number.rounded() { return nil }
        case .string(let text)?:
            let text = text.strippedAsPython
            let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
            let whole = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let isZero = whole.count < 2 || (!whole[1].isEmpty && whole[1].allSatisfy { $0 == "0" })
            if let first = whole.first, !first.isEmpty, isZero, first.utf8.allSatisfy(\.isDigit) { return nil }
        default: break
        }
        return "the entry's version is no whole number"
    }

    /// What is due in place of `repo_tokens` of another type, for hints.
    static let dueTokens = "repo_tokens is to be a list: [{\"token\": \"…\", \"org_name\": \"…\"}]"

    private var repoTokensRefusal: String? {
        guard let list = document.root["repo_tokens"] else { return nil }
        guard let elements = list.elements else { return "the entry's repo_tokens is no list" }
        for element in elements {
            guard element["token"]?.string != nil else { return "a repo token of the entry has no token" }
            guard KeyringPayload.org(of: element) != nil else { return "the org_name of a repo token is no text" }
        }
        return nil
    }
}
