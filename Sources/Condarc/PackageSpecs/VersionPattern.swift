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

/// Versions joined by `,` and `|`.
indirect enum VersionExpression {
    case single(String)
    case joined(String, [VersionExpression])

    /// Source: conda.models.version, `treeify`.
    static func parsed(_ text: String) throws(InvalidPackageSpec) -> VersionExpression {
        var output: [VersionExpression] = []
        var stack: [String] = []
        func fold(until stops: [String]) throws(InvalidPackageSpec) {
            while let mark = stack.last, !stops.contains(mark) {
                guard output.count >= 2 else { throw .init("'\(mark)' joins nothing") }
                stack.removeLast()
                let right = output.removeLast()
                let left = output.removeLast()
                output.append(.joined(mark, left.parts(joinedBy: mark) + right.parts(joinedBy: mark)))
            }
        }
        for token in tokens("(\(text))") {
            switch token {
            case "|":
                try fold(until: ["("])
                stack.append(token)
            case ",":
                try fold(until: ["|", "("])
                stack.append(token)
            case "(": stack.append(token)
            case ")":
                try fold(until: ["("])
                guard stack.popLast() == "(" else { throw .init("a ')' without a '('") }
            case "": throw .init("empty version")
            default: output.append(.single(token))
            }
        }
        guard stack.isEmpty else { throw .init("a '(' without a ')'") }
        guard let first = output.first else { throw .init("no version") }
        return first
    }

    private func parts(joinedBy mark: String) -> [VersionExpression] {
        if case .joined(mark, let parts) = self { return parts }
        return [self]
    }

    private static func tokens(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        func isMark(_ scalar: Unicode.Scalar) -> Bool { "()|,".unicodeScalars.contains(scalar) }
        var tokens: [String] = []
        var position = 0
        while position < scalars.count {
            var start = position
            while start < scalars.count, scalars[start].properties.isWhitespace { start += 1 }
            var end = position
            if start < scalars.count, scalars[start] == "^",
                let closing = scalars[(start + 1)...].firstIndex(of: "$")
            {
                end = closing + 1
            } else if start < scalars.count, isMark(scalars[start]) {
                end = start + 1
            } else {
                while end < scalars.count, !isMark(scalars[end]) { end += 1 }
            }
            tokens.append(PackageSpecText.string(scalars[position..<end]).strippedAsPython)
            position = end
        }
        return tokens
    }
}
