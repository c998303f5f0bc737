import CondaURL
import LosslessJSON

/// The text of another client's file of credentials: a value to read from and to edit.
package struct ClientFile: StoreText {
    package let format: ClientFormat
    let path: String
    let document: JSONDocument

    /// - Throws: `.syntax` with line and column where the text is no JSON object.
    package init(_ bytes: [UInt8], format: ClientFormat, path: String) throws(CredentialError) {
        self.format = format
        self.path = path
        let isEmpty = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        do throws(JSONError) {
            document = try JSONDocument(isEmpty ? Array("{}".utf8) : bytes)
        } catch {
            throw CredentialError(
                .syntax, "the credentials of \(format.name.rawValue) are damaged: \(error.message)", path: path,
                line: error.line, column: error.column,
                hint: "mend it there: \(format.name.rawValue) reads none of the file as it is")
        }
        guard document.root.members != nil else {
            throw CredentialError(
                .syntax, "the credentials of \(format.name.rawValue) are not an object", path: path, line: 1,
                column: 1)
        }
    }

    package var bytes: [UInt8] { document.bytes }

    /// Every entry that a reader finds, in the order of the file.
    package var credentials: [(key: String, credential: ClientFormat.Credential)] {
        document.root.visibleMembers.map { ($0.name, format.credential($0.value)) }
    }

    /// Entries that the client does not find or cannot read; at most a hundred, for each costs a walk to its line.
    var problems: [StoreProblem] {
        let members = document.root.visibleMembers
        let found = members.lazy.compactMap { member -> StoreProblem? in
            let client = format.name.rawValue
            let shown = ChannelURL.shown(member.name)
            func problem(_ message: String, _ remedy: String) -> StoreProblem {
                let place = JSONError(.notFound, "", at: member.range.lowerBound, in: document.bytes)
                return StoreProblem(
                    .clientEntry, path: path, message: message, line: place.line, column: place.column, remedy: remedy)
            }
            if member.name.contains("://"), let due = format.key(member.name, .repoToken) {
                return problem(
                    "\(client) does not find \(shown): it looks for a host without a scheme",
                    members.contains { $0.name.isSameText(as: due) }
                        ? "take it out: there is an entry of \(due)" : "write \(due) in its place")
            }
            let credential = format.credential(member.value)
            if case .token(_, let kind) = credential, let due = format.key("https://\(member.name)", kind),
                URLText.rightStripped(member.name) != due, !MisplacedToken.isOne(member.name)
            {
                return problem(
                    "\(client) does not find \(shown): it looks for "
                        + (due.contains("/") ? "\(due)" : "a host, \(due)"),
                    members.contains { $0.name.isSameText(as: due) }
                        ? "take it out: there is an entry of \(due)" : "write \(due) in its place")
            }
            guard case .other = credential else { return nil }
            return problem(
                "the entry of \(shown) holds nothing that \(client) reads", "it is to hold \(format.dueContent)")
        }
        return Array(found.prefix(100))
    }

    /// The file after edits, in one pass over it; nil where nothing changes. Every other byte stays.
    package func applying(
        _ edits: [TokenEdit]
    ) throws(CredentialError) -> (file: ClientFile?, effects: [TokenEdit.Effect]) {
        var drafts: [[UInt8]: Draft] = [:]
        for (place, member) in document.root.visibleMembers.enumerated() {
            drafts[Array(member.name.utf8)] = Draft(
                place: place, key: member.name, member: member, credential: format.credential(member.value))
        }
        var effects: [TokenEdit.Effect] = []
        for edit in edits {
            guard case .host(let key, let kind) = edit.address else {
                throw CredentialError(
                    .usage, "\(format.name.rawValue) keeps tokens by host", path: path)
            }
            var draft = drafts[Array(key.utf8)] ?? Draft(place: drafts.count, key: key)
            let effect = try edit.effect(on: draft.secrets(of: kind), path: path)
            effects.append(effect == .added && draft.credential != nil ? .replaced : effect)
            guard effect != .none else { continue }
            draft.isEdited = true
            draft.credential = if case .set(let secret, _) = edit.action { .token(secret, kind) } else { nil }
            drafts[Array(key.utf8)] = draft
        }
        guard effects.contains(where: { $0 != .none }) else { return (nil, effects) }
        let edited: JSONDocument
        do throws(JSONError) {
            edited = try written(drafts.values.filter(\.isEdited).sorted { $0.place < $1.place })
        } catch {
            throw CredentialError(
                .invalid, "the credentials of \(format.name.rawValue) cannot be edited: \(error.message)", path: path)
        }
        return (try ClientFile(edited.bytes, format: format, path: path), effects)
    }

    /// One entry while edits are made.
    private struct Draft {
        let place: Int
        let key: String
        var member: JSONMember?
        var credential: ClientFormat.Credential?
        var isEdited = false

        func secrets(of kind: TokenKind) -> [Secret] {
            if case .token(let secret, kind)? = credential { [secret] } else { [] }
        }
    }

    private func written(_ drafts: [Draft]) throws(JSONError) -> JSONDocument {
        func value(_ draft: Draft) -> JSONValue? {
            if case .token(let secret, let kind)? = draft.credential { format.entry(secret, kind) } else { nil }
        }
        var document = self.document
        for draft in drafts where draft.member != nil {
            // One by one, in the layout of what stands there: a host's entry is rarely more than one.
            if let value = value(draft) { document = try document.setting(value, at: [.name(draft.key)]) }
        }
        let gone = Set(drafts.filter { $0.member != nil && $0.credential == nil }.map { Array($0.key.utf8) })
        if !gone.isEmpty { document = try document.removingMembers(of: []) { gone.contains(Array($0.name.utf8)) } }
        let new = drafts.filter { $0.member == nil }.compactMap { draft in
            value(draft).map { JSONValue.Member(draft.key, $0) }
        }
        return try document.appending(new, toObjectAt: [])
    }

    /// The file as indented JSON, every text but the names and kinds redacted: for diffs.
    package var outline: String {
        let members = (document.root.members ?? []).map {
            JSONValue.Member(MisplacedToken.shown($0.name), Self.redacted($0.value, name: nil))
        }
        return JSONValue.object(members).text(indent: 2) + "\n"
    }

    private static func redacted(_ node: JSONNode, name: String?) -> JSONValue {
        switch node.content {
        case .object(let members): .object(members.map { .init($0.name, redacted($0.value, name: $0.name)) })
        case .array: "…"
        case .string(let text):
            if name == "type" || name == "user" || name == "username" {
                // Tokens of anaconda.org stand there as well.
                .string(SecretScanner.isToken(text) ? Secret(text).redacted : text)
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
