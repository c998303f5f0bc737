import LosslessJSON

/// The text of an Anaconda keyring: a value to read from and to edit, with no file behind it.
///
/// Source: `anaconda_auth.token.AnacondaKeyring`.
package struct KeyringFile: StoreText {
    /// The service under which anaconda-auth keeps its entries.
    package static let service = "Anaconda Cloud"

    /// For messages.
    let path: String
    let document: JSONDocument
    package let bytes: [UInt8]

    /// Reads a keyring; an empty one is what anaconda-auth leaves when it checks that it can write.
    ///
    /// - Throws: `.syntax` or `.invalid` with line and column where the text is damaged.
    package init(_ bytes: [UInt8], path: String) throws(CredentialError) {
        self.path = path
        self.bytes = bytes
        let isEmpty = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        do { document = try JSONDocument(isEmpty ? Array("{}".utf8) : bytes) } catch {
            throw KeyringFile.damage(error, path: path)
        }
        guard document.root.members != nil else {
            throw KeyringFile.damage(
                JSONError(.syntax, "the keyring is not an object", at: document.root.range.lowerBound, in: bytes),
                path: path)
        }
        if let service = document.root[KeyringFile.service], service.members == nil {
            let message = "\"\(KeyringFile.service)\" is not an object"
            throw KeyringFile.damage(JSONError(.syntax, message, at: service.range.lowerBound, in: bytes), path: path)
        }
    }

    /// The error for a keyring that cannot be parsed.
    static func damage(_ error: JSONError, path: String) -> CredentialError {
        CredentialError(
            .syntax, "the keyring is damaged: \(error.message)", path: path, line: error.line, column: error.column,
            hint: "'keyring-tool doctor --fix' saves it beside itself and recovers the entries that are whole")
    }

    /// Every entry of anaconda-auth's service that a reader finds, in the order of the file.
    package var entries: [KeyringEntry] {
        document.root[KeyringFile.service]?.visibleMembers.map { KeyringEntry($0) } ?? []
    }

    /// The entry that anaconda-auth finds for a domain, be it under a legacy name; nil for none.
    package func entry(for domain: String) -> KeyringEntry? {
        KeyringFile.entry(for: domain, in: entries)
    }

    static func entry(for domain: String, in entries: [KeyringEntry]) -> KeyringEntry? {
        entry(for: domain) { name in entries.first { $0.storedDomain.isSameText(as: name) } }
    }

    /// - Parameter named: the entry of just that name.
    static func entry(for domain: String, named: (String) -> KeyringEntry?) -> KeyringEntry? {
        let found = names(of: domain).compactMap(named)
        return found.first { !$0.isNull } ?? found.first
    }

    /// The names under which an entry counts as a domain's, strongest first.
    static func names(of domain: String) -> [String] {
        domain.isSameText(as: AnacondaDomains.main) ? [domain] + AnacondaDomains.former : [domain]
    }

    /// Line and column, from 1.
    func location(of offset: Int) -> (line: Int, column: Int) {
        let place = JSONError(.notFound, "", at: offset, in: document.bytes)
        return (place.line, place.column)
    }
}
