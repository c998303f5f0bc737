import CondaURL

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
