/// What an edit must lead to, as seen from the tree before it.
indirect enum Expected {
    /// The node with this index in the tree before, unchanged.
    case same(Int)
    case value(YAMLValue)
    /// The collection with this index in the tree before, with these children.
    case collection(Int, [ExpectedChild])
}

/// An item of a sequence or an entry of a mapping that an edit leaves, in order.
enum ExpectedChild {
    /// The one at this place before, and what becomes of it or its value; nil: nothing.
    case existing(Int, Expected? = nil)
    case item(YAMLValue)
    case entry(YAMLPair)
}
