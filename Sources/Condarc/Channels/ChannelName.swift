import CondaURL
import LosslessYAML

/// What can be the name of a channel.
package enum ChannelName {
    /// What to do with a channel that is listed to be kept out.
    static let leaveOut: Advice = "remove it: only what is listed is used, and denylist_channels forbids a channel"

    /// Nil for what may be a channel.
    package static func complaint(about text: String) -> Complaint? {
        if isOrdinary(text) { return nil }
        var shown: String { "'\(text)'" }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
            return Complaint("an empty text is no channel", "remove it")
        }
        if let foreign = ForeignValue.complaint(about: text) { return foreign }
        let (isOpened, isClosed) = (first == "'" || first == "\"", last == "'" || last == "\"")
        if isOpened, first == last { return Complaint("the quotes are a part of \(shown)", "take away the inner ones") }
        if isOpened || isClosed {
            return Complaint("a quote is a part of \(shown)", "take it away, or put one on either side")
        }
        if text == "-" { return Complaint("a dash is no channel", "remove it") }
        if let command = complaint(aboutCommand: text) { return command }
        if first == "-" || first == "#", text.utf8.count > 1 {
            if first == "#" { return Complaint("\(shown) is a comment in quotes, and no channel", "remove it") }
            return text.hasPrefix("--")
                ? Complaint("\(shown) is an option, and no channel", "remove it")
                : Complaint("\(shown) is no channel: a '-' in front of a name keeps nothing out", Self.leaveOut)
        }
        if [";", ","].contains(last), case let name = text.dropLast(), ShapeHint.isPlain(name) {
            return Complaint("the '\(last)' at its end is a part of \(shown)", "write \(word: name)")
        }
        if text.contains("://") { return complaint(aboutURL: text) }
        for scheme in ["https:", "http:", "file:"] where text.hasPrefix(scheme) && !text.hasPrefix(scheme + "/") {
            let rest = String(text.dropFirst(scheme.count)).replacing("\\", with: "/").drop { $0 == "/" }
            return Complaint("two slashes are due behind '\(scheme)'", "write \(word: "\(scheme)//\(rest)")")
        }
        if text.contains("*"), !ChannelResolver.isPath(text), let sign = complaint(aboutSignIn: text) { return sign }
        if let mark = text.firstIndex(of: "#"), case let name = text[..<mark], ShapeHint.isPlain(name) {
            return Complaint(
                "the '#' is a part of \(shown): a comment has a blank in front of it",
                "write \(word: name), and the comment behind ' #'")
        }
        if first == "[", last == "]", case let name = text.dropFirst().dropLast(), ShapeHint.isPlain(name) {
            return Complaint("the brackets are a part of \(shown)", "write \(word: name)")
        }
        if text.contains(" // ") {
            return Complaint("\(shown) ends with what is no comment", "write '#' in place of '//'")
        }
        let trimmed = text[...].drop { $0 == " " }.prefix { $0 != " " }
        if trimmed.utf8.count < text.utf8.count, text.filter({ $0 != " " }).elementsEqual(trimmed),
            ShapeHint.isPlain(trimmed)
        {
            return Complaint("a blank is a part of \(shown)", "write \(word: trimmed)")
        }
        if let name = remarked(text) {
            return Complaint("\(shown) has a remark in it, which begins with ' #'", "write \(word: name)")
        }
        if holdsSeveral(text) || text.contains(";") {
            return Complaint(
                "\(shown) is one item with a \(text.contains(";") ? "semicolon" : "blank or comma") in it",
                hint(forSeveral: text))
        }
        if ChannelResolver.isPath(text) { return nil }
        if case let isAnacondas = isAnacondasServer(text), isAnacondas || isServer(text) {
            return Complaint(
                "\(shown) names a server, and without its scheme conda takes it for a channel",
                complaint(aboutURL: "https://" + text)?.advice ?? "write a whole URL: \(word: "https://" + text)",
                isCertain: isAnacondas)
        }
        if text.contains("$") || text.contains(":/") { return nil }
        guard let colon = text.firstIndex(of: ":") else { return complaint(aboutSignIn: text) }
        if text[..<colon].contains("@") {
            return Complaint(
                "\(shown) is an address of git or ssh", "write the URL of a channel, which begins with https://")
        }
        let name = text[..<colon]
        return Complaint(
            "\(shown) has a ':' in it, which no channel's name does",
            text.contains("/")
                ? "write a whole URL, such as \(word: "https://" + text)"
                : several(text, apartAt: ":").map { "write \(name), or \($0) if these are several" }
                    ?? "write \(word: name)")
    }

    /// `conda install -c conda-forge`, or a part of it.
    private static func complaint(aboutCommand text: String) -> Complaint? {
        guard text.utf8.contains(UInt8(ascii: " ")), let names = namesInCommand(text) else { return nil }
        return Complaint(
            "'\(text)' is a command of a shell, or a part of one, and no channel",
            names.isEmpty
                ? "remove it" : names.count == 1 ? "write \(word: names[0])" : ShapeHint.apart("channel", names))
    }

    /// The channels that a command names; nil for a text that is no part of one.
    static func namesInCommand(_ text: String) -> [Substring]? {
        let words = text.split(separator: " ")
        let isCommand =
            words.count > 1 && (CondaAudience.isCommand(words[0]) || words[0] == "sudo")
            && words[1].utf8.allSatisfy(\.isOfName)
            && (words.count > 2 || ["install", "create", "update", "config", "search"].contains(words[1]))
        var names: [Substring] = []
        var hasOption = false
        for (place, word) in words.enumerated() {
            let before = place > 0 ? words[place - 1] : ""
            let isOption = word == "-c" || word == "--channel" || word.hasPrefix("--channel=")
            hasOption = hasOption || isOption
            if word.hasPrefix("--channel=") {
                names.append(word.dropFirst(10))
            } else if before == "-c" || before == "--channel" || before == "channels" && isCommand {
                names.append(word)
            } else if !isCommand, !word.hasPrefix("-") {
                names.append(word)
            }
        }
        return isCommand || hasOption ? names.filter { ShapeHint.isPlain($0) || $0.contains("://") } : nil
    }

    /// A character that no channel's name has, on any server.
    private static func complaint(aboutSignIn text: String) -> Complaint? {
        // A name may have a '+' in it, but not between two others.
        let isSum = text.split(separator: "+", omittingEmptySubsequences: false)
            .allSatisfy { $0.isEmpty || WellKnownChannels.names.contains(String($0)) }
        guard let place = text.firstIndex(where: { !isOfName($0) }) ?? (isSum ? text.firstIndex(of: "+") : nil)
        else { return nil }
        return Complaint(
            "'\(text)' has a '\(text[place])' in it, which no channel's name does",
            hint(forSign: text[place], at: place, in: text), isCertain: !"!$&'()+=:@;~".contains(text[place]))
    }

    private static func isOfName(_ sign: Character) -> Bool {
        sign.isASCII && (sign.isLetter || sign.isNumber || "-_./+".contains(sign))
    }

    private static func hint(forSign sign: Character, at place: String.Index, in text: String) -> Advice {
        if place == text.startIndex, "!^".contains(sign) { return leaveOut }
        for end in ["\\n", "\\r", "\\t"] where text.hasSuffix(end) { return "write \(word: text.dropLast(2))" }
        if sign == "%", case let plain = PercentEncoding.decode(text), plain != text {
            return holdsSeveral(plain) ? hint(forSeveral: plain) : "write \(word: plain)"
        }
        if "+&|".contains(sign), let all = several(text, apartAt: sign) { return "write \(all)" }
        // What stands around a name, or behind `name=`.
        var pieces = text.split { !isOfName($0) || $0 == "+" }
        if pieces.count > 1, ["name", "channel", "channels", "url"].contains(pieces[0]) { pieces.removeFirst() }
        guard let name = pieces.first, ShapeHint.isPlain(name), pieces.count == 1 || !"*\\".contains(sign) else {
            return sign == "\\" && !text.hasPrefix("\\")
                ? "write \(word: text.replacing("\\", with: "/"))"
                : sign == "*"
                    ? "write each channel by its name: conda takes no patterns here"
                    : "write the name of the channel alone"
        }
        if sign == "*", !text.hasPrefix("**") { return "write each channel by its name: conda takes no patterns here" }
        return "write \(word: name)"
    }

    /// Whether a text is a plain word, or a URL of them that is no web page and no file: seen at one look, as most are.
    private static func isOrdinary(_ text: String) -> Bool {
        let isURL = URLParts.hasScheme(text)
        if isURL, URLText.mayHoldToken(text) { return false }
        var text = text
        return text.withUTF8 { bytes in
            var rest = bytes[...]
            if isURL { rest = rest.drop { $0 != UInt8(ascii: ":") }.dropFirst(3) }
            guard rest.first?.isLetterOrDigit == true else { return false }
            guard isURL else { return rest.allSatisfy { $0.isOfName || $0 == slash } }
            let isPlain = rest.allSatisfy {
                ($0.isOfName || $0 == slash || $0 == UInt8(ascii: ".")) && $0.lowercased == $0
            }
            let end = rest.lastIndex { $0 != slash } ?? rest.startIndex
            let last = rest[((rest[..<end].lastIndex(of: slash) ?? rest.startIndex - 1) + 1)...end]
            return isPlain && !URLComplaint.isKnownServer(rest.prefix { $0 != slash })
                && !isFile(Substring(decoding: last, as: UTF8.self)) && rest.last != UInt8(ascii: ".")
        }
    }

    private static let slash = UInt8(ascii: "/")

    /// A web page, or a file of a channel.
    private static func complaint(aboutURL text: String) -> Complaint? {
        if let found = URLComplaint.capitals(in: text) ?? URLComplaint.complaint(about: text) { return found }
        let url = URLText.splitToken(text)
        var parts = url.url.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
        let host = parts.popFirst()?.lowercased() ?? ""
        if let found = URLComplaint.complaint(aboutServer: host, path: parts, hasToken: url.token != nil) {
            return found
        }
        guard let file = parts.last, isFile(file) else { return nil }
        let behind = parts.suffix(2).filter { $0 == file || EffectiveConfiguration.knownPlatforms.contains(String($0)) }
        return Complaint(
            "this is the address of a file, not of a channel", "end it without /\(behind.joined(separator: "/"))")
    }

    private static func isFile(_ name: Substring) -> Bool {
        name.hasPrefix("repodata.json") || name.hasPrefix("current_repodata.json")
            || [".conda", ".tar.bz2", ".json", ".html", ".htm", ".yml", ".yaml", ".zst", ".php"].contains(
                where: name.hasSuffix)
    }

    /// Whether a text begins with the name of a server that channels are on.
    private static func isAnacondasServer(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return false }
        let host = text.prefix { $0 != "/" && $0 != ":" }.lowercased()
        return ["anaconda.org", "anaconda.com", "anaconda.cloud", "prefix.dev"].contains { host.hasSuffix("." + $0) }
    }

    /// Whether a text is a path behind what is most likely a server: `conda.corp.example/main`.
    private static func isServer(_ text: String) -> Bool {
        let host = text.prefix { $0 != "/" }
        if host.hasPrefix("www."), host.utf8.count > 4 { return true }
        guard host.utf8.count + 1 < text.utf8.count else { return false }
        let labels = host.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        if labels.count == 4, labels.allSatisfy({ Int($0) != nil }) { return true }
        guard let last = labels.last, last.utf8.count > 1, last.utf8.allSatisfy(\.isLetter),
            labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isOfName) })
        else { return false }
        return labels.count > 2
            || labels.count == 2 && ["com", "org", "net", "io", "dev", "cloud", "edu", "gov", "local"].contains(last)
    }

    private static func hint(forSeveral text: String) -> Advice {
        let words = text.split { ",|;&".contains($0) || $0.isWhitespace }
        let joined = words.joined(separator: "-")
        if WellKnownChannels.names.contains(joined) { return "write \(word: joined)" }
        if words.contains("-") { return "begin each '-' on a line of its own, in the column of the first one" }
        // A folded line: the item below has no blank behind its dash, or stands too deep.
        if let item = words.dropFirst().first(where: { $0.hasPrefix("-") })?.dropFirst(), ShapeHint.isPlain(item) {
            return
                "write `- \(item)` on a line of its own, in the column of the item above, with a blank behind the '-'"
        }
        let isSafe =
            words.count > 1 && words.count <= 6
            && words.allSatisfy { word in
                ShapeHint.isPlain(word) && !MisplacedToken.isOne(String(word))
            } && SecretScanner.secrets(in: text.utf8, as: .value).isEmpty
        return ShapeHint.apart("channel", isSafe ? words : [])
    }

    /// `[a, b]` of `a+b`; nil where the parts are no names.
    private static func several(_ text: String, apartAt sign: Character) -> String? {
        let parts = text.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count > 1, parts.allSatisfy({ ShapeHint.isPlain($0) && !$0.contains("/") }),
            // An editor's commands.
            parts.allSatisfy({ $0.utf8.count > 2 })
        else { return nil }
        return "[\(parts.joined(separator: ", "))]"
    }

    /// The name before what no channel is called: `conda-forge (recommended)`, `defaults <- remove`, `bioconda -- first`.
    private static func remarked(_ text: String) -> Substring? {
        let name = text.prefix { $0 != " " }
        let rest = text[name.endIndex...].drop { $0 == " " }
        guard ShapeHint.isPlain(name), ["(", "<-", "-- ", "->", "=", "—", "–"].contains(where: rest.hasPrefix)
        else { return nil }
        return name
    }

    /// Whether a text that is no URL and no path has a blank or comma in it.
    package static func holdsSeveral(_ text: String) -> Bool {
        !ChannelResolver.isPath(text) && text.unicodeScalars.contains { $0 == "," || $0.properties.isWhitespace }
    }
}
