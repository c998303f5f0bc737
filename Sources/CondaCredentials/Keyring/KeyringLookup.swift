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

    enum Answer {
        case absent
        /// `domain`: where it stands, which may be a former name of the one asked for; `place`: the file, the setting or the
        /// operating system's keyring.
        case record(KeyringRecord, domain: String, place: String, store: StoreName)
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
            return own.isSameText(as: domain)
                ? .record(KeyringRecord(apiKey: key, repoTokens: []), domain: own, place: filePlace, store: .keyring)
                : .absent
        case .setting(let bytes): return answer(for: domain, in: [.file(bytes)], isSetting: true)
        case .layers(let layers): return answer(for: domain, in: layers, isSetting: false)
        }
    }

    private func answer(for domain: String, in layers: [Layer], isSetting: Bool) -> Answer {
        for name in KeyringFile.names(of: domain) {
            for layer in layers {
                let (entry, place, store) = entry(name, in: layer)
                let text: String
                switch entry {
                case .absent: continue
                case .failed(let reason): return .failed(reason)
                case .text(let found): text = found
                }
                let isFormer = !name.isSameText(as: domain)
                do throws(KeyringPayload.Refusal) {
                    let record = try KeyringRecord(entry: text, isRewritten: isFormer)
                    // A former entry is moved at once, and a setting cannot be written to.
                    if isFormer, isSetting {
                        return .failed("the entry of \(name) would have to be moved, in a setting")
                    }
                    return .record(record, domain: name, place: place, store: store)
                } catch { return .failed("\(error.reason) (\(name))") }
            }
        }
        return .absent
    }

    private enum EntryText {
        case absent
        case text(String)
        case failed(String)
    }

    private func entry(_ name: String, in layer: Layer) -> (EntryText, place: String, StoreName) {
        switch layer {
        case .file(let bytes): return (bytes.map { entry(name, in: $0) } ?? .absent, filePlace, .keyring)
        case .system(let entries, let service):
            let entry = entries.first { $0.domain.isSameText(as: name) }
            return (entry.map { $0.payload.withRevealed { .text($0) } } ?? .absent, service, .system)
        }
    }

    private func entry(_ name: String, in bytes: [UInt8]) -> EntryText {
        if String(validating: bytes, as: UTF8.self) == nil { return .failed("the keyring is not UTF-8 text") }
        guard let document = try? JSONDocument(bytes), !document.hasByteOrderMark else { return .absent }
        guard document.root.members != nil else { return .failed("the keyring is no JSON object") }
        guard let service = document.root[KeyringFile.service] else { return .absent }
        guard service.members != nil else {
            return .failed("'\(KeyringFile.service)' in the keyring is no JSON object")
        }
        guard let entry = service[name], !entry.isNull else { return .absent }
        return entry.string.map { .text($0) } ?? .failed("the entry of \(name) is no text")
    }
}
