/// Matching with `*`, `?`, `[abc]` and `[!a-c]`, slashes like any other character.
///
/// - Source: Python's `fnmatch`
package struct Wildcard: Sendable {
    private enum Piece: Sendable {
        case one(Unicode.Scalar)
        case any
        case run
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)

        func matches(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .one(let own): own == scalar
            case .any: true
            case .run: false
            case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
            }
        }
    }

    private let pieces: [Piece]

    package init(_ pattern: String) {
        let scalars = Array(pattern.unicodeScalars)
        var pieces: [Piece] = []
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case "*": pieces.append(.run)
            case "?": pieces.append(.any)
            case "[":
                if let (piece, end) = Wildcard.oneOf(scalars, from: index) {
                    pieces.append(piece)
                    index = end
                } else {
                    pieces.append(.one("["))
                }
            case let scalar: pieces.append(.one(scalar))
            }
            index += 1
        }
        self.pieces = pieces
    }

    /// The set that begins at a bracket, and the index of its closing bracket.
    private static func oneOf(_ scalars: [Unicode.Scalar], from start: Int) -> (Piece, Int)? {
        var first = start + 1
        let isNegated = first < scalars.count && scalars[first] == "!"
        if isNegated { first += 1 }
        // A bracket right at the start is a member.
        guard first + 1 <= scalars.count, let end = scalars.dropFirst(first + 1).firstIndex(of: "]") else { return nil }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        var index = first
        while index < end {
            if index + 2 < end, scalars[index + 1] == "-" {
                if scalars[index] <= scalars[index + 2] { ranges.append(scalars[index]...scalars[index + 2]) }
                index += 3
            } else {
                ranges.append(scalars[index]...scalars[index])
                index += 1
            }
        }
        return (.oneOf(ranges, isNegated: isNegated), end)
    }

    /// Whether the whole text matches; in a time of pattern times text at most.
    package func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var (piece, position) = (0, 0)
        var retry: (piece: Int, position: Int)?
        while position < scalars.count {
            if piece < pieces.count, case .run = pieces[piece] {
                piece += 1
                retry = (piece, position)
            } else if piece < pieces.count, pieces[piece].matches(scalars[position]) {
                piece += 1
                position += 1
            } else if let last = retry {
                // The last star takes one more.
                retry = (last.piece, last.position + 1)
                (piece, position) = (last.piece, last.position + 1)
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { if case .run = $0 { true } else { false } }
    }
}
