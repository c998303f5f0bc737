/// What an edit must lead to, as seen from the tree before it.
enum Expected {
    /// The node with this index in the tree before, unchanged.
    case same(Int)
    case value(YAMLValue)
    /// Keys and values in turn.
    case mapping([Expected])
    /// The sequence with this index in the tree before, with these items; `nested` are changes inside those that stay.
    case sequence(Int, items: [SequenceItem], nested: [Int: Expected])
    /// The collection with this index in the tree before, but for one child (keys and values count each).
    indirect case changedChild(Int, of: Int, Expected)
}
