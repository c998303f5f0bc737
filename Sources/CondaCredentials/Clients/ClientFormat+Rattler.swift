import CondaURL
import HostPlatform
import LosslessJSON

extension ClientFormat {
    /// The file of rattler and pixi, which look a host up without its port: a key with a port serves nothing.
    ///
    /// - Source: rattler's `authentication_storage`
    package static let rattler = ClientFormat(
        name: StoreName(rawValue: "rattler"), user: "rattler and pixi", otherNames: ["pixi", "rattler-build"],
        variable: "RATTLER_AUTH_FILE",
        place: { site in
            let host = site.host
            let usual = TokenPlaces.Place(
                host.join(site.places.home, ".rattler", "credentials.json"), .platformDefault)
            guard let file = host.environment.nonEmpty("RATTLER_AUTH_FILE") else { return usual }
            return TokenPlaces.Place(
                host.absolute(file), SettingOrigin(kind: .environment, name: "RATTLER_AUTH_FILE"),
                overridden: [usual])
        },
        key: { url, _ in ChannelURL(url)?.hostWithoutPort },
        // The exact host goes before every pattern.
        keyInUse: { _, _, _ in nil }, dueContent: "CondaToken, BearerToken or BasicHTTP",
        entry: { secret, kind in
            .object([.init(kind == .apiKey ? "BearerToken" : "CondaToken", secret.withRevealed { .string($0) })])
        },
        credential: { entry in
            if let token = entry["CondaToken"]?.string { return .token(Secret(token), .repoToken) }
            if let token = entry["BearerToken"]?.string { return .token(Secret(token), .apiKey) }
            return ["BasicHTTP", "S3Credentials", "OAuth"].contains { entry[$0] != nil } ? .password : .other
        })
}
