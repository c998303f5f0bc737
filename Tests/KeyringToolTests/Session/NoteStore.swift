import HostPlatform
import SecureFileStore

@testable import CondaCredentials

/// The file of a made-up client, with a line `URL TOKEN` for each channel: all that a new store is.
struct NoteStore: FileTokenStore {
    let name = StoreName.note
    let path: String
    let addressing = Addressing.url
    let directoryRemedy: String? = nil
    let files: FileStore

    func text(of snapshot: FileSnapshot) throws(CredentialError) -> NoteText {
        try NoteText(snapshot.bytes, path: path)
    }

    func contents(of text: NoteText, _ snapshot: FileSnapshot) -> StoreContents {
        StoreContents(
            tokens: text.lines.map { url, secret in
                StoredToken(store: name, address: .url(url), secret: secret, path: path, mode: snapshot.mode)
            })
    }

    func address(for use: TokenUse, among contents: StoreContents) throws(CredentialError) -> TokenAddress {
        guard use.kind == .repoToken else { throw CredentialError(.usage, "it holds no API key", path: path) }
        return .url(use.url)
    }
}

extension StoreName {
    static let note = StoreName(rawValue: "note")
}

extension StoreKind {
    static func note(_ role: Role) -> StoreKind {
        StoreKind(
            name: .note, role: role, addressing: .url, user: "note-client",
            store: { NoteStore(path: $0.host.join($0.places.home, ".note-client", "tokens"), files: $0.files) })
    }
}
