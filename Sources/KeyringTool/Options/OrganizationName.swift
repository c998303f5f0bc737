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
        // What stands beside an `@` may be a password.
        let nearest = text.contains("@") ? "" : nearest(to: text)
        throw CommandError(
            .usage,
            "--org is no name of an organization, as it stands in the URL of its channels: "
                + "https://repo.anaconda.cloud/repo/NAME/…",
            hint: nearest.isEmpty ? "such as --org my-org" : "--org \(ShellWord.quoted(nearest))")
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.value == 0x7F || "/\\?#:\"'<>%".unicodeScalars.contains(scalar)
    }

    /// Of a URL the part that names an organization; else the first part, without quotes and with a `-` for each blank.
    private static func nearest(to text: String) -> String {
        var parts = text.split(whereSeparator: { "/\\?#".contains($0) }).map(String.init)
        if let url = ChannelURL(text) {
            parts = url.path.split(separator: "/").map(String.init)
            parts = parts.first == "repo" ? Array(parts.dropFirst().prefix(1)) : Array(parts.suffix(1))
        }
        let words = (parts.first ?? "").unicodeScalars.split(whereSeparator: isForeign)
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    }
}
