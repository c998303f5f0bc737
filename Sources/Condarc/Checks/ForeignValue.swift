import CondaURL
import LosslessYAML

/// Text in a value that another program was to fill in, or that a page, a word processor or a keyboard put there.
enum ForeignValue {
    /// Nil for a text without.
    ///
    /// - Parameter expands: whether conda puts variables of the environment into it.
    /// - Parameter isWindows: whether conda also knows `%NAME%`.
    static func complaint(
        about text: String, as kind: TextKind = .channel, expands: Bool = true, isWindows: Bool = false
    ) -> Complaint? {
        if kind == .free { return isOrdinary(text) ? nil : lookalike(in: text) }
        if text.utf8.first == UInt8(ascii: "."), text.utf8.count > 2, text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") })
        {
            return Complaint("'\(text)' stands for what was left out of the text that it was copied from", "remove it")
        }
        guard !isOrdinary(text) || URLText.mayHoldToken(text) else { return nil }
        return flag(in: text) ?? wholeFile(in: text) ?? template(in: text) ?? variable(in: text, expands, isWindows)
            ?? placeholder(in: text, kind) ?? markup(in: text) ?? lookalike(in: text)
    }

    /// Whether there is no sign in a text that any of the others begins with: seen in one pass, as most have none.
    private static func isOrdinary(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var before = UInt8(ascii: "/")
            for index in bytes.indices {
                let byte = bytes[index]
                switch byte {
                case 0x61...0x7A:
                    if !before.isLetterOrDigit, before != UInt8(ascii: "-"),
                        Self.beginnings.contains(where: { bytes[index...].starts(with: $0.bytes) })
                    {
                        return false
                    }
                case 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x3A, 0x7E: break
                case "_": if before == byte { return false }
                default: return false
                }
                before = byte
            }
            return true
        }
    }

    private static func flag(in text: String) -> Complaint? {
        ShapeHint.flag(behind: text).map {
            Complaint(
                "a flag is a part of '\(text)': it stands in a comment", "write `\(line: "\($0.value)  #!\($0.flag)")`")
        }
    }

    private static func wholeFile(in text: String) -> Complaint? {
        if text.hasPrefix("-----BEGIN ") {
            return Complaint(
                "a \(text.contains("PRIVATE KEY") ? "private key" : "certificate") stands here itself, where a path is due",
                "save it in a file of its own, and write the path of that file")
        }
        guard text.hasPrefix("$ANSIBLE_VAULT") else { return nil }
        return Complaint("this is encrypted by ansible-vault, which conda cannot read", "write the decrypted value")
    }

    // MARK: Templates

    /// Marks around what a program fills in.
    private static let marks = [
        ("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("[%", "%]"), ("#{", "}"), ("%{", "}"), ("@{", "}"), ("%(", ")s"),
        ("[[", "]]"),
    ]

    static let templateHint: Advice = "render the file first: conda does not know {{ … }}"

    /// What a program was to fill in, or somebody left out.
    static func template(in text: String) -> Complaint? {
        if text.contains("…") {
            if text == "…" {
                return Complaint("'…' stands for what was left out of the text that it was copied from", "remove it")
            }
            return Complaint("something was left out of '\(text)', where '…' stands", "write all of it")
        }
        for (opening, closing) in marks {
            guard let start = text.firstRange(of: opening), text[start.upperBound...].contains(closing) else {
                continue
            }
            return Complaint(
                "'\(text)' is a template that is not filled in",
                "render the file first: conda does not know \(opening) … \(closing)")
        }
        return nil
    }

    /// A variable in a form that conda does not know, or where it puts none in.
    private static func variable(in text: String, _ expands: Bool, _ isWindows: Bool) -> Complaint? {
        func remedy(_ name: Substring) -> Advice {
            expands
                ? "write \(word: "${\(name)}"): conda puts in variables of the environment by that form"
                : "write the value itself"
        }
        var rest = text[...]
        while let sign = rest.firstIndex(where: { "$%@".contains($0) }) {
            let behind = rest[sign...].dropFirst()
            rest = behind
            let opening = behind.first.flatMap { "({".contains($0) ? $0 : nil }
            let name = behind.drop { $0 == opening }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard let first = name.first, !first.isNumber else { continue }
            let end = text[name.endIndex...].first
            switch (text[sign], opening) {
            case ("%", nil), ("@", nil):
                // Beside them stand encoded bytes and hosts.
                guard end == text[sign], name.count > 2, !isWindows || text[sign] == "@",
                    text[sign] == "%" || name == name.uppercased()
                else { continue }
                return Complaint("conda leaves \(text[sign])\(name)\(text[sign]) as it stands", remedy(name))
            case ("$", "(") where commands[String(name)] != nil || end == " ":
                return Complaint(
                    "conda runs no commands, and leaves $(\(name)\(end == ")" ? ")" : " …)") as it stands",
                    commands[String(name)].map { "write \(word: "${\($0)}")" } ?? "write what the command prints")
            case ("$", "("):
                return Complaint(
                    "conda leaves $(\(name)\(end == ")" ? ")" : "…)") as it stands",
                    end == ")" ? remedy(name) : "write what it gives")
            case ("$", nil) where name.lowercased() == "env" && end == ":":
                let variable = text[name.endIndex...].dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                return Complaint("conda leaves $\(name):\(variable) as it stands", remedy(variable))
            case ("$", "{") where end != "}":
                let isClosed = text[name.endIndex...].contains("}")
                return Complaint(
                    isClosed
                        ? "conda knows ${\(name)} alone, without a default, and leaves ${\(name)…} as it stands"
                        : "a '}' is missing behind ${\(name)",
                    isClosed && expands ? "write ${\(name)}, or the value itself" : remedy(name))
            case ("$", nil) where end == "}":
                return Complaint("a '{' is missing before \(name)}", remedy(name))
            case ("$", _) where !expands:
                return Complaint(
                    "conda puts no variables in here, and leaves $\(name) as it stands", "write the value itself")
            default: continue
            }
        }
        return nil
    }

    /// Commands whose answers stand in variables, too.
    private static let commands = [
        "whoami": "USER", "id": "USER", "hostname": "HOSTNAME", "pwd": "PWD", "logname": "USER",
    ]

    // MARK: Placeholders

    /// Of `words`, and of what is made of `your` or of `x` alone; long enough to begin the names of few channels.
    private static let beginnings: [StaticString] = [
        "change", "replace", "todo", "fixme", "tbd", "placeh", "insert_", "your", "xxx",
    ]
    private static let words: Set<String> = [
        "changeme", "change_me", "change-me", "replaceme", "replace_me", "replace-me", "todo", "fixme", "tbd",
        "placeholder", "insert_here",
    ]

    private static func placeholder(in text: String, _ kind: TextKind) -> Complaint? {
        func complaint(_ part: some StringProtocol) -> Complaint {
            Complaint(
                "'\(part)' is a placeholder",
                URLText.standsForToken(part, in: text)
                    ? "take /t/\(part) out, and store the token: keyring-tool set --store conda-token --url URL"
                    : part.count == text.count
                        ? "write \(kind.noun) in its place" : "write what it stands for in its place")
        }
        if let start = text.firstIndex(of: "<"),
            case let inner = text[start...].dropFirst().prefix(while: { $0 != ">" }),
            inner.endIndex < text.endIndex, inner.contains(where: \.isLetter), !inner.contains("/"),
            inner.allSatisfy({ $0.isLetter || $0.isNumber || " -_.".contains($0) })
        {
            return complaint(text[start...inner.endIndex])
        }
        // Not shown: a token that somebody chose might look so.
        if let token = URLText.tokenSegment(of: text), Placeholder.isTokenWord(token),
            !words.contains(String(decoding: token, as: UTF8.self).lowercased())
        {
            return Complaint(
                "what stands behind /t/ is a placeholder",
                "take /t/… out, and store the token: keyring-tool set --store conda-token --url URL")
        }
        for part in text.split(whereSeparator: { "/:@=, ".contains($0) }) {
            let word = part.lowercased()
            if words.contains(word) || word.hasPrefix("your-") || word.hasPrefix("your_")
                || part.count > 4 && part.hasPrefix("__") && part.hasSuffix("__") && part == part.uppercased()
                    && kind != .package
                || part.count > 2 && word.allSatisfy({ $0 == "x" })
            {
                return complaint(part)
            }
        }
        return nil
    }

    // MARK: Pages and keyboards

    private static let entities = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&#58;", ":"), ("&#47;", "/"), ("&#x2F;", "/"), ("&#x27;", "'"), ("&#45;", "-"), ("&#95;", "_"),
        ("&#64;", "@"),
    ]

    /// HTML, Markdown, and a URL that is encoded as a whole.
    private static func markup(in text: String) -> Complaint? {
        if let (entity, sign) = entities.first(where: { text.contains($0.0) }) {
            let plain = entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
            return Complaint("\(entity) is HTML for '\(sign)'", "write \(word: plain.strippedAsPython)")
        }
        if text.lowercased().contains("%3a%2f%2f") {
            return Complaint(
                "'\(text)' is encoded as a part of another URL", "write \(word: PercentEncoding.decode(text))")
        }
        if text.hasPrefix("["), let link = text.firstRange(of: "]("), text.hasSuffix(")") {
            return Complaint("'\(text)' is a link of Markdown", "write \(word: text[link.upperBound...].dropLast())")
        }
        if text.hasPrefix("<"), text.hasSuffix(">"), text.contains("://") {
            return Complaint("the '<' and '>' are a part of '\(text)'", "write \(word: text.dropFirst().dropLast())")
        }
        return nil
    }

    /// Text that is ASCII but for characters that only look so; in what is written in another script they may belong.
    private static func lookalike(in text: String) -> Complaint? {
        guard let found = text.lookalike else { return nil }
        let plain = text.withoutLookalikes.strippedAsPython
        guard plain.utf8.allSatisfy({ $0 < 0x80 }) || found.ascii.isEmpty else { return nil }
        let bare = plain.drop { "'\"".contains($0) }
        let meant = bare.count < plain.count ? bare.prefix { !"'\"".contains($0) } : plain[...]
        return Complaint(
            "'\(text)' has \(found.name) in it",
            // Without quotes, YAML takes no blanks at its ends.
            "write \(word: meant.first == " " || meant.last == " " ? "\"\(meant)\"" : meant)")
    }
}
