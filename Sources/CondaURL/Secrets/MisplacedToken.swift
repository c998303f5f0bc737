/// A token that was given where the name of something is due.
package enum MisplacedToken {
    /// Whether a text is rather a token than the name of an organization, a domain, an option or a file, and not to be
    /// repeated.
    ///
    /// What holds a dot or a slash is a name unless a token is seen in it by its form.
    package static func isOne(_ text: String) -> Bool {
        if isKnown(text) { return true }
        guard !text.utf8.contains(UInt8(ascii: "/")), !text.utf8.contains(UInt8(ascii: ".")) else { return false }
        return isMixed(text.utf8)
    }

    /// Whether letters and digits stand in a text as no person mixes them.
    static func isMixed(_ text: some Collection<UInt8>) -> Bool {
        text.count >= 16 && text.count(where: \.isDigit) >= 8
            || text.split(whereSeparator: { !$0.isLetterOrDigit }).contains { piece in
                let digits = piece.count(where: \.isDigit)
                let switches = zip(piece, piece.dropFirst()).count { $0.isDigit != $1.isDigit }
                return piece.count >= 12 && switches >= 2 || piece.count >= 20 && digits > 0 || piece.count >= 32
            }
    }

    /// The name as it may be shown.
    package static func shown(_ name: String) -> String {
        isOne(name) ? ShownSecret.text(of: Array(name.utf8)[...]) : name
    }

    /// Whether a token of a form that is known, such as `ab-` and a UUID, is in a text.
    package static func isKnown(_ text: String) -> Bool {
        SecretScanner.secrets(in: text.utf8, as: .value).contains { $0.kind == .bare }
    }
}
