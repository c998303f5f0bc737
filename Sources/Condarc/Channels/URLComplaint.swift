import CondaURL
import LosslessYAML

/// What cannot be right in a URL of a channel or a proxy, whatever server it names.
package enum URLComplaint {
    /// Nil for what may be a URL, and for what is none.
    ///
    /// - Parameter isProxy: whether it is an address by itself, to which nothing is put.
    static func complaint(about text: String, isProxy: Bool = false) -> Complaint? {
        if let login = login(in: text) { return login }
        guard let mark = text.firstRange(of: "://"), !text.hasPrefix("file:") else { return nil }
        let (scheme, rest) = (text[..<mark.lowerBound], text[mark.upperBound...])
        for other in ["https://", "http://"] where rest.hasPrefix(other) {
            return Complaint("the scheme stands twice", "write \(word: rest)")
        }
        guard let first = rest.first, first != "/" else {
            return Complaint(
                "no server stands behind '://'", "write its name there, as in \(scheme)://conda.example.org/main")
        }
        if rest.contains("://") {
            return Complaint(
                "these are two URLs in one",
                isProxy ? "keep one of them" : "write each as an item of its own, or one alone")
        }
        if let end = text.last, ",;.)]>'\"".contains(end), !text.contains("[") {
            return Complaint("the '\(end)' at its end is a part of this URL", "write \(word: text.dropLast())")
        }
        return character(in: text) ?? (isProxy ? nil : tail(in: rest, of: text))
    }

    /// A proxy without a scheme whose name has no dot: its name is then taken for the scheme.
    ///
    /// - Source: requests, `utils.prepend_scheme_if_needed`
    static func complaint(aboutBareHost text: String) -> Complaint? {
        guard let colon = text.firstIndex(of: ":"), case let host = text[..<colon], !host.isEmpty,
            host.utf8.allSatisfy(\.isOfName), case let port = text[colon...].dropFirst(), !port.isEmpty,
            port.utf8.allSatisfy(\.isDigit)
        else { return nil }
        return Complaint(
            "without a scheme, '\(host)' is taken for one, and no server is found", "write \(word: "http://" + text)")
    }

    /// What stands behind the name of a server, and cannot be a port; shown where it cannot be a part of a password.
    static func complaint(aboutServerIn text: String) -> Complaint? {
        if isPlainServer(text) { return nil }
        if ["none", "null", "no", "off", "false", "direct", "disabled"].contains(text.lowercased()) {
            return Complaint("'\(text)' is taken for the name of a server", "remove the line: then there is no proxy")
        }
        for scheme in ["https:", "http:"] where text.hasPrefix(scheme) && !text.hasPrefix(scheme + "/") {
            return Complaint(
                "two slashes are due behind '\(scheme)'", "write \(word: "\(scheme)//\(text.dropFirst(scheme.count))")")
        }
        let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
        let authority = rest.prefix { !"/?#".contains($0) }
        let server = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
        if let sign = server.firstIndex(where: { ";,".contains($0) }), case let port = server[sign...].dropFirst() {
            return Complaint(
                "a '\(server[sign])' stands in the name of the server",
                !port.isEmpty && port.utf8.allSatisfy(\.isDigit)
                    ? "write \(word: "\(text[..<sign]):\(text[text.index(after: sign)...])")" : "write one server alone"
            )
        }
        let behind = server.first == "[" ? server.drop { $0 != "]" } : server
        guard let colon = behind.firstIndex(of: ":"), case let port = behind[colon...].dropFirst(), !port.isEmpty,
            !port.contains(where: { "${}<>%".contains($0) }),
            !port.utf8.allSatisfy(\.isDigit) || Int(port) ?? .max > 65535
        else { return nil }
        let digits = port.prefix { $0.isASCII && $0.isNumber }
        let isShown = port.allSatisfy { $0 == ":" || $0.isASCII && $0.isNumber }
        return Complaint(
            digits == port
                ? "no port is higher than 65535"
                : isShown
                    ? "the port '\(port)' is no number"
                    : "what stands behind the ':' is no port",
            digits != port && Int(digits).map { $0 < 65536 } == true
                ? "write \(word: text[..<digits.endIndex] + (authority.endIndex < text.endIndex ? text[authority.endIndex...] : ""))"
                : "write a number, such as 8080")
    }

    /// Most are so: a scheme, a name, and perhaps a port of up to four digits.
    private static func isPlainServer(_ text: String) -> Bool {
        let rest = text.utf8.drop(while: \.isLetter)
        guard rest.starts(with: "://".utf8) else { return false }
        let behind = rest.dropFirst(3).drop {
            $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        let port = behind.dropFirst()
        return behind.isEmpty
            || behind.first == UInt8(ascii: ":") && (1...4).contains(port.count) && port.allSatisfy(\.isDigit)
    }

    /// A scheme in capitals, by which conda knows no URL where a name may stand.
    ///
    /// Source: conda.common.url, `has_scheme`.
    static func capitals(in text: String) -> Complaint? {
        guard let mark = text.firstRange(of: "://"), case let scheme = text[..<mark.lowerBound],
            scheme != scheme.lowercased()
        else { return nil }
        return Complaint(
            "conda knows a scheme in small letters alone, and takes this for a name",
            "write \(word: scheme.lowercased() + text[mark.lowerBound...])")
    }

    /// What a user's name or password holds that ends the host for everybody who reads the URL; never a part of them.
    ///
    /// Source: CPython, `urllib.parse.urlsplit`; urllib3, `util.url.parse_url`.
    static func login(in text: String) -> Complaint? {
        // Nearly every URL has none.
        guard text.utf8.contains(UInt8(ascii: "@")) else { return nil }
        let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
        guard let at = rest.lastIndex(of: "@"), case let login = rest[..<at],
            let place = login.firstIndex(where: isForeignToLogin), case let before = login[..<place]
        else { return nil }
        let behindColon = before.firstIndex(of: ":").map { before[$0...].dropFirst() }
        // Of a path, or behind a port, an '@' is no login's.
        guard
            login[place] == "\\"
                || behindColon.map({ !$0.allSatisfy(\.isNumber) || !login[place...].contains("/") }) == true
        else { return nil }
        var signs: [Character] = []
        for sign in login where (isForeignToLogin(sign) || sign == "@") && !signs.contains(sign) { signs.append(sign) }
        let codes = signs.map { sign in
            "\(PercentEncoding.encode(String(sign).utf8, keeping: "")) for '\(sign)'"
        }
        return Complaint(
            "the \(behindColon == nil ? "user's name" : "password") has a '\(login[place])' in it, "
                + ("[]".contains(login[place]) ? "at which conda stops" : "which ends the host's name there"),
            "write \(codes.joined(separator: ", "))")
    }

    private static func isForeignToLogin(_ sign: Character) -> Bool { "/?#\\[]".contains(sign) }

    private static func character(in text: String) -> Complaint? {
        guard let place = text.utf8.firstIndex(where: isForeign), !text.contains("${") else { return nil }
        let sign = Character(Unicode.Scalar(text.utf8[place]))
        let trimmed = text.strippedAsPython
        if sign == " ", !trimmed.utf8.contains(where: isForeign) {
            return Complaint("a blank is a part of this URL", "write \(word: trimmed)")
        }
        let name = sign == " " ? "a blank" : "'\(sign)'"
        switch sign {
        case "\\": return Complaint("\(name) cannot stand in a URL", "write \(word: text.replacing("\\", with: "/"))")
        case "*": return Complaint("conda takes no patterns here", "write the URL of each channel")
        default:
            return Complaint(
                "\(name) cannot stand in a URL",
                "write \(PercentEncoding.encode(String(sign).utf8, keeping: "")) in its place, or take it out")
        }
    }

    /// By bytes: nearly every URL has none of them.
    private static func isForeign(_ byte: UInt8) -> Bool {
        switch byte {
        case " ", "<", ">", "\"", "{", "}", "|", "^", "`", "\\", "*":
            true
        default: false
        }
    }

    /// `?` and `#`, behind which conda puts the names of platforms and files.
    private static func tail(in rest: Substring, of text: String) -> Complaint? {
        guard let mark = rest.firstIndex(where: { "?#".contains($0) }) else { return nil }
        return Complaint(
            "conda puts the names of its files behind the '\(rest[mark])', where no server sees them",
            "write \(word: text[..<mark])")
    }

    /// The URL of a channel where names are put behind; nil for any other, and for a site's own.
    static func complaint(aboutAlias text: String) -> Complaint? {
        var parts = URLText.splitToken(text).url.split(separator: "/").dropFirst()
        guard let host = parts.popFirst()?.lowercased(), let first = parts.first else { return nil }
        let behind = parts.dropFirst().first
        if host == "repo.anaconda.com", first == "pkgs", let name = behind {
            return Complaint(
                "this is the channel pkgs/\(name), and conda puts names behind it",
                "remove this line; 'defaults' in channels stands for Anaconda's channels")
        }
        guard ["conda.anaconda.org", "repo.prefix.dev"].contains(host),
            behind.map({ EffectiveConfiguration.knownPlatforms.contains(String($0)) }) ?? true
        else { return nil }
        return Complaint(
            "this is the channel \(first), and conda puts names behind it",
            "write \(word: "https://" + host); \(first) itself belongs into channels")
    }

    // MARK: Servers

    /// What to write for a page of servers that people read.
    private static let pages: KeyValuePairs<String, [StaticString]> = [
        "write the name of a channel, such as conda-forge": ["github.com", "gitlab.com", "docs.conda.io", "conda.io"],
        "packages of PyPI are pip's: write the name of a channel, such as conda-forge": ["pypi.org"],
        "write the name of a channel, such as defaults": ["docs.anaconda.com", "www.anaconda.com", "anaconda.com"],
        "write the name of a channel": ["mamba.readthedocs.io"],
    ]

    /// The pages of single channels.
    private static let pagesOfChannels: KeyValuePairs<String, [StaticString]> = [
        "conda-forge": ["conda-forge.org", "www.conda-forge.org"], "bioconda": ["bioconda.github.io"],
    ]

    /// Whether a server, in small letters, has pages for people or is looked at more closely.
    static func isKnownServer(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        func ends(with text: StaticString) -> Bool {
            host.count >= text.utf8CodeUnitCount && host.suffix(text.utf8CodeUnitCount).elementsEqual(text.bytes)
        }
        return ends(with: "anaconda.org") || ends(with: "anaconda.com") || ends(with: "prefix.dev")
            || ends(with: "continuum.io")
            || pages.contains { $0.value.contains(where: ends) }
            || pagesOfChannels.contains { $0.value.contains(where: ends) }
    }

    /// A page for people, or a server's top, where a channel is due.
    ///
    /// - Parameter path: the parts of the path, without a token.
    static func complaint(aboutServer host: String, path: ArraySlice<Substring>, hasToken: Bool) -> Complaint? {
        if let found = complaint(aboutPageOf: host, path: path, hasToken: hasToken) { return found }
        if host == "conda.anaconda.org" || host == "anaconda.org", path.isEmpty {
            return Complaint(
                "this server has channels, and is none", "write the name of a channel, such as conda-forge")
        }
        if host == "repo.anaconda.com",
            path.isEmpty || path.elementsEqual(["pkgs"]) || path.first == "miniconda"
                || path.first == "archive"
        {
            return Complaint(
                "this server has channels, and is none", "write defaults, or https://repo.anaconda.com/pkgs/main")
        }
        if host == "repo.continuum.io" {
            return Complaint(
                "this server has another name now",
                "write \(word: "https://repo.anaconda.com/" + path.joined(separator: "/"))")
        }
        return nil
    }

    /// A page for people.
    package static func complaint(
        aboutPageOf host: String, path: ArraySlice<Substring>, hasToken: Bool = false
    ) -> Complaint? {
        if ["anaconda.org", "www.anaconda.org"].contains(host), !hasToken, let name = path.first {
            return Complaint("anaconda.org has web pages; channels are at conda.anaconda.org", "write \(word: name)")
        }
        if host == "prefix.dev", path.first == "channels", let name = path.dropFirst().first {
            return Complaint("this is a web page of prefix.dev", "write \(word: "https://repo.prefix.dev/" + name)")
        }
        func key(in pages: KeyValuePairs<String, [StaticString]>) -> String? {
            pages.first { $0.value.contains { $0.description == host } }?.key
        }
        let advice = key(in: pages).map { Advice($0) } ?? key(in: pagesOfChannels).map { "write \(word: $0)" }
        return advice.map { Complaint("\(host) has web pages, and no channels", $0) }
    }
}
