import LosslessJSON

extension KeyringFile {
    package func applying(_ edits: [TokenEdit]) throws(CredentialError) -> (
        file: KeyringFile?, effects: [TokenEdit.Effect]
    ) { try applying(edits, droppingEmptied: false) }

    /// The keyring after edits, in one pass over it and over each entry; nil where nothing changes.
    ///
    /// - Parameter droppingEmptied: whether an entry goes whose last token does, where it holds nothing else.
    /// - Throws: `.conflict` where an edit may not be made, `.syntax` or `.invalid` for an entry that cannot be edited; then
    ///   no edit is.
    package func applying(
        _ edits: [TokenEdit], droppingEmptied: Bool
    ) throws(CredentialError) -> (file: KeyringFile?, effects: [TokenEdit.Effect]) {
        // Found by domain without going through them all.
        let index = Dictionary(entries.map { (Array($0.storedDomain.utf8), $0) }) { $1 }
        var effects = [TokenEdit.Effect](repeating: .none, count: edits.count)
        var changes: [KeyringChange] = []
        for (domain, places) in try editsByDomain(edits) {
            let entry = KeyringFile.entry(for: domain) { index[Array($0.utf8)] }
            let present: KeyringPayload
            if let entry {
                present = try readablePayload(of: entry)
            } else {
                guard places.contains(where: { edits[$0].token != nil }) else { continue }
                present = try newPayload(domain)
            }
            let (payload, results) = try present.applying(places.map { edits[$0] }, path: path)
            for (place, effect) in zip(places, results) { effects[place] = effect }
            guard let payload else { continue }
            let isDropped =
                droppingEmptied && results.contains(.removed) || present.apiKey != nil && payload.apiKey == nil
            // A removal leaves an entry where it stands; only one that is written to moves from a former name.
            let isOnlyRemoved = results.allSatisfy { $0 == .none || $0 == .removed }
            changes.append(
                KeyringChange(
                    domain: isOnlyRemoved ? entry?.storedDomain ?? domain : domain, entry: entry,
                    payload: isDropped && payload.holdsNothing ? nil : payload))
        }
        guard !changes.isEmpty else { return (nil, effects) }
        return (try editing { () throws(JSONError) in try written(changes) }, effects)
    }

    /// Places of the edits of each domain, in the order in which the domains come up.
    private func editsByDomain(_ edits: [TokenEdit]) throws(CredentialError) -> [(domain: String, places: [Int])] {
        let domains = edits.compactMap(\.address.domain)
        guard domains.count == edits.count else {
            throw CredentialError(.usage, "a keyring keeps tokens by domain, not by URL", path: path)
        }
        return Dictionary(grouping: domains.indices) { Array(domains[$0].utf8) }.values
            .sorted { $0[0] < $1[0] }.map { (domains[$0[0]], $0) }
    }

    private func newPayload(_ domain: String) throws(CredentialError) -> KeyringPayload {
        do { return try KeyringPayload(domain: domain) } catch {
            throw CredentialError(editingKeyring: error, path: path)
        }
    }

    private func written(_ changes: [KeyringChange]) throws(JSONError) -> JSONDocument {
        var document = self.document
        let service = JSONPath.Component.name(KeyringFile.service)
        // Entries that stay where they are, in the order of the text.
        let rewritten = changes.compactMap { change -> (node: JSONNode, value: JSONValue)? in
            guard let payload = change.payload, let entry = change.entry, change.keepsName else { return nil }
            return (entry.node, KeyringFile.text(of: payload))
        }
        document = try document.replacing(rewritten.sorted { $0.node.range.lowerBound < $1.node.range.lowerBound })
        let gone = Set(changes.filter { $0.payload == nil }.compactMap { $0.entry.map { Array($0.storedDomain.utf8) } })
        if !gone.isEmpty {
            document = try document.removingMembers(of: [service]) { gone.contains(Array($0.name.utf8)) }
        }
        for change in changes {
            guard let payload = change.payload, let entry = change.entry, !change.keepsName else { continue }
            document = try KeyringFile.writing(payload, as: change.domain, replacing: entry, in: document)
        }
        var new = changes.compactMap { change in
            change.entry == nil
                ? change.payload.map { JSONValue.Member(change.domain, KeyringFile.text(of: $0)) } : nil
        }
        if document.root[KeyringFile.service] == nil, let first = new.first {
            document = try document.setting(first.value, at: [service, .name(first.name)], escapingNonASCII: true)
            new.removeFirst()
        }
        guard !new.isEmpty else { return document }
        return try document.appending(new, toObjectAt: [service], escapingNonASCII: true)
    }

    static func text(of payload: KeyringPayload) -> JSONValue {
        .string(Base64.encode(payload.document.bytes))
    }
}

/// What becomes of one entry.
private struct KeyringChange {
    let domain: String
    /// Nil for a new one.
    let entry: KeyringEntry?
    /// Nil where the entry goes.
    let payload: KeyringPayload?

    /// Whether it stands under its own domain already, not under a former name of it.
    var keepsName: Bool { entry?.storedDomain.isSameText(as: domain) ?? false }
}
