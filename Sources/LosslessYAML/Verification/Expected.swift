/// What an edit must lead to, as seen from the tree before it.
enum Expected {
    /// The node with this index in the tree before, unchanged.
    case same(Int)
    case value(YAMLValue)
    case sequence([Expected])
    /// Keys and values in turn.
    case mapping([Expected])
}
