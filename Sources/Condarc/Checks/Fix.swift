package import LosslessYAML

/// The one safe way to mend something.
package enum Fix: Hashable, Sendable {
    /// Puts the scalar there between single quotes.
    case quote(SourceRange)
    /// Takes an item of a list away, by its index.
    case removeItem(Int, of: NodePath)
    /// Puts another value there.
    case set(YAMLValue, at: NodePath)
    /// Takes the key away.
    case remove(NodePath)
    /// Writes the key there, a tab between two values, or a comment, differently.
    case rename(SourceRange, to: String)
    /// Takes the rights of other users on the file away.
    case closeToOthers

    /// What it changes of the text, where it is about a place in it, so that it must be applied before the text moves; nil
    /// for any other.
    var textEdits: [TextEdit]? {
        switch self {
        case .quote(let range):
            [range.lowerBound, range.upperBound].map {
                TextEdit(range: SourceRange($0, $0), replacement: [UInt8(ascii: "'")])
            }
        case .rename(let range, let name): [TextEdit(range: range, replacement: Array(name.utf8))]
        case .removeItem, .set, .remove, .closeToOthers: nil
        }
    }

    /// Whether it changes text at a place.
    var isTextual: Bool { textEdits != nil }
}
