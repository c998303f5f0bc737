import CondaCredentials
import CondaURL
import Condarc
import LosslessYAML

/// A token or password in a URL of a configuration file.
struct CondarcSecret: Sendable {
    /// The configuration file.
    let file: String
    /// The same as conda's search path names it.
    let source: String
    /// Where the URL stands in it.
    let place: NodePath
    let url: ChannelURL
    /// The text of the URL as it stands there.
    let text: String
    /// The URL for which a conda-token file would do the same; nil where none would.
    let tokenURL: String?

    /// Whether a file may hold any: in most is nothing that every secret has, and so they are not parsed for this.
    static func mayStand(in bytes: [UInt8]) -> Bool {
        // A backslash may spell such a mark.
        if bytes.contains(UInt8(ascii: "\\")) { return true }
        let colon = bytes.indices.first { bytes[$0] == UInt8(ascii: ":") && bytes[$0...].starts(with: "://".utf8) }
        guard let colon else { return false }
        // What is secret in a URL stands on the line of its scheme, or below where it is folded.
        let line = bytes[..<colon].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? 0
        return SecretScanner.mayHoldSecret(Array(bytes[line...]))
    }

    /// All secrets in the URLs of a document, in the order of the text.
    static func all(
        in document: YAMLDocument, file: String, source: String? = nil
    ) -> [(secret: CondarcSecret, line: Int, column: Int)] {
        guard let root = document.root else { return [] }
        var scalars: [(node: YAMLNode, place: [NodePath.Component])] = []
        add(root, [], to: &scalars)
        return scalars.compactMap { node, place in
            guard let text = node.scalarText, let url = ChannelURL(text), url.hasCertainSecret else { return nil }
            let location = node.location
            let secret = CondarcSecret(
                file: file, source: source ?? file, place: NodePath(place), url: url, text: text,
                tokenURL: tokenURL(url, at: place))
            return (secret, location.line, location.column)
        }
    }

    /// A channel for which conda would send it; nil where there is none.
    var channel: String? {
        switch Self.kind(at: place.components) {
        case .channel: return text
        // A name that nothing else means.
        case .channelAlias: return "a-channel-of-no-other-name"
        case .channelLocation:
            guard case .key(let name)? = place.components.last else { return nil }
            return name
        default: return nil
        }
    }

    /// The document without the tokens of these; nil where it does not hold one of the URLs.
    static func taking(_ secrets: [CondarcSecret], outOf document: YAMLDocument) throws(YAMLError) -> YAMLDocument? {
        // By the URLs rather than their places, which an edit above may have moved.
        var present = Dictionary(grouping: all(in: document, file: "").map(\.secret).reversed(), by: \.text)
        var wishes: [(path: NodePath, wish: YAMLWish?)] = []
        for secret in secrets {
            guard let found = present[secret.text]?.popLast() else { return nil }
            wishes.append((found.place, .value(.string(found.url.textWithoutToken))))
        }
        return try document.changing(to: YAMLWish(wishes)).document
    }

    /// Adds every scalar that is written there itself, with its place: an alias repeats what stands at its anchor.
    private static func add(
        _ node: YAMLNode, _ place: [NodePath.Component],
        to scalars: inout [(node: YAMLNode, place: [NodePath.Component])]
    ) {
        switch node.kind {
        case .scalar: scalars.append((node, place))
        case .sequence:
            for (index, item) in node.items.enumerated() { add(item, place + [.index(index)], to: &scalars) }
        case .mapping:
            for entry in node.entries {
                guard let key = entry.key.resolved.scalarText, !entry.isMerge else { continue }
                add(entry.value, place + [.key(key)], to: &scalars)
            }
        case .alias: break
        }
    }

    /// What the texts of the parameter are that a place lies in.
    private static func kind(at place: [NodePath.Component]) -> TextKind? {
        guard case .key(let key)? = place.first else { return nil }
        return ParameterTable.parameter(forKey: key)?.texts
    }

    /// conda adds a token to every URL that a stored one is the start of, so that the stored one must be the channel's.
    private static func tokenURL(_ url: ChannelURL, at place: [NodePath.Component]) -> String? {
        guard url.token != nil, url.user == nil, !url.hasSecretPassword, url.tail.isEmpty else { return nil }
        var base = url.withoutSecrets
        if !base.hasSuffix("/") { base += "/" }
        if base.hasPrefix(AnacondaDomains.premiumURL) { return AnacondaDomains.premiumURL }
        switch kind(at: place) {
        case .channel, .channelAlias: return base
        case .channelLocation:
            guard case .key(let name)? = place.last else { return nil }
            return base + name + "/"
        default: return nil
        }
    }
}
