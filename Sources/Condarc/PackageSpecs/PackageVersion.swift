import CondaURL

/// Whether a text is a version that conda can put in order.
///
/// Source: conda.models.version, `VersionOrder`.
enum PackageVersion {
    /// Why it is none; nil where it is one.
    static func problem(with text: String) -> String? {
        var version = text.strippedAsPython.lowercased()
        guard !version.isEmpty else { return "empty version" }
        if !version.utf8.allSatisfy(isVersionByte), version.contains("-"), !version.contains("_") {
            version = version.replacing("-", with: "_")
        }
        guard version.utf8.allSatisfy(isVersionByte) else { return "invalid characters in the version" }
        let parts = version.split(separator: "!", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return "two epochs" }
        if parts.count == 2, parts[0].isEmpty || !parts[0].utf8.allSatisfy(\.isDigit) {
            return "the epoch is no number"
        }
        let halves = (parts.last ?? "").split(separator: "+", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return "two local versions" }
        guard let main = halves.first, !main.isEmpty else { return "no version before the local one" }
        // A last underscore belongs to the component before it, as in OpenSSL's versions.
        let components = main.utf8.last == UInt8(ascii: "_") ? main.dropLast() : main
        var all = components.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" }
        if main.utf8.last == UInt8(ascii: "_"), all.last?.isEmpty == true { all.removeLast() }
        if halves.count == 2 { all += halves[1].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" } }
        return all.contains { $0.isEmpty } ? "an empty component in the version" : nil
    }

    private static func isVersionByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || byte.isDigit || "*.+!_".utf8.contains(byte)
    }
}
