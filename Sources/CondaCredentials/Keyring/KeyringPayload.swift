import LosslessJSON

/// What one keyring entry holds: the JSON object inside the base64 text. An edit keeps the fields it does not know.
///
/// Source: `anaconda_auth.token.TokenInfo`.
package struct KeyringPayload: Sendable {
    package struct RepoToken: Sendable {
        /// Index in `repo_tokens`.
        let index: Int
        package let secret: Secret
        /// Nil for a site token.
        package let org: String?
    }

    /// The `version` that this code writes.
    package static let version = 2

    let document: JSONDocument

    /// - Throws: why the text is no JSON object.
    init(json: [UInt8]) throws(JSONError) {
        document = try JSONDocument(json)
        guard document.root.members != nil else {
            throw JSONError(.syntax, "the payload is not an object", at: document.root.range.lowerBound, in: json)
        }
    }

    init(_ document: JSONDocument) { self.document = document }

    /// A new entry, with its fields in the order in which anaconda-auth writes them.
    init(domain: String) throws(JSONError) {
        let fields: JSONValue = [
            "domain": .string(domain), "repo_tokens": [], "version": .init(integerLiteral: KeyringPayload.version),
        ]
        try self.init(json: Array(fields.text(style: .compact).utf8))
    }

    package var apiKey: Secret? { document.root["api_key"]?.string.map { Secret($0) } }

    package var repoTokens: [RepoToken] {
        (document.root["repo_tokens"]?.elements ?? []).enumerated().compactMap { index, element in
            guard let token = element["token"]?.string, let org = KeyringPayload.org(of: element) else { return nil }
            return RepoToken(index: index, secret: Secret(token), org: org)
        }
    }

    /// The organization, nil inside for none; nil outside if the element has something else in its place.
    static func org(of element: JSONNode) -> String?? {
        guard let name = element["org_name"], !name.isNull else { return .some(nil) }
        return name.string.map { .some($0) }
    }

    /// A field of a repo token that is meant to name its organization, and is not read.
    var misspeltOrganization: JSONMember? {
        (document.root["repo_tokens"]?.elements ?? []).lazy.filter { $0["org_name"] == nil }.compactMap { element in
            element.members?.first {
                ["organization", "org", "orgname"].contains($0.name.filter(\.isLetter).lowercased())
            }
        }.first
    }

    /// A field that is meant to hold tokens and is not read, and the one that is.
    var misspeltTokens: (field: JSONMember, due: String)? {
        let due = [
            "repo_tokens": ["repotoken", "repotokens", "tokens", "token"], "api_key": ["apikey", "apitoken", "key"],
        ].filter { document.root[$0.key] == nil }
        for member in due.isEmpty ? [] : document.root.members ?? [] {
            let name = member.name.filter(\.isLetter).lowercased()
            if let found = due.first(where: { $0.value.contains(name) }) { return (member, found.key) }
        }
        return nil
    }

    /// Whether it has a field that only anaconda-auth's entries have.
    var looksLikeEntry: Bool {
        ["api_key", "repo_tokens", "domain"].contains { document.root[$0] != nil }
    }

    /// Whether nothing is left but what every new entry has.
    var holdsNothing: Bool {
        apiKey == nil
            && (document.root.members ?? []).allSatisfy { member in
                ["domain", "version", "username", "api_key"].contains(member.name)
                    || (member.name == "repo_tokens" && member.value.elements?.isEmpty == true)
            }
    }

    /// The payload of a legacy entry as anaconda-auth rewrites it under today's domain.
    func moved(to domain: String) throws(JSONError) -> KeyringPayload {
        let named = try document.setting(.string(domain), at: ["domain"])
        return KeyringPayload(try named.setting(KeyringPayload.version.json, at: ["version"]))
    }
}
