import LosslessJSON

/// Where anaconda-auth looks tokens up: the one of Python's keyring backends that it would be given here.
struct KeyringLookup: Sendable {
    enum Content: Sendable {
        /// The setting that is a keyring itself, which cannot be written to.
        case setting([UInt8])
        /// What is asked one after the other for each name.
        case layers([Layer])
        /// The setting `api_key`, which stands for a keyring with this one entry.
        case apiKey(Secret, domain: String)
        /// A backend that holds nothing.
        case nothing
        /// A lookup is an error; why.
        case failing(String)
    }

    /// One of several places that are asked.
    enum Layer: Sendable {
        /// A keyring's text; nil where there is no file yet. What is no JSON at all counts as empty.
        case file([UInt8]?)
        /// The entries of the operating system's keyring.
        case system([SystemKeyringStore.Entry], name: String)
    }

    /// The file, the setting or the variable.
    let place: String
    let content: Content
    /// What could not be asked, though anaconda-auth may ask it; nil where all could.
    let unasked: String?
    /// Of several places the file's.
    private let filePlace: String

    init(place: String, content: Content, unasked: String? = nil, filePlace: String? = nil) {
        self.place = place
        self.filePlace = filePlace ?? place
        self.content = content
        self.unasked = unasked
    }

    /// An entry that is there.
    struct Answer {
        let record: KeyringRecord
        /// Where it stands, which may be a former name of the one asked for.
        let domain: String
        /// The file, the setting or the operating system's keyring.
        let place: String
        let store: StoreName
    }

    /// A lookup is an error.
    struct Failure: Error {
        let reason: String
    }

    /// What is found for a domain.
    ///
    /// - Source: anaconda-auth's `TokenInfo.load`, `AnacondaKeyring.get_password`, `ConfigKeyring`
    func answer(for domain: String) throws(Failure) -> Answer? {
        switch content {
        case .nothing: return nil
        case .failing(let reason): throw Failure(reason: reason)
        case .apiKey(let key, let own):
            // It is put into ASCII on the way.
            let isPlain = key.withRevealedBytes { $0.allSatisfy { $0 < 0x80 } } && own.utf8.allSatisfy { $0 < 0x80 }
            guard isPlain else { throw Failure(reason: "the API key is no ASCII text") }
            guard own.isSameText(as: domain) else { return nil }
            let record = KeyringRecord(apiKey: key, repoTokens: [])
            return Answer(record: record, domain: own, place: filePlace, store: .keyring)
        case .setting(let bytes): return try answer(for: domain, in: [.file(bytes)], isSetting: true)
        case .layers(let layers): return try answer(for: domain, in: layers, isSetting: false)
        }
    }

    private func answer(
        for domain: String, in layers: [Layer], isSetting: Bool
    ) throws(Failure) -> Answer? {
        for name in KeyringFile.names(of: domain) {
            for layer in layers {
                let (text, place, store) = try entry(name, in: layer)
                guard let text else { continue }
                let isFormer = !name.isSameText(as: domain)
                let record: KeyringRecord
                do throws(KeyringPayload.Refusal) {
                    record = try KeyringRecord(entry: text, isRewritten: isFormer)
                } catch { throw Failure(reason: "\(error.reason) (\(name))") }
                // A former entry is moved at once, and a setting cannot be written to.
                if isFormer, isSetting {
                    throw Failure(reason: "the entry of \(name) would have to be moved, in a setting")
                }
                return Answer(record: record, domain: name, place: place, store: store)
            }
        }
        return nil
    }

    private func entry(
        _ name: String, in layer: Layer
    ) throws(Failure) -> (text: String?, place: String, store: StoreName) {
        switch layer {
        case .file(let bytes):
            return (try bytes.flatMap { bytes throws(Failure) in try entry(name, in: bytes) }, filePlace, .keyring)
        case .system(let entries, let service):
            let entry = entries.first { $0.domain.isSameText(as: name) }
            return (entry?.payload.withRevealed { $0 }, service, .system)
        }
    }

    private func entry(_ name: String, in bytes: [UInt8]) throws(Failure) -> String? {
        if String(validating: bytes, as: UTF8.self) == nil {
            throw Failure(reason: "the keyring is not UTF-8 text")
        }
        guard let document = try? JSONDocument(bytes), !document.hasByteOrderMark else { return nil }
        guard document.root.members != nil else { throw Failure(reason: "the keyring is no JSON object") }
        guard let service = document.root[KeyringFile.service] else { return nil }
        guard service.members != nil else {
            throw Failure(reason: "'\(KeyringFile.service)' in the keyring is no JSON object")
        }
        guard let entry = service[name], !entry.isNull else { return nil }
        guard let text = entry.string else { throw Failure(reason: "the entry of \(name) is no text") }
        return text
    }
}
