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
        let names = Set(members.map { Array($0.name.utf8) })
        var problems: [StoreProblem] = []
        for member in members where problems.count < 100 {
            let credential = format.credential(member.value)
            guard let (message, remedy) = complaint(about: member, holding: credential, among: names) else { continue }
            let place = JSONError(.notFound, "", at: member.range.lowerBound, in: document.bytes)
            let isOther = if case .other = credential { true } else { false }
            problems.append(
                StoreProblem(
                    .clientEntry, path: path, message: message, line: place.line, column: place.column, remedy: remedy,
                    hidesToken: isOther && member.value.mayHoldToken))
        }
        return problems
    }

    private func complaint(
        about member: JSONMember, holding credential: ClientFormat.Credential, among names: Set<[UInt8]>
    ) -> (message: String, remedy: String)? {
        let client = format.name.rawValue
        let shown = ChannelURL.shown(member.name)
        func notFound(_ what: String, _ due: String) -> (String, String) {
            let isThere = names.contains(Array(due.utf8))
            return (
                "\(client) does not find \(shown): it looks for \(what)",
                isThere ? "take it out: there is an entry of \(due)" : "write \(due) in its place"
            )
        }
        if member.name.contains("://"), let due = format.key(member.name, .repoToken) {
            return notFound("a host without a scheme", due)
        }
        if case .token(_, let kind) = credential, let due = format.key("https://\(member.name)", kind),
            URLText.rightStripped(member.name) != due, !MisplacedToken.isOne(member.name)
        {
            return notFound(due.contains("/") ? due : "a host, \(due)", due)
        }
        guard case .other = credential else { return nil }
        return ("the entry of \(shown) holds nothing that \(client) reads", "it is to hold \(format.dueContent)")
    }

    /// The file after edits; nil where nothing changes. Every other byte stays, and an entry that stays keeps its place.
    package func applying(
        _ edits: [TokenEdit]
    ) throws(CredentialError) -> (file: ClientFile?, effects: [TokenEdit.Effect]) {
        var document = self.document
        var present = Dictionary(uniqueKeysWithValues: credentials.map { (Array($0.key.utf8), $0.credential) })
        var removed: Set<[UInt8]> = []
        var effects: [TokenEdit.Effect] = []
        for edit in edits {
            guard case .host(let key, let kind) = edit.address else {
                throw CredentialError(.usage, "\(format.name.rawValue) keeps tokens by host", path: path)
            }
            let name = Array(key.utf8)
            let stored: [Secret] = if case .token(let secret, kind)? = present[name] { [secret] } else { [] }
            let effect = try edit.effect(on: stored, path: path)
            // Something else may stand there, such as a password.
            effects.append(effect == .added && present[name] != nil ? .replaced : effect)
            guard effect != .none else { continue }
            present[name] = edit.token.map { .token($0, kind) }
            guard let secret = edit.token else {
                removed.insert(name)
                continue
            }
            removed.remove(name)
            document = try editing { () throws(JSONError) in
                try document.setting(format.entry(secret, kind), at: [.name(key)])
            }
        }
        guard effects.contains(where: { $0 != .none }) else { return (nil, effects) }
        if !removed.isEmpty {
            document = try editing { () throws(JSONError) in
                try document.removingMembers(of: []) { removed.contains(Array($0.name.utf8)) }
            }
        }
        return (try ClientFile(document.bytes, format: format, path: path), effects)
    }

    private func editing(_ edit: () throws(JSONError) -> JSONDocument) throws(CredentialError) -> JSONDocument {
        do { return try edit() } catch {
            throw CredentialError(
                .invalid, "the credentials of \(format.name.rawValue) cannot be edited: \(error.message)", path: path)
        }
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
