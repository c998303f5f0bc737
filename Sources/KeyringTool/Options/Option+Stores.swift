import CommandLineKit
import CondaCredentials
import CondaURL
import HostPlatform

extension Option {
    /// What a command does with the store that it is told.
    enum StoreUse {
        case read, fill, rotate, remove, copyToClients, source, destination
    }

    /// The name of a store of conda's own.
    static func ownStore(_ use: StoreUse) -> ValueKind {
        .choice("STORE", of: StoreKind.own.map(\.name.rawValue)) { other(than: $0, use) }
    }

    private static func other(than word: String, _ use: StoreUse) -> String? {
        let word = word.lowercased()
        let meant = StoreKind.all.first {
            $0.otherNames.contains(word) || $0.role == .copy && $0.name.rawValue == word
        }
        return meant.map { kind in
            kind.role == .own
                ? "did you mean '\(kind.name.rawValue)'?"
                : "that is another client's: " + advice(for: kind.name.rawValue, use)
        }
    }

    private static func advice(for client: String, _ use: StoreUse) -> String {
        switch use {
        case .read, .source:
            "keyring-tool sync --from \(client) --to \(StoreKind.usual(.domain).name.rawValue) --url https://repo.anaconda.cloud/repo/ takes its token over"
        case .copyToClients: "write --from \(client)"
        case .remove: "keyring-tool remove --org ORG --everywhere removes a token there, too"
        case .rotate: "leave --store out, and the token is replaced there, too"
        case .fill: "store it for conda, and copy it there: keyring-tool sync --to \(client)"
        case .destination: "keyring-tool sync --to \(client) copies a token there"
        }
    }
    static let keyring = Option(
        "keyring", value: .file(), help: "The keyring, instead of the one in its usual place.", saysWhere: true)
    static let tokenDirectory = Option(
        "token-dir", value: .directory(), help: "The directory of conda-token files, instead of the usual one.",
        saysWhere: true)
    static let root = Option(
        "root", value: .directory(), help: "The base installation, whose `.condarc` counts as well.", saysWhere: true)
    static let store = store(.read)

    private static func store(_ use: StoreUse) -> Option {
        Option(
            "store", value: ownStore(use),
            help: "The store: " + StoreKind.own.map { "`\($0.name.rawValue)`" }.joined(separator: ", ") + ".")
    }

    static let organization = Option(
        "org", value: .completing("ORG") { invocation, _ in StoredNames(invocation).organizations },
        help: "The organization of a repo token.", group: "organization")
    static let siteToken = Option(
        "no-org", help: "The site token: the repo token that names no organization.", group: "organization")
    static let domain = Option(
        "domain", value: .completing("DOMAIN") { invocation, _ in StoredNames(invocation).domains },
        help:
            "The domain of a token, such as `anaconda.com`, where its store goes by it: \(StoreKind.names(by: .domain))."
    )
    static let url = Option(
        "url", value: .completing("URL") { invocation, _ in StoredNames(invocation).urls },
        help: "The URL of a token, where its store goes by URL: \(StoreKind.names(by: .url)).")
    static let kind = Option(
        "kind",
        value: .choice("KIND", of: TokenKind.allCases.map(\.rawValue)) { word in
            TokenKind.allCases.first { $0.rawValue.contains(word.lowercased()) }.map {
                "did you mean '\($0.rawValue)'?"
            }
        },
        help: "The kind of token: `repo-token` or `api-key`.")

    /// Where both stores are.
    static let forPlaces: [Option] = [.keyring, .tokenDirectory]
    /// What is said to options that people expect where a token is chosen.
    static let choiceHints = [
        "--token": "a token is chosen by --org ORG or --url URL, never by itself",
        "--channel": "a token is chosen by --org ORG or --url URL; 'keyring-tool which CHANNEL' tells a channel's",
        "--all": "'keyring-tool report' shows all of them",
    ]
    /// What picks one token of those that are there.
    static func forChoice(_ use: StoreUse) -> [Option] {
        [store(use), .organization, .siteToken, .domain, .url, .kind]
    }
}

extension StoreKind {
    /// The stores that are opened where nobody names one, each as an option names it: for hints.
    static func choice(by option: String) -> String {
        unnamed.map { "\(option) \($0.name.rawValue)" }.joined(separator: " or ")
    }

    /// Conda's own with an addressing, for help.
    static func names(by addressing: Addressing) -> String {
        own.filter { $0.addressing == addressing }.map { "`\($0.name.rawValue)`" }.joined(separator: ", ")
    }

    /// How a token is stored in those that are opened where nobody names one, for hints.
    static var filling: String {
        unnamed.map { "--store \($0.name.rawValue) \($0.addressing == .url ? "[--url URL]" : "--org ORG")" }
            .joined(separator: ", or ")
    }
}

extension Invocation {
    var store: StoreKind? { value(.store).flatMap { StoreKind.named($0) } }
    var kind: TokenKind? { value(.kind).flatMap { TokenKind(rawValue: $0) } }
}
