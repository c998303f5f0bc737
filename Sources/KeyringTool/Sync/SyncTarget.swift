import CommandLineKit
import CondaCredentials

/// A place that `sync` copies a token to.
enum SyncTarget {
    case client(ClientStore)
    case store(any TokenStore)

    /// - Parameter withStores: whether conda's own stores may be named.
    static func all(
        named texts: [String], withStores: Bool, _ session: ToolSession
    ) throws(CommandError) -> [SyncTarget] {
        let names = texts.flatMap { $0.split(separator: ",") }.map(String.init)
        let known = OtherClient.allCases.map(\.rawValue) + (withStores ? StoreName.allCases.map(\.rawValue) : [])
        var targets: [SyncTarget] = []
        for name in names where !targets.contains(where: { $0.name == name }) {
            if let client = OtherClient(rawValue: name) {
                targets.append(.client(session.client(client)))
            } else if withStores, let store = StoreName(rawValue: name) {
                targets.append(.store(try session.store(store)))
            } else {
                throw CommandError(
                    .usage, "--to names something unknown",
                    hint: NearestName.suggestion(for: name, among: known) ?? "it takes \(known.joined(separator: ", "))"
                )
            }
        }
        guard !targets.isEmpty else { throw CommandError(.usage, "--to is missing", hint: "--to mamba,rattler") }
        return targets
    }

    var name: String {
        switch self {
        case .client(let store): store.client.rawValue
        case .store(let store): store.name.rawValue
        }
    }

    /// The entry's name in a client's file.
    func key(for token: SyncedToken) -> String? {
        if case .client(let store) = self { store.client.key(for: token.url) } else { nil }
    }

    /// - Parameter writing: false to find out what would change and write nothing.
    func set(_ token: SyncedToken, writing: Bool) throws -> StoreChange {
        switch self {
        case .client(let store): return try store.set(token.secret, kind: token.kind, for: token.url, writing: writing)
        case .store(let store):
            let address = try address(of: token, in: store)
            if let present = try store.token(at: address), !present.secret.matches(token.secret) {
                throw CommandError(
                    .conflict,
                    "\(store.name.rawValue) holds another token (\(present.redacted)) than \(token.text) "
                        + "(\(token.secret.redacted))", path: present.path,
                    hint: "remove the wrong one first: keyring-tool remove")
            }
            return try store.set(token.secret, at: address, writing: writing)
        }
    }

    private func address(of token: SyncedToken, in store: any TokenStore) throws(CommandError) -> TokenAddress {
        switch (store.name, token.kind) {
        case (.condaToken, .repoToken): return .url(token.url)
        case (.condaToken, .apiKey):
            throw CommandError(.usage, "a conda-token file holds no API key", hint: "--to keyring")
        case (.keyring, .apiKey): return .apiKey(domain: token.domain)
        case (.keyring, .repoToken): return .repoToken(domain: token.domain, org: token.org)
        }
    }
}
