import LosslessJSON

/// The text of another client's file of credentials: a value to read from and to edit.
///
/// - Source: rattler's `authentication_storage`, mamba's `authentication_info`
package struct ClientFile: Sendable {
    package let client: OtherClient
    let path: String
    let document: JSONDocument

    /// - Throws: `.syntax` with line and column where the text is no JSON object.
    package init(_ bytes: [UInt8], client: OtherClient, path: String) throws(CredentialError) {
        self.client = client
        self.path = path
        let isEmpty = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        do throws(JSONError) {
            document = try JSONDocument(isEmpty ? Array("{}".utf8) : bytes)
        } catch {
            throw CredentialError(
                .syntax, "the credentials of \(client.rawValue) are damaged: \(error.message)", path: path,
                line: error.line, column: error.column)
        }
        guard document.root.members != nil else {
            throw CredentialError(
                .syntax, "the credentials of \(client.rawValue) are not an object", path: path, line: 1, column: 1)
        }
    }

    package var bytes: [UInt8] { document.bytes }

    /// Every entry, in the order of the file.
    package var credentials: [ClientCredential] {
        (document.root.members ?? []).map { member in
            let (kind, secret) = client == .mamba ? Self.mamba(member.value) : Self.rattler(member.value)
            return ClientCredential(client: client, key: member.name, kind: kind, secret: secret, path: path)
        }
    }

    private static func mamba(_ entry: JSONNode) -> (ClientCredential.Kind, Secret?) {
        switch entry["type"]?.string {
        case "CondaToken"?: (.condaToken, entry["token"]?.string.map { Secret($0) })
        case "BearerToken"?: (.bearerToken, entry["token"]?.string.map { Secret($0) })
        case "BasicHTTPAuthentication"?: (.password, entry["password"]?.string.map { Secret($0) })
        default: (.other, nil)
        }
    }

    private static func rattler(_ entry: JSONNode) -> (ClientCredential.Kind, Secret?) {
        if let token = entry["CondaToken"]?.string { return (.condaToken, Secret(token)) }
        if let token = entry["BearerToken"]?.string { return (.bearerToken, Secret(token)) }
        if let password = entry["BasicHTTP"]?["password"]?.string { return (.password, Secret(password)) }
        return (.other, nil)
    }

    /// The file with a token under a key, or nil where it stands there already. Every other byte stays.
    package func setting(_ secret: Secret, kind: TokenKind, at key: String) throws(CredentialError) -> ClientFile? {
        let wanted: ClientCredential.Kind = kind == .apiKey ? .bearerToken : .condaToken
        if let present = credentials.last(where: { $0.key.isSameText(as: key) }), present.kind == wanted,
            present.secret?.matches(secret) == true
        {
            return nil
        }
        let edited: JSONDocument
        do throws(JSONError) {
            edited = try document.setting(client.entry(secret, kind: kind), at: [.name(key)])
        } catch {
            throw CredentialError(
                .invalid, "the credentials of \(client.rawValue) cannot be edited: \(error.message)", path: path)
        }
        return try ClientFile(edited.bytes, client: client, path: path)
    }

    /// The file as indented JSON, every text but the names and kinds redacted: for diffs.
    package var outline: String {
        let members = (document.root.members ?? []).map {
            JSONValue.Member($0.name, Self.redacted($0.value, name: nil))
        }
        return JSONValue.object(members).text(indent: 2) + "\n"
    }

    private static func redacted(_ node: JSONNode, name: String?) -> JSONValue {
        switch node.content {
        case .object(let members): .object(members.map { .init($0.name, redacted($0.value, name: $0.name)) })
        case .array: "…"
        case .string(let text):
            if name == "type" || name == "user" || name == "username" {
                .string(text)
            } else if name == "token" || name == "CondaToken" || name == "BearerToken" {
                .string(Secret(text).redacted)
            } else {
                "…"
            }
        case .null, .bool: node.value
        case .number: "…"
        }
    }
}
