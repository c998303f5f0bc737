/// What an edit must lead to, as seen from the tree before it.
indirect enum Expected {
    /// The node with this index in the tree before, unchanged.
    case same(Int)
    case value(YAMLValue)
    /// The collection with this index in the tree before, with these children.
    case collection(Int, [TargetChild])
}
