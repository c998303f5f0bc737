/// A channel's URL, its secrets apart from the rest, cut as conda cuts it.
///
/// This module is the one grammar of channel URLs. `URLParts` is conda's split of an address, `URLText` its functions on
/// text, this type a whole URL with its token taken out; `SecretScanner` finds what is secret in any text, and
/// `Placeholder` says what is not.
package struct ChannelURL: Hashable, Sendable {
    /// As it was written.
    package let text: String
    private let parts: URLParts
    /// `TOKEN` of the first `/t/TOKEN`; nil without one, where it is empty and where a placeholder stands for it.
    package let token: String?
    /// With its first slash, without the token; a placeholder of one stays in it.
    package let path: String
    /// Query and fragment, with the mark before them.
    package let tail: String
    /// Where the secrets stand in the text.
    package let secrets: [SecretSpan]

    /// Nil if the text is no URL with a scheme and a host.
    ///
    /// - Source: conda.common.url, `split_anaconda_token` and `urlparse`
    package init?(_ text: String) {
        guard let slashes = Self.slashes(in: text) else { return nil }
        let secrets = SecretScanner.secrets(in: text.utf8, as: .value)
        var (withoutToken, token) = Self.withoutToken(text, after: slashes)
        // A password that holds `#` or `?` ends the host for conda, and not for who wrote it: it is no part of what is shown.
        let authority = text.utf8.dropFirst(slashes).prefix { !"/?#".utf8.contains($0) }.count
        if let password = secrets.first(where: { $0.kind == .password }), password.start < slashes,
            password.range.lowerBound < slashes + authority, password.range.upperBound > slashes + authority
        {
            let bytes = Array(text.utf8)
            let rest = bytes[(password.range.upperBound + 1)...]
            (withoutToken, token) = Self.withoutToken(
                String(decoding: bytes[..<slashes] + rest, as: UTF8.self), after: slashes)
        }
        // Text in another case than lower counts as well: a person may have written it.
        let scheme = withoutToken.utf8.prefix { $0 != UInt8(ascii: ":") }
        let rest = String(decoding: withoutToken.utf8[scheme.endIndex...].dropFirst(3), as: UTF8.self)
        var parts = URLParts(asPython: "//" + rest)
        parts.scheme = String(decoding: scheme, as: UTF8.self).lowercased()
        guard parts.hostname != nil else { return nil }
        self.text = text
        self.parts = parts
        self.token = token
        self.secrets = secrets
        path = parts.path
        let mark = rest.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        tail = mark.map { String(decoding: rest.utf8[$0...], as: UTF8.self) } ?? ""
    }

    /// Lower case.
    package var scheme: String { parts.scheme }
    package var user: String? { parts.username }
    /// Lower case.
    package var hostname: String { parts.hostname ?? "" }
    package var port: String? { parts.port }
    /// As written, percent signs and all; may be a placeholder.
    package var password: String? { parts.password }
    /// Lower case, without the port; an address of IPv6 in its brackets, without which its port could not be told.
    package var hostWithoutPort: String { hostname.utf8.contains(UInt8(ascii: ":")) ? "[\(hostname)]" : hostname }
    /// Host and port.
    package var host: String { hostWithoutPort + (port.map { ":" + $0 } ?? "") }

    /// Whether a token, password, user name or query in it is secret; a placeholder is not.
    package var hasSecret: Bool { !secrets.isEmpty }

    /// Whether one of them is surely a secret, and no more or less than a placeholder.
    package var hasCertainSecret: Bool { secrets.contains { !$0.isDoubtful } }

    /// Whether a password stands in it and is secret.
    package var hasSecretPassword: Bool { secrets.contains { $0.kind == .password } }

    /// Whether the token is all that conda's grammar does not see as the rest of the URL, so that it can be taken out and
    /// put back: conda ends a token at the first character that is no letter, digit or `-`.
    package var tokenIsWhole: Bool {
        guard let token, let span = secrets.first(where: { $0.kind == .token }) else { return false }
        return span.range.count == token.utf8.count
    }

    /// The URL without token, user and password; placeholders stay. What cannot be taken out is redacted.
    package var withoutSecrets: String {
        let isLeft = !tokenIsWhole && secrets.contains { $0.kind == .token }
        let shown = isLeft ? ChannelURL(redacted) ?? self : self
        let keepsUser =
            parts.username != nil && !secrets.contains { $0.kind == .password || $0.kind == .user }
            && Placeholder.stands(in: parts.password ?? parts.username ?? "")
        let user = keepsUser ? parts.auth.map { $0 + "@" } ?? "" : ""
        return "\(scheme)://\(user)\(shown.host)\(shown.path)\(shown.tail)"
    }

    /// The text as it was written, its token cut out.
    package var textWithoutToken: String {
        let bytes = Array(text.utf8)
        guard let token, let slashes = Self.slashes(in: text), let place = URLText.token(in: bytes, from: slashes)
        else {
            return text
        }
        let start = place.lowerBound
        return URLText.without(start..<min(bytes.count, start + token.utf8.count), bytes)
    }

    /// The text without the token, all of it, where that is the only secret in it and nothing but a host and a path is left:
    /// a URL to be shown, with which those begin that conda puts a stored token into.
    package var siteOfToken: String? {
        guard secrets.count == 1, let token = secrets.first, token.kind == .token, user == nil, tail.isEmpty,
            let slashes = Self.slashes(in: text)
        else { return nil }
        let bytes = Array(text.utf8)
        guard URLText.token(in: bytes, from: slashes)?.lowerBound == token.range.lowerBound else { return nil }
        var site = URLText.without(token.range, bytes)
        if site.utf8.last != UInt8(ascii: "/") { site += "/" }
        guard URLText.token(in: Array(site.utf8)) == nil, let url = ChannelURL(site), !url.hasSecret else { return nil }
        return url.text
    }

    /// The URL with its secrets redacted, and whatever its query says: to show.
    package var redacted: String {
        let bytes = Array(text.utf8.dropLast(tail.utf8.count))
        let parts = secrets.filter { $0.range.upperBound <= bytes.count }.map { secret in
            let isToken = secret.kind == .token || secret.kind == .bare
            return (range: secret.range, text: isToken ? ShownSecret.text(of: bytes[secret.range]) : "…")
        }
        return String(decoding: bytes.replacing(parts), as: UTF8.self) + (tail.isEmpty ? "" : tail.prefix(1) + "…")
    }

    /// A text that somebody meant to be a URL, to show: its secrets are redacted, and where it is no URL but may hold
    /// one, all that may be.
    package static func shown(_ text: String) -> String {
        if let url = ChannelURL(text) { return url.hasSecret || !url.tail.isEmpty ? url.redacted : text }
        let bytes = Array(text.lowercased().utf8)
        func end(of mark: String) -> Int? {
            bytes.indices.last { bytes[$0...].starts(with: mark.utf8) }.map { $0 + mark.utf8.count }
        }
        // As they are, encoded once and encoded twice.
        if ["/t/", "%2ft%2f", "%252ft%252f"].contains(where: { end(of: $0) != nil }) { return "…" }
        guard let start = ["@", "%40", "%2540"].compactMap(end(of:)).max() else {
            return SecretScanner.secrets(in: text.utf8, as: .value).isEmpty ? text : "…"
        }
        return "…@" + String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    }

    /// Where the authority begins, behind a scheme in any case.
    private static func slashes(in text: String) -> Int? {
        let bytes = text.utf8
        let scheme = bytes.prefix { byte in byte.isLetterOrDigit || "+-._".utf8.contains(byte) }
        guard !scheme.isEmpty, bytes[scheme.endIndex...].starts(with: "://".utf8) else { return nil }
        return scheme.count + 3
    }

    private static func withoutToken(_ text: String, after slashes: Int) -> (url: String, token: String?) {
        let bytes = Array(text.utf8)
        guard let token = URLText.token(in: bytes, from: slashes) else { return (text, nil) }
        // What a placeholder stands for is not known, so that nothing can be cut there.
        if Placeholder.isIn(bytes[token.lowerBound...].prefix { !"/?#".utf8.contains($0) }) { return (text, nil) }
        // An empty one counts as none; it is what `/t//` and a strange first character make.
        guard !token.isEmpty else { return (text, nil) }
        return (URLText.without(token, bytes), String(decoding: bytes[token], as: UTF8.self))
    }
}
