/// What belongs to the text that a configuration was copied from: a page, a shell, a diff, a mail, another language.
extension LineMistake {
    private static let remove: Advice = "remove this line, and what else belongs to the page that it was copied from"
    private static let patched: Advice =
        "remove the lines of the diff's head and of the old side, and the first character of others"

    /// How such lines begin.
    private static let leads: [(lead: String, message: String, hint: Advice)] =
        ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].map {
            (
                $0, "a merge conflict marker",
                "keep the lines of one side, and remove all else from <<<<<<< to >>>>>>>"
            )
        }
        + ["```", "~~~"].map { ($0, "a line around a block of code", remove) }
        + ["{%", "{#", "{{", "<%"].map {
            ($0, "a line of a template that nothing has filled in", "render the template first, or remove such lines")
        }
        + ["@@ ", "+++ ", "--- a/", "--- /dev/", "diff --git "].map { ($0, "a line of a diff", patched) }
        + [":wq", ":q", ":x"].map { ($0, "a command of an editor", remove) }

    private static let commands: Set<Substring> = [
        "cat", "echo", "printf", "tee", "sudo", "export", "set", "mkdir", "cp", "mv", "rm", "touch", "vi", "vim",
        "nano", "source", "curl", "wget", "git", "RUN", "ENV",
    ]

    private static let bullets: Set<Unicode.Scalar> = [
        "•", "◦", "▪", "‣", "●", "○", "·", "∙", "–", "—", "−", "‐", "→", "►", "➤",
    ]

    /// Nil for a line that may belong to a configuration.
    init?(copied line: Substring, for audience: any Audience.Type) {
        let body = line.drop { $0 == " " || $0 == "\t" }
        let indentation = line.unicodeScalars.count - body.unicodeScalars.count
        let all = body.unicodeScalars.count
        if body.part(before: "-----BEGIN ") != nil || body.part(before: "-----END ") != nil {
            self.init(
                indentation, all, "a key or certificate stands here itself",
                "save it in a file of its own, and write the path of that file here")
        } else if let (lead, message, hint) = Self.leads.first(where: { body.hasPrefix($0.lead) }) {
            self.init(indentation, lead.unicodeScalars.count, message, hint)
        } else if let bullet = LineMistake(bullet: body, indentation) {
            self = bullet
        } else if let comment = LineMistake(comment: body, indentation) {
            self = comment
        } else if Self.isPrompt(body, audience) || ["EOF", "EOL", "EOT", "END"].contains(body) || line == "~"
            || Self.isCommand(body, audience)
        {
            self.init(
                indentation, all, "a line from a terminal",
                audience.hint(forCommand: body.split(separator: " ")[...]) ?? Self.remove)
        } else if audience.isFileName(body), !body.contains(" ") {
            self.init(indentation, all, "the name of a file", Self.remove)
        } else if line.hasPrefix("+") || line.hasPrefix(">"), all > 1 {
            let sign = line.prefix(1)
            self.init(
                0, 1, "a line of a \(sign == "+" ? "diff" : "quotation")",
                sign == "+"
                    ? "remove the '+' in front of each line, and the lines of the old side"
                    : "remove the '>' in front of each line, and the blank behind it")
        } else {
            return nil
        }
    }

    /// A sign in the place of an item's `-`.
    package init?(bullet body: Substring, _ indentation: Int = 0) {
        guard let sign = body.unicodeScalars.first else { return nil }
        let rest = body.unicodeScalars.dropFirst()
        let item = rest.drop { $0 == " " }
        let isASCII = (sign == "*" || sign == "+") && rest.first == " " && item.first != "-" && !item.contains(":")
        guard isASCII || Self.bullets.contains(sign), !item.isEmpty else { return nil }
        let code = sign.isASCII ? "" : " (\(sign.codeName))"
        self.init(
            indentation, 1, "an item begins with '-', not with '\(sign)'\(code)",
            Self.write("- ", Array(Self.withoutComment(Array(item)[...]))[...]) ?? "write `- ITEM`")
    }

    /// A comment as other languages have it, alone on its line or behind a value.
    private init?(comment body: Substring, _ indentation: Int) {
        let marks = ["//", "/*", "<!--", ";", "-- "]
        var (lead, place) = (marks.first(where: body.hasPrefix), body.startIndex)
        if lead == nil {
            for mark in marks.prefix(3) {
                guard let before = body.part(before: " \(mark) "), let last = before.last(where: { $0 != " " }),
                    ",{}]\"'".contains(last)
                else { continue }
                (lead, place) = (mark, body.index(after: before.endIndex))
                break
            }
        }
        guard let lead else { return nil }
        var text = body[place...].dropFirst(lead.count).drop { $0 == " " || $0 == "/" || $0 == "*" }
        for end in ["*/", "-->"] where text.hasSuffix(end) { text.removeLast(end.count) }
        while text.last == " " { text.removeLast() }
        let advice = Self.write("# ", Array(text.unicodeScalars)[...]) ?? "begin the comment with '# '"
        self.init(
            indentation + body[..<place].unicodeScalars.count, lead.filter { $0 != " " }.count,
            "a comment begins with '#'",
            lead == "-- " ? "\(advice.text), or `- ITEM` for an item of a list" : advice)
    }

    /// An item among others, which elsewhere would be a comment.
    init?(doubledDash line: String, beside neighbours: [String]) {
        let body = line.unicodeScalars.drop { $0 == " " }
        let item = body.dropFirst(3)
        guard String.of(body).hasPrefix("-- "), !item.contains(" "),
            neighbours.contains(where: { $0.drop { $0 == " " }.hasPrefix("- ") })
        else { return nil }
        self.init(
            line.indentation, 2, "an item begins with one '-'", Self.write("- ", Array(item)[...]) ?? "write `- ITEM`")
    }

    /// A line of a listing with numbers.
    init?(numbered line: String, beside neighbours: [String]) {
        func number(_ line: String) -> (Int, width: Int)? {
            let digits = line.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
            let rest = line[digits.endIndex...].drop { $0 == " " }
            let sign = rest.prefix { ":|.)│".contains($0) }.prefix(1)
            guard let number = Int(digits), digits.endIndex < line.endIndex, !rest.isEmpty else { return nil }
            guard line[digits.endIndex] == " " || !sign.isEmpty else { return nil }
            return (number, line[..<sign.endIndex].unicodeScalars.count)
        }
        guard let (own, width) = number(line),
            zip(neighbours, [own - 1, own + 1]).contains(where: { number($0)?.0 == $1 })
        else { return nil }
        let sign = line.unicodeScalars.prefix(width).last.flatMap { $0 == " " || ("0"..."9").contains($0) ? nil : $0 }
        self.init(
            line.indentation, width - line.indentation, "the lines are numbered",
            "remove the number in front of each line, and the \(sign.map { "'\($0)' and the " } ?? "")blank behind it")
    }

    /// `$ cat .condarc`, `(base) $ …`, `user@host:~$ …`, `PS C:\> …`, `> cat .condarc`.
    private static func isPrompt(_ body: Substring, _ audience: any Audience.Type) -> Bool {
        if body == "$" || body.hasPrefix("$ ") || body.hasPrefix("% ") || body.hasPrefix("PS ") { return true }
        if body.hasPrefix("> ") { return isCommand(body.dropFirst(2), audience) }
        guard let name = body.part(before: "$ ") else { return false }
        return (name.hasPrefix("(") || name.contains("@")) && name.part(before: ": ") == nil
    }

    private static func isCommand(_ body: Substring, _ audience: any Audience.Type) -> Bool {
        let word = body.prefix { $0 != " " }
        let rest = body[word.endIndex...].drop { $0 == " " }
        // In a cell of a notebook it begins with one of these.
        let isOfCell = (word.first == "!" || word.first == "%") && audience.isCommand(word.dropFirst())
        return (isOfCell || commands.contains(word) || audience.isCommand(word)) && !rest.isEmpty
            && !rest.hasPrefix(":")
    }
}

extension Substring {
    /// What stands before the first of a part; nil where there is none.
    func part(before part: String) -> Substring? {
        indices.first { self[$0...].hasPrefix(part) }.map { self[..<$0] }
    }
}
