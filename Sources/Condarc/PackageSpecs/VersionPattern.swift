import CondaURL

/// The versions that a package spec asks for, as conda writes them.
///
/// Source: conda.models.version, `VersionSpec` and `treeify`.
struct VersionPattern {
    /// Without blanks that mean nothing, and with the parentheses that conda leaves.
    let text: String

    /// - Throws: `InvalidPackageSpec` where conda refuses it.
    init(_ text: String) throws(InvalidPackageSpec) {
        if text.unicodeScalars.contains(where: { "()|,^$".unicodeScalars.contains($0) }) {
            self.text = try Self.text(of: VersionExpression.parsed(text))
        } else {
            self.text = try Self.single(text)
        }
    }

    private static func text(of expression: VersionExpression) throws(InvalidPackageSpec) -> String {
        switch expression {
        case .single(let text): return try single(text)
        case .joined(let mark, let parts):
            return try parts.map(text(of:)).joined(separator: mark)
        }
    }

    private static func single(_ text: String) throws(InvalidPackageSpec) -> String {
        let text = text.strippedAsPython
        guard let first = text.utf8.first, let last = text.utf8.last else { throw .init("empty version") }
        if first == UInt8(ascii: "^") || last == UInt8(ascii: "$") {
            guard first == UInt8(ascii: "^"), last == UInt8(ascii: "$"), text.utf8.count > 1 else {
                throw .init("a pattern begins with '^' and ends with '$'")
            }
            return text
        }
        if "=<>!~".utf8.contains(first) {
            try checkRelation(text)
            return text
        }
        if text == "*" { return text }
        var stem = text[...]
        while stem.utf8.last == UInt8(ascii: "*") { stem = stem.dropLast() }
        if stem.contains("*") { return text }
        if last == UInt8(ascii: "*") {
            let pattern = text.hasSuffix(".*") ? text : String(text.dropLast()) + ".*"
            var version = pattern[...]
            while version.utf8.last == UInt8(ascii: "*") { version = version.dropLast() }
            while version.utf8.last == UInt8(ascii: ".") { version = version.dropLast() }
            try check(String(version))
            return pattern
        }
        if !text.contains("@") { try check(text) }
        return text
    }

    /// An operator, and a version without a blank before it.
    static func checkRelation(_ text: String, allowingWildcard: Bool = true) throws(InvalidPackageSpec) {
        let operators = ["==", "!=", "<=", ">=", "~=", "=", "<", ">"]
        guard let sign = operators.first(where: { text.hasPrefix($0) }) else { throw .init("invalid operator") }
        var version = String(text.dropFirst(sign.count))
        guard let next = version.unicodeScalars.first, !"=<>!~".unicodeScalars.contains(next),
            !version.unicodeScalars.contains(where: { $0.properties.isWhitespace })
        else { throw .init("invalid operator") }
        if allowingWildcard, version.hasSuffix(".*") {
            if sign == "~=" { throw .init("'~=' takes no '.*'") }
            // `==1.*` is compared with `1`.
            version = String(version.dropLast(2))
        }
        try check(version)
    }

    private static func check(_ version: String) throws(InvalidPackageSpec) {
        if let problem = PackageVersion.problem(with: version) { throw .init(problem) }
    }
}
