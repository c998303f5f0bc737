import CommandLineKit
import CondaURL
import HostPlatform

/// The name of an organization as it is given on the command line, to be stored.
///
/// anaconda-auth compares it with one part of a channel's path, as it is written there, so what no such part can hold
/// would never be found.
enum OrganizationName {
    /// - Throws: `usage` for what no channel's path has, with the nearest that it can have.
    static func checked(_ text: String) throws(CommandError) -> String {
        guard !MisplacedToken.isKnown(text) else {
            throw CommandError(
                .usage, "--org takes the name of an organization, not a token",
                hint: "give the token on standard input, or with --token-file FILE or --token-env NAME")
        }
        guard text.unicodeScalars.contains(where: isForeign) else { return text }
        if let unfilled = CommandError(unfilled: text, .organization) { throw unfilled }
        // What stands beside an `@` may be a password.
        let nearest = text.contains("@") ? "" : nearest(to: text)
        throw CommandError(
            .usage,
            "--org is no name of an organization, as it stands in the URL of its channels: "
                + "https://repo.anaconda.cloud/repo/NAME/…",
            hint: nearest.isEmpty
                ? text.contains(",") ? "one at a time: --org my-org" : "look its name up in such a URL: --org my-org"
                : "--org \(ShellWord.quoted(nearest))")
    }

    /// Whether two names differ by no more than capitals and signs, as those of one organization do.
    static func isNamesake(_ one: String, _ other: String) -> Bool {
        func letters(_ name: String) -> String { name.lowercased().filter { !"-_.".contains($0) } }
        return letters(one) == letters(other)
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.value == 0x7F || "/\\?#:\"'<>%$*{}[]|^`;,".unicodeScalars.contains(scalar)
    }

    /// Of a URL the part that names an organization; else the first part, without quotes; nothing where more than one word is
    /// left, as of a title.
    private static func nearest(to text: String) -> String {
        var parts = text.split(whereSeparator: { "/\\?#".contains($0) }).map(String.init)
        if let url = ChannelURL(text) {
            parts = url.path.split(separator: "/").map(String.init)
            parts = parts.first == "repo" ? Array(parts.dropFirst().prefix(1)) : Array(parts.suffix(1))
        }
        let words = (parts.first ?? "").unicodeScalars.split(whereSeparator: isForeign)
        return words.count == 1 ? String(String.UnicodeScalarView(words[0])) : ""
    }
}

extension CommandError {
    /// For a name in which a variable or a template stands; nil for every other.
    init?(unfilled text: String, _ option: Option) {
        guard Placeholder.isIn(text.utf8) || text.contains("$") else { return nil }
        self.init(
            .usage, "the value of --\(option.long) is a variable or template that nobody has filled in",
            hint: text.contains("{{")
                ? "render the template first" : "for a variable of the shell, write double quotes or none around it")
    }
}
