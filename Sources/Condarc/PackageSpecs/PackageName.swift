import CondaURL

/// Which names packages may have.
///
/// Source: conda.models.match_spec, `_validate_package_name`.
enum PackageName {
    /// Why it is none; nil where it is one.
    static func problem(with name: String) -> String? {
        let bytes = Array(name.lowercased().utf8)
        guard bytes.allSatisfy({ $0.isLetterOrDigit || "._-".utf8.contains($0) }) else {
            return "invalid characters in the package's name"
        }
        return isDistributable(bytes) || isVirtual(bytes) ? nil : "the package's name is invalid"
    }

    /// A letter, digit or single `_`, one separator at most, then words with one separator between or behind them.
    private static func isDistributable(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first.isLetterOrDigit || first == UInt8(ascii: "_") else { return false }
        if first == UInt8(ascii: "_"), bytes.count > 1, bytes[1] == first { return false }
        return isRest(bytes.dropFirst())
    }

    /// `__cuda`
    private static func isVirtual(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 3 && bytes.starts(with: "__".utf8) && bytes[2].isLetterOrDigit && isRest(bytes.dropFirst(3))
    }

    private static func isRest(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        if let first = rest.first, !first.isLetterOrDigit { rest = rest.dropFirst() }
        // `.-_` follow words one at a time.
        return zip(rest, rest.dropFirst()).allSatisfy { $0.isLetterOrDigit || $1.isLetterOrDigit }
            && rest.first?.isLetterOrDigit != false
    }
}
