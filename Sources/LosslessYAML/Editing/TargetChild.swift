/// An item of a sequence or an entry of a mapping that an edit leaves, in order.
enum TargetChild {
    /// The one at this place before, and what becomes of it or its value; nil: nothing.
    case existing(Int, Expected? = nil)
    case item(YAMLValue)
    case entry(YAMLPair)
}
