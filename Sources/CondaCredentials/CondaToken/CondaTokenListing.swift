import CondaURL
import HostPlatform
import SecureFileStore

/// The directory of conda-token files as conda reads it: in the order of the directory, nothing trimmed.
///
/// Source: conda's `gateways.anaconda_client.read_binstar_tokens`.
struct CondaTokenListing: Sendable {
    /// A URL that a file serves.
    struct Entry: Sendable {
        let served: String
        var token: Secret
        /// The file.
        var path: String

        /// The file to show.
        var place: String { TokenPlaces.shown(path: path) }
        var shownURL: String { ChannelURL.shown(served) }

        func credential(
            _ secret: Secret, sentAs transport: CredentialChoice.Transport
        ) -> CredentialChoice.Credential {
            CredentialChoice.Credential(
                secret: secret, kind: .repoToken, transport: transport, place: place, store: .condaToken, url: shownURL)
        }
    }

    /// Something in it that makes conda give up the whole directory.
    struct Unreadable: Error, Sendable {
        let reason: String
        let path: String
    }

    let directory: String
    let entries: [Entry]
    /// How many files.
    let count: Int
    /// Where each URL stands among the entries, by how many bytes it has.
    private let places: [Int: [[UInt8]: Int]]
}

extension CondaTokenListing {
    /// - Parameter read: files that need not be opened again.
    init(directory: String, files: FileStore, read: [FileSnapshot] = []) throws(Unreadable) {
        guard (try? files.metadata(directory))?.kind == .directory else {
            self.init(directory, [], count: 0)
            return
        }
        let names: [String]
        do throws(FileError) {
            names = try files.listAsStored(directory).filter(CondaTokenFile.isName)
        } catch {
            throw Unreadable(reason: error.message, path: directory)
        }
        let read = Dictionary(read.map { ($0.path, $0) }) { $1 }
        var entries: [Entry] = []
        var places: [String: Int] = [:]
        for name in names {
            let path = Platform.current.join(directory, name)
            let token = try CondaTokenListing.token(in: path, read[path], files)
            let url = CondaTokenListing.url(fromName: name)
            // The file's own URL first; a URL that is there already keeps its place and gets the new token.
            for served in CondaTokenFile.served(by: url) {
                if let place = places[served] {
                    entries[place].token = token
                    entries[place].path = path
                } else {
                    places[served] = entries.count
                    entries.append(Entry(served: served, token: token, path: path))
                }
            }
        }
        self.init(directory, entries, count: names.count)
    }

    private init(_ directory: String, _ entries: [Entry], count: Int) {
        self.directory = directory
        self.entries = entries
        self.count = count
        places = Dictionary(grouping: entries.indices) { entries[$0].served.utf8.count }.mapValues { indices in
            Dictionary(indices.map { (Array(entries[$0].served.utf8), $0) }) { first, _ in first }
        }
    }

    /// The first entry whose URL a URL begins with.
    func first(startOf url: String) -> Entry? {
        let url = Array(url.utf8)
        return places.compactMap { length, places in length <= url.count ? places[Array(url[..<length])] : nil }.min()
            .map { entries[$0] }
    }

    /// The same with further files.
    ///
    /// - Parameter first: whether the directory lists them before the others.
    func adding(_ tokens: [(url: String, token: Secret)], first: Bool) -> CondaTokenListing {
        var added: [Entry] = []
        var known = Set(entries.map { Array($0.served.utf8) })
        for (url, token) in tokens {
            let path = Platform.current.join(directory, CondaTokenFile.name(for: url))
            for served in CondaTokenFile.served(by: url)
            where known.insert(Array(served.utf8)).inserted {
                added.append(Entry(served: served, token: token, path: path))
            }
        }
        return CondaTokenListing(directory, first ? added + entries : entries + added, count: count + added.count)
    }

    /// What is no encoding stays as it is, and a name of nothing but the ending means every URL.
    private static func url(fromName name: String) -> String {
        let decoded = FormEncoding.decodeAsPython(name)
        guard CondaTokenFile.isName(decoded) else { return decoded }
        return String(decoding: decoded.utf8.dropLast(CondaTokenFile.suffix.utf8.count), as: UTF8.self)
    }

    private static func token(
        in path: String, _ read: FileSnapshot?, _ files: FileStore
    ) throws(Unreadable) -> Secret {
        do throws(FileError) {
            let bytes = if let read { read.bytes } else { try files.snapshot(path, limit: SizeLimit.condaToken).bytes }
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw FileError(.io, "not UTF-8 text", path: path)
            }
            return Secret(bytes: PythonText.bytes(bytes))
        } catch { throw Unreadable(reason: error.message, path: path) }
    }
}
