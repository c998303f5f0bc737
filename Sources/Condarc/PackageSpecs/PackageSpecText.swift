import CondaURL

/// How conda cuts the text of a package spec.
///
/// Source: conda.models.match_spec, `_parse_spec_str` and its patterns.
enum PackageSpecText {
    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    static func splitFromEnd(_ text: String, at mark: Character, most count: Int) -> [String] {
        var parts: [String] = []
        var rest = text[...]
        while parts.count < count, let place = rest.lastIndex(of: mark) {
            parts.insert(String(rest[rest.index(after: place)...]), at: 0)
            rest = rest[..<place]
        }
        return [String(rest)] + parts
    }

    /// Words between blanks and commas.
    static func words(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == " " }.map { String($0).strippedAsPython }.filter { !$0.isEmpty }
    }

    // MARK: Brackets

    /// Takes the last part in brackets out of the text, wherever it stands, and reads it.
    static func takeBrackets(from text: inout String) throws(InvalidPackageSpec) -> [String: String] {
        guard let part = lastEnclosed(in: text, "[", "]") else { return [:] }
        text = text.replacing(part, with: "")
        return try fields(String(part.dropFirst().dropLast()))
    }

    /// What stands in parentheses has no meaning any more.
    static func takeParentheses(from text: inout String) {
        if let part = lastEnclosed(in: text, "(", ")") { text = text.replacing(part, with: "") }
    }

    private static func lastEnclosed(in text: String, _ opening: Character, _ closing: Character) -> String? {
        guard let end = text.lastIndex(of: closing), let start = text[..<end].lastIndex(of: opening) else { return nil }
        return String(text[start...end])
    }

    /// `key=value` behind one another, with or without quotes; what is none is passed over.
    private static func fields(_ text: String) throws(InvalidPackageSpec) -> [String: String] {
        let scalars = Array(text.unicodeScalars)
        var found: [String: String] = [:]
        var position = 0
        while let equals = scalars[position...].firstIndex(of: "=") {
            var start = equals
            while start > position, isKeyScalar(scalars[start - 1]) { start -= 1 }
            guard start < equals, let (value, end) = value(from: equals + 1, in: scalars) else {
                position = equals + 1
                continue
            }
            guard !value.isEmpty else { throw .init("a field in brackets without a value") }
            let key = string(scalars[start..<equals])
            found[key] = key == "version" ? sanitized(version: value, hasBuild: false) : value
            position = end
        }
        return found
    }

    /// The value, and where what follows it begins.
    private static func value(from start: Int, in scalars: [Unicode.Scalar]) -> (String, Int)? {
        func isEnd(_ position: Int) -> Bool {
            position >= scalars.count || scalars[position] == "," || scalars[position] == " "
        }
        if start < scalars.count, isQuote(scalars[start]) {
            guard let end = scalars[(start + 1)...].firstIndex(where: isQuote), scalars[end] == scalars[start],
                isEnd(end + 1)
            else { return nil }
            return (string(scalars[(start + 1)..<end]), min(end + 2, scalars.count))
        }
        var end = start
        while !isEnd(end) {
            if isQuote(scalars[end]) { return nil }
            end += 1
        }
        return (string(scalars[start..<end]), min(end + 1, scalars.count))
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

    private static func isKeyScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }

    // MARK: Version and build

    /// `>=1.0 , <2.0 py34_0`: the build is behind the last blank or `=` that can be its separator.
    static func splitBuild(_ text: String) -> (version: String, build: String?) {
        let scalars = Array(text.unicodeScalars)
        // Where a separator and a build may stand: in what holds no `-`, `=`, `,`, `|`, `<`, `>` and `~` any more.
        let lastStop = scalars.lastIndex { "-=,|<>~".unicodeScalars.contains($0) }
        func isSeparator(_ place: Int) -> Bool {
            guard place >= 1, place + 1 < scalars.count, scalars[place] == " " || scalars[place] == "=",
                !"=!|,<>~".unicodeScalars.contains(scalars[place - 1])
            else { return false }
            return lastStop.map { $0 <= place } ?? true
        }
        // The first that fits; of the first two places the second goes before the other.
        let places = scalars.count > 2 && !"><!,|".unicodeScalars.contains(scalars[1]) ? [2, 1] : [1, 2]
        let place = (places + Array(3..<max(3, scalars.count))).first(where: isSeparator)
        guard let place else { return (string(scalars.filter { $0 != " " }), nil) }
        let build = string(scalars[(place + 1)...]).strippedAsPython
        return (string(scalars[..<place].filter { $0 != " " }), build)
    }

    /// `==1.2` is `1.2`, `=1.2` is `1.2*`.
    ///
    /// Source: conda.models.match_spec, `_sanitize_version_str`.
    static func sanitized(version: String, hasBuild: Bool) -> String {
        guard version.hasPrefix("="), version != "=", version != "==" else { return version }
        let bare = String(version.drop { $0 == "=" })
        if version.hasPrefix("=="), !hasBuild { return bare }
        if bare.contains(where: { "=,|".contains($0) }) { return version }
        return !hasBuild && !bare.hasSuffix("*") ? bare + "*" : bare
    }
}
