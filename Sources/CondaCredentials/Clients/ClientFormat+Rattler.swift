import CondaURL
import LosslessJSON

extension ClientFormat {
    /// The file of rattler and pixi, which look a host up without its port: a key with a port serves nothing.
    ///
    /// - Source: rattler's `authentication_storage`
    package static let rattler = ClientFormat(
        name: StoreName(rawValue: "rattler"),
        key: { url, _ in ChannelURL(url)?.hostWithoutPort },
        // The exact host goes before every pattern.
        keyInUse: { _, _, _ in nil },
        entry: { secret, kind in
            .object([.init(kind == .apiKey ? "BearerToken" : "CondaToken", secret.withRevealed { .string($0) })])
        },
        credential: { entry in
            if let token = entry["CondaToken"]?.string { return .token(Secret(token), .repoToken) }
            if let token = entry["BearerToken"]?.string { return .token(Secret(token), .apiKey) }
            return entry["BasicHTTP"] != nil ? .password : .other
        })
}

extension StoreKind {
    package static let rattler = StoreKind(
        ClientFormat.rattler.name, .copy, by: .host, user: "rattler and pixi",
        make: { ClientStore(.rattler, path: $0.places.rattler.path, files: $0.files) })
}
