/// Bounds that keep hostile texts from costing much.
package enum DocumentLimits {
    /// Bytes of a text.
    package static let size = 16 << 20
    /// Values, keys and collections of a text: each costs some fifty bytes here, and ten times that in who works with it.
    package static let nodes = 1 << 20
    /// Collections inside one another, those behind aliases included.
    package static let depth = 512
    /// Nodes and bytes that aliases may add to what the text itself holds.
    package static let aliasGrowth = 4 << 20
}
