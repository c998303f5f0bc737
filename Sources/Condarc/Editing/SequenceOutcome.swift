/// What an edit of a sequence did.
public struct SequenceOutcome: Sendable, Equatable {
    /// Values that were there already and changed their place.
    public var moved: [String] = []
    /// Values that were to be removed and were not there.
    public var missing: [String] = []
}
