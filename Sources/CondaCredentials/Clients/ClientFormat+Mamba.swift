import CondaURL
import HostPlatform
import LosslessJSON

extension ClientFormat {
    /// The file of mamba and micromamba.
    ///
    /// A token in the URL is looked up by the longest stored beginning, by whole labels, of `host[:port]/path`; a bearer
    /// token by `host[:port]` alone.
    /// - Source: mamba's `authentication_info`
    package static let mamba = ClientFormat(
        name: StoreName(rawValue: "mamba"), user: "mamba and micromamba", otherNames: ["micromamba"],
        place: {
            TokenPlaces.Place($0.host.join($0.places.home, ".mamba", "auth", "authentication.json"), .platformDefault)
        },
        key: { url, kind in
            guard let parts = ChannelURL(url) else { return nil }
            // The premium channels' token is the whole host's.
            guard kind == .repoToken, url != AnacondaDomains.premiumURL else { return parts.host }
            return mambaPlace(of: parts)
        },
        keyInUse: { url, kind, present in
            guard kind == .repoToken, let parts = ChannelURL(url) else { return nil }
            let place = mambaPlace(of: parts)
            return present.filter { place.isSameText(as: $0) || place.utf8.starts(with: ($0 + "/").utf8) }
                .max { $0.utf8.count < $1.utf8.count }
        },
        dueContent:
            "a \"type\" of CondaToken, BearerToken or BasicHTTPAuthentication with what belongs to it, a password in base64",
        entry: { secret, kind in
            let type: JSONValue = kind == .apiKey ? "BearerToken" : "CondaToken"
            return .object([.init("type", type), .init("token", secret.withRevealed { .string($0) })])
        },
        credential: { entry in
            switch entry["type"]?.string {
            case "CondaToken"?: entry["token"]?.string.map { .token(Secret($0), .repoToken) } ?? .other
            case "BearerToken"?: entry["token"]?.string.map { .token(Secret($0), .apiKey) } ?? .other
            case "BasicHTTPAuthentication"?:
                entry["password"]?.string.map { (try? Base64.decode($0)) == nil ? .other : .password } ?? .other
            default: .other
            }
        })

    /// Host and path without a slash at the end.
    private static func mambaPlace(of url: ChannelURL) -> String {
        url.host + URLText.rightStripped(url.path)
    }
}
