package import LosslessYAML

/// The one safe way to mend something.
package enum Fix: Hashable, Sendable {
    /// Puts the scalar there between single quotes.
    case quote(SourceRange)
    /// Takes an item of a list away, by its index.
    case removeItem(Int, of: NodePath)
    /// Makes a list of these in place of the single value there.
    case makeList(of: [YAMLValue], at: NodePath)
    /// Takes the key away.
    case remove(NodePath)
    /// Writes the key there, or a tab between two values, differently.
    case rename(SourceRange, to: String)
    /// Takes the rights of other users on the file away.
    case closeToOthers

    /// Whether it changes text at a place, so that it must be applied before the text moves.
    var isTextual: Bool {
        switch self {
        case .quote, .rename: true
        case .removeItem, .makeList, .remove, .closeToOthers: false
        }
    }
}
