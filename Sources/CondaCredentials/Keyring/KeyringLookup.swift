import LosslessJSON

/// Where anaconda-auth looks tokens up: the one of Python's keyring backends that it would be given here.
package struct KeyringLookup: Sendable {
    package enum Content: Sendable {
        /// A keyring's text; nil where there is no file yet. What is no JSON at all counts as empty.
        case text([UInt8]?, isFile: Bool)
        /// The setting `api_key`, which stands for a keyring with this one entry.
        case apiKey(Secret, domain: String)
        /// A backend that holds nothing.
        case nothing
        /// A lookup is an error; why.
        case failing(String)
    }

    /// The file, the setting or the variable.
    package let place: String
    package let content: Content

    package init(place: String, content: Content) {
        self.place = place
        self.content = content
    }

    enum Answer {
        case absent
        /// `domain`: where it stands, which may be a former name of the one asked for.
        case record(KeyringRecord, domain: String)
        case failed(String)
    }

    /// What is found for a domain.
    ///
    /// - Source: anaconda-auth's `TokenInfo.load`, `AnacondaKeyring.get_password`, `ConfigKeyring`
    func answer(for domain: String) -> Answer {
        switch content {
        case .nothing: return .absent
        case .failing(let reason): return .failed(reason)
        case .apiKey(let key, let own):
            // It is put into ASCII on the way.
            let isPlain = key.withRevealedBytes { $0.allSatisfy { $0 < 0x80 } } && own.utf8.allSatisfy { $0 < 0x80 }
            guard isPlain else { return .failed("the API key is no ASCII text") }
            return own.isSameText(as: domain) ? .record(KeyringRecord(apiKey: key), domain: own) : .absent
        case .text(let bytes, let isFile):
            guard let bytes else { return .absent }
            return answer(for: domain, in: bytes, isFile: isFile)
        }
    }

    private func answer(for domain: String, in bytes: [UInt8], isFile: Bool) -> Answer {
        if String(validating: bytes, as: UTF8.self) == nil { return .failed("the keyring is not UTF-8 text") }
        guard let document = try? JSONDocument(bytes), !document.hasByteOrderMark else { return .absent }
        guard document.root.members != nil else { return .failed("the keyring is no JSON object") }
        guard let service = document.root[KeyringFile.service] else { return .absent }
        guard service.members != nil else {
            return .failed("'\(KeyringFile.service)' in the keyring is no JSON object")
        }
        for name in [domain] + KeyringLookup.formerNames(of: domain) {
            guard let entry = service[name], !entry.isNull else { continue }
            guard let text = entry.string else { return .failed("the entry of \(name) is no text") }
            let isFormer = !name.isSameText(as: domain)
            do throws(KeyringRecord.Refusal) {
                let record = try KeyringRecord(entry: text, isRewritten: isFormer)
                // A former entry is moved at once, and a setting cannot be written to.
                if isFormer, !isFile { return .failed("the entry of \(name) would have to be moved, in a setting") }
                return .record(record, domain: name)
            } catch {
                return .failed("\(error.reason) (\(name))")
            }
        }
        return .absent
    }

    private static func formerNames(of domain: String) -> [String] {
        domain == KeyringFile.defaultDomain ? KeyringFile.legacyDomains : []
    }
}
