import CondaCredentials
import CondaURL
import HostPlatform
import LosslessJSON
import SecureFileStore

extension StoredToken {
    /// What JSON results say of a token; never the token.
    var json: JSONValue {
        [
            "store": .string(store.rawValue), "domain": domain.json, "org": org.json,
            "url": address.shownURL.json, "kind": .string(kind.rawValue),
            "redacted": .string(redacted),
            "expires": expires.flatMap(CalendarTime.text).json, "path": .string(shownPath),
            "mode": (mode?.octal).json,
        ]
    }

    /// The options that choose it among those of conda's own stores, for remedies.
    var choosingOptions: String { "--store \(store.rawValue) \(address.choosingOptions)" }

    /// What is said of it, and what to do, where it can be no token: then it is copied nowhere.
    var mistake: (message: String, remedy: String)? {
        secret.mistake.map { mistake in
            let remedy =
                StoreKind.role(of: store) == .copy
                ? "keyring-tool sync --to \(store.rawValue) copies a stored one there"
                : "\(mistake.remedy): keyring-tool set "
                    + (isOwn
                        ? choosingOptions
                        : "--store \(StoreKind.condaToken.name.rawValue) \(address.choosingOptions)")
            return ("\(address.phrase) (\(redacted)) is none: \(mistake.message)", remedy)
        }
    }

    /// What the token is for, for people: an organization and a domain, or a URL.
    var subject: String {
        switch address {
        case .repoToken(let domain, let org?): "\(org) (\(domain))"
        case .repoToken(let domain, nil): "\(domain), no organization"
        case .apiKey(let domain): domain
        case .url: address.shownURL ?? ""
        case .host(let key, _): MisplacedToken.shown(key)
        }
    }
}

extension TokenAddress {
    /// For sentences: `the token of my-org (anaconda.com)`.
    var phrase: String {
        switch self {
        case .repoToken(let domain, let org?): "the token of \(org) (\(domain))"
        case .repoToken(let domain, nil): "the site token of \(domain)"
        case .apiKey(let domain): "the API key of \(domain)"
        case .url: "the token for \(shownURL ?? "")"
        case .host(let key, _): "the token for \(MisplacedToken.shown(key))"
        }
    }
}

extension TokenAddress {
    /// The options that choose what stands there in a store, for remedies.
    var choosingOptions: String {
        let place =
            switch self {
            case .repoToken(_, let org?): "--org \(ShellWord.quoted(org))"
            case .repoToken(_, nil): "--no-org"
            case .apiKey: "--kind api-key"
            case .url, .host: "--url \(ShellWord.quoted(shownURL ?? ""))"
            }
        return place + (domain.map { " --domain \(ShellWord.quoted($0))" } ?? "")
    }
}
