/// `${NAME}` and `${NAME:-default}` in the value of a `.env` file; `$NAME` is plain text there.
struct DotEnvInterpolation {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// The next `}` or `:`, and the next `}`, at or behind the last place that was asked for: each scalar is
    /// looked at once, however many `${` there are.
    private var nameEnd = 0
    private var braceEnd = 0

    /// - Parameter limit: most characters of the result.
    /// - Returns: nil where the result would be longer.
    static func resolve(_ value: String, limit: Int, _ lookup: (String) -> String?) -> String? {
        var interpolation = DotEnvInterpolation(scalars: Array(value.unicodeScalars))
        return interpolation.run(limit, lookup)
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private mutating func run(_ limit: Int, _ lookup: (String) -> String?) -> String? {
        var result = String.UnicodeScalarView()
        var length = 0
        while position < scalars.count {
            if let (name, fallback, end) = variable() {
                let replacement = (lookup(name) ?? fallback ?? "").unicodeScalars
                length += replacement.count
                guard length <= limit else { return nil }
                result.append(contentsOf: replacement)
                position = end
            } else {
                length += 1
                guard length <= limit else { return nil }
                result.append(scalars[position])
                position += 1
            }
        }
        return String(result)
    }

    private mutating func variable() -> (name: String, fallback: String?, end: Int)? {
        let start = position + 2
        guard start < scalars.count, scalars[position] == "$", scalars[position + 1] == "{" else { return nil }
        nameEnd = next(from: max(start, nameEnd)) { $0 == "}" || $0 == ":" }
        guard nameEnd < scalars.count else { return nil }
        if scalars[nameEnd] == "}" { return (text(start..<nameEnd), nil, nameEnd + 1) }
        let fallback = nameEnd + 2
        guard fallback < scalars.count, scalars[nameEnd + 1] == "-" else { return nil }
        braceEnd = next(from: max(fallback, braceEnd)) { $0 == "}" }
        guard braceEnd < scalars.count else { return nil }
        return (text(start..<nameEnd), text(fallback..<braceEnd), braceEnd + 1)
    }

    private func next(from start: Int, where condition: (Unicode.Scalar) -> Bool) -> Int {
        scalars[start...].firstIndex(where: condition) ?? scalars.count
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}
